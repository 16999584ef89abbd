import { type Actor, hasRole, isConfirmed, worksFor } from "../accounts/actor";

/** Who may do what to which report. Pure: the caller brings the facts. */
export type ReportFacts = { municipalityId: string; reporterId: string | null; training?: boolean };

/** Internal notes, assignments, who did it: the municipality's own people, and the administrator. */
export const canReadInternal = (actor: Actor, report: ReportFacts): boolean =>
  worksFor(actor, report.municipalityId) || hasRole(actor, "admin");

/** Answer, note, take, plan, move: the municipality's own people alone. */
export const canWork = (actor: Actor, report: ReportFacts): boolean => worksFor(actor, report.municipalityId);

/** The desk of a municipality. */
export const canSeeDesk = (actor: Actor, municipalityId: string): boolean =>
  worksFor(actor, municipalityId) || hasRole(actor, "admin");

/** Add an update to it. The municipality's own people answer from the desk, under its name. */
export const canAddUpdate = (actor: Actor, report: ReportFacts): boolean =>
  isConfirmed(actor) && !canWork(actor, report);

/** Say whether a fix holds: whoever reported or follows it, but nobody judges the work of their own municipality. */
export const canJudgeFix = (actor: Actor, report: ReportFacts, follows: boolean): boolean =>
  actor.kind === "person" && !canWork(actor, report) && (isReporter(actor, report) || follows);

/** Tell moderators that something shouldn't be there. */
export const canFlag = (actor: Actor): boolean => isConfirmed(actor);

/** Say that it is gone, correct its words, take it back. */
export const isReporter = (actor: Actor, report: ReportFacts): boolean =>
  actor.kind === "person" && report.reporterId === actor.id;

/** Filed without an e-mail, and nobody has looked at it yet: its reporter corrects it and takes it back freely. */
export const waitsForLook = (report: { status: string; lookSince: Date | null }): boolean =>
  report.status === "unconfirmed" && report.lookSince !== null;

/** Take a report from public view, and bring it back. */
export const canModerate = (actor: Actor): boolean => hasRole(actor, "moderator", "admin");

/** Enter reports for people who call: officials for their own municipality, D+'s staff for every one. */
export const canEnterForOthers = (actor: Actor): boolean =>
  hasRole(actor, "official", "manager", "editor", "moderator", "admin");

/** Enter one for a place in this municipality. */
export const canEnterIn = (actor: Actor, municipalityId: string): boolean =>
  worksFor(actor, municipalityId) || hasRole(actor, "editor", "moderator", "admin");

/** Look at a report that came without an e-mail, and say whether it may be public: the municipality's people, and D+'s moderators. */
export const canLook = (actor: Actor, report: { municipalityId: string }): boolean =>
  worksFor(actor, report.municipalityId) || canModerate(actor);

/** Timers and imports. */
export const isSystem = (actor: Actor): boolean => actor.kind === "system";
