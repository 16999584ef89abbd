import type { Locale } from "../i18n/locales";

export type RoleName = "citizen" | "official" | "manager" | "editor" | "moderator" | "admin";

export type Grant = { role: RoleName; municipalityId: string | null; departmentId: string | null };

/**
 * Who does something: the first argument of every command and of every query that isn't public.
 * Made from the session with roles read from the database at that moment, or by the worker.
 * A person without an e-mail came by the private link of a report that was filed without one, and holds no role.
 */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "person"; id: string; email: string | null; name: string | null; locale: Locale; grants: Grant[] }
  | { kind: "system" };

export type PersonActor = Extract<Actor, { kind: "person" }>;

export const anonymous: Actor = { kind: "anonymous" };
/** The worker and the scripts: timers and imports, never a person's wish. */
export const system: Actor = { kind: "system" };

/** Whether the actor holds one of the roles, anywhere. */
export function hasRole(actor: Actor, ...roles: RoleName[]): boolean {
  return actor.kind === "person" && actor.grants.some((grant) => roles.includes(grant.role));
}

/** Whether the actor works for this municipality, as official or manager. */
export function worksFor(actor: Actor, municipalityId: string): boolean {
  return (
    actor.kind === "person" &&
    actor.grants.some(
      (grant) => (grant.role === "official" || grant.role === "manager") && grant.municipalityId === municipalityId,
    )
  );
}

/** The municipalities the actor works for, without repetition. */
export function municipalitiesOf(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  return [...new Set(actor.grants.flatMap((grant) => grant.municipalityId ?? []))];
}

/** Whether the actor has a proven e-mail: what "anyone confirmed" means. Whoever comes by a private link has none. */
export const isConfirmed = (actor: Actor): actor is PersonActor & { email: string } =>
  actor.kind === "person" && actor.email !== null;

export const personId = (actor: Actor): string | null => (actor.kind === "person" ? actor.id : null);
