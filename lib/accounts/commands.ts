import "server-only";
import { config } from "../config";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { defaultLocale, type Locale } from "../i18n/locales";
import { forgive, spend } from "../limits/limits";
import type { Actor } from "./actor";
import { DEMO_PASSWORD, isDemoAddress } from "./demo";
import { normalEmail } from "./people";
import { canManagePeople } from "./policy";
import { actorOfPrivateLink } from "./private-link";
import type { GrantInput } from "./schema";
import { closeSession, openByLink, openByPassword, openByPrivateLink, sendLink } from "./session";

/**
 * Sends a sign-in link to a mailbox. Says the same whether an account is there or not.
 * @param back path to go on to; empty for the page of the person's work
 */
export function requestLink(
  _actor: Actor,
  { email, locale, back, ip }: { email: string; locale: Locale; back: string; ip: string },
): Promise<Result> {
  return attempt(async () => {
    await spend("sign_in_address", ip);
    await spend("sign_in_link", email);
    await sendLink(email, locale, back);
  });
}

/**
 * Signs in by a link's token; whoever is new is made a person by it.
 * @param locale language of the page, kept for the e-mails of a new person
 */
export function signInByLink(
  _actor: Actor,
  { email, token, locale, ip }: { email: string; token: string; locale: Locale; ip: string },
): Promise<Result> {
  return attempt(async () => {
    await spend("sign_in_address", ip);
    const known = await db().person.findUnique({ where: { email }, select: { id: true } });
    if (!(await openByLink(email, token))) throw new Refusal("link_invalid");
    if (!known) await db().person.update({ where: { email }, data: { locale } });
  });
}

/** Signs in by a private link, as the person who reported without an e-mail. */
export function signInByPrivateLink(_actor: Actor, secret: string, ip: string): Promise<Result> {
  return attempt(async () => {
    const person = await actorOfPrivateLink(secret, ip);
    if (person.kind !== "person" || !(await openByPrivateLink(secret))) throw new Refusal("link_invalid");
  });
}

/** Signs in by password; tries are counted per account and per address. */
export function signInByPassword(_actor: Actor, email: string, password: string, ip: string): Promise<Result> {
  return attempt(async () => {
    await spend("sign_in_address", ip);
    await spend("sign_in_account", email);
    if (!(await openByPassword(email, password))) throw new Refusal("sign_in_failed");
    await forgive("sign_in_account", email);
  });
}

/** One-click sign-in of demonstration mode; outside it there is no such door. */
export function signInAsDemo(_actor: Actor, email: string): Promise<Result> {
  return attempt(async () => {
    if (!config().DEMO || !isDemoAddress(email)) throw new Refusal("forbidden");
    if (!(await openByPassword(email, DEMO_PASSWORD))) throw new Refusal("sign_in_failed");
  });
}

export function signOut(_actor: Actor): Promise<Result> {
  return attempt(closeSession);
}

/** Keeps the language a signed-in person chose, for their e-mails. */
export function keepLocale(actor: Actor, locale: Locale): Promise<Result> {
  return attempt(async () => {
    if (actor.kind === "person") await db().person.update({ where: { id: actor.id }, data: { locale } });
  });
}

/** Keeps the name a signed-in person gave, or none. */
export function keepName(actor: Actor, name: string): Promise<Result> {
  return attempt(async () => {
    if (actor.kind === "person") await db().person.update({ where: { id: actor.id }, data: { name: name || null } });
  });
}

/** Gives a role; a person unknown so far is made and signs in by e-mail link. */
export function grantRole(actor: Actor, { email, role, municipalityId }: GrantInput): Promise<Result> {
  return attempt(async () => {
    if (!canManagePeople(actor) || actor.kind !== "person") throw new Refusal("forbidden");
    await db().$transaction(async (tx) => {
      const address = normalEmail(email);
      const person = await tx.person.upsert({
        where: { email: address },
        create: { email: address, locale: defaultLocale },
        update: {},
      });
      const there = await tx.roleGrant.findFirst({ where: { personId: person.id, role, municipalityId } });
      if (there) throw new Refusal("grant_exists");
      await tx.roleGrant.create({ data: { personId: person.id, role, municipalityId } });
      await tx.auditEvent.create({
        data: {
          actorId: actor.id,
          action: "role.grant",
          subject: `person:${person.id}`,
          data: { role, municipalityId },
        },
      });
    });
  });
}

/** Makes a mailbox an administrator's, from the command line of the server: how an installation gets its first. */
export function appointAdministrator(actor: Actor, email: string): Promise<Result> {
  return attempt(async () => {
    if (actor.kind !== "system") throw new Refusal("forbidden");
    await db().$transaction(async (tx) => {
      const address = normalEmail(email);
      const person = await tx.person.upsert({
        where: { email: address },
        create: { email: address, locale: defaultLocale },
        update: {},
      });
      const there = await tx.roleGrant.findFirst({ where: { personId: person.id, role: "admin" } });
      if (there) throw new Refusal("grant_exists");
      await tx.roleGrant.create({ data: { personId: person.id, role: "admin" } });
      await tx.auditEvent.create({
        data: { action: "role.grant", subject: `person:${person.id}`, data: { role: "admin" } },
      });
    });
  });
}

/** Takes a role away. Every session of the person ends with it. */
export function revokeRole(actor: Actor, grantId: string): Promise<Result> {
  return attempt(async () => {
    if (!canManagePeople(actor) || actor.kind !== "person") throw new Refusal("forbidden");
    await db().$transaction(async (tx) => {
      // Whoever takes away roles waits for the others, so that two can't take away the last two administrators.
      await tx.$queryRaw`select 1 from role_grant where role = 'admin' order by id for update`;
      const grant = await tx.roleGrant.findUnique({ where: { id: grantId } });
      if (!grant) throw new Refusal("not_found");
      if (grant.role === "admin" && (await tx.roleGrant.count({ where: { role: "admin" } })) === 1)
        throw new Refusal("last_admin");
      await tx.roleGrant.delete({ where: { id: grantId } });
      await tx.person.update({ where: { id: grant.personId }, data: { sessionEpoch: { increment: 1 } } });
      await tx.auditEvent.create({
        data: {
          actorId: actor.id,
          action: "role.revoke",
          subject: `person:${grant.personId}`,
          data: { role: grant.role, municipalityId: grant.municipalityId },
        },
      });
    });
  });
}
