import { type Actor, hasRole, municipalitiesOf } from "./actor";

/** Give and take roles, see who has which. */
export const canManagePeople = (actor: Actor): boolean => hasRole(actor, "admin");

/** The page of a person's work, without the language: where signing in leads when nothing else was asked for. */
export function homeOf(actor: Actor): string {
  if (hasRole(actor, "official", "manager")) return "/desk";
  if (hasRole(actor, "editor")) return "/staff";
  if (hasRole(actor, "moderator")) return "/look";
  if (hasRole(actor, "admin")) return "/admin";
  return "/account";
}

/** Whose desks a person may open, of those there are: their own municipalities'; the administrator every one. */
export function desksOf<T extends { slug: string }>(actor: Actor, municipalities: T[]): T[] {
  if (hasRole(actor, "admin")) return municipalities;
  const own = municipalitiesOf(actor);
  return municipalities.filter(({ slug }) => own.includes(slug));
}
