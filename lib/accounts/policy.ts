import { type Actor, hasRole } from "./actor";

/** Give and take roles, see who has which. */
export const canManagePeople = (actor: Actor): boolean => hasRole(actor, "admin");
