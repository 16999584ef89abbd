import { type Actor, hasRole, worksFor } from "../accounts/actor";

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

/** Say that it is gone, or that it isn't fixed after all. */
export const isReporter = (actor: Actor, report: ReportFacts): boolean =>
  actor.kind === "person" && report.reporterId === actor.id;

/** Take a report from public view, and bring it back. */
export const canModerate = (actor: Actor): boolean => hasRole(actor, "moderator", "admin");

/** Look at a report that came without an e-mail, and say whether it may be public: the municipality's people, and D+'s moderators. */
export const canLook = (actor: Actor, report: { municipalityId: string }): boolean =>
  worksFor(actor, report.municipalityId) || canModerate(actor);

/** Timers and imports. */
export const isSystem = (actor: Actor): boolean => actor.kind === "system";
