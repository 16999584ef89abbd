import { type Actor, hasRole } from "../accounts/actor";

/** Who may do what to pledges and their assessments. Pure: the caller brings the facts. */
type AssessmentFacts = { authorId: string };

/** Drafts and reviews: D+'s editors, and the administrator, who reads and doesn't rate. */
export const canReadStaff = (actor: Actor): boolean => hasRole(actor, "editor", "admin");

/** Write the six commitments, write assessments, keep replies: editors alone. */
export const canEdit = (actor: Actor): boolean => hasRole(actor, "editor");

const isAuthor = (actor: Actor, assessment: AssessmentFacts): boolean =>
  actor.kind === "person" && actor.id === assessment.authorId;

/** Change and send for review: the author, while they are an editor. */
export const canChange = (actor: Actor, assessment: AssessmentFacts): boolean =>
  canEdit(actor) && isAuthor(actor, assessment);

/** Send back or publish: another editor, never one's own. */
export const canReview = (actor: Actor, assessment: AssessmentFacts): boolean =>
  canEdit(actor) && !isAuthor(actor, assessment);
