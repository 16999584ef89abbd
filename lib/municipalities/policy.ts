import { type Actor, hasRole, personId } from "../accounts/actor";

/** Say what kinds of problems are called, what is asked about them, and who else does them: D+'s editors and the administrator. */
export const canEditKinds = (actor: Actor): boolean => hasRole(actor, "editor", "admin");

/** Say whether a municipality takes reports without an e-mail: its managers and the administrator. */
export const canSetMunicipality = (actor: Actor, municipalityId: string): boolean =>
  hasRole(actor, "admin") ||
  (personId(actor) !== null &&
    actor.kind === "person" &&
    actor.grants.some((grant) => grant.role === "manager" && grant.municipalityId === municipalityId));

/** Say which days are public holidays: the administrator. */
export const canEditHolidays = (actor: Actor): boolean => hasRole(actor, "admin");
