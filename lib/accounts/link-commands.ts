import "server-only";
import { randomBytes } from "node:crypto";
import { config } from "../config";
import { db, type Tx } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import type { Locale } from "../i18n/locales";
import { texts } from "../i18n/texts";
import { spend } from "../limits/limits";
import { queueMail } from "../notifications/mail";
import { moveEverything } from "../personal-data/moves";
import { hashSecret } from "../secrets";
import { type Actor, isConfirmed, type PersonActor } from "./actor";
import { EMAIL_HOURS, readEmailWish, signEmailWish } from "./email-token";
import { ensurePerson } from "./people";

/** Whoever came by a private link. @throws Refusal for everybody else */
function linked(actor: Actor): PersonActor {
  if (actor.kind !== "person" || isConfirmed(actor)) throw new Refusal("forbidden");
  return actor;
}

/**
 * Another private link instead of the one there is: that, and whoever came in by it, is shut out at once.
 * @returns the new link's secret, which is kept nowhere
 */
export function renewPrivateLink(actor: Actor): Promise<Result<{ secret: string }>> {
  return attempt(async () => {
    const { id } = linked(actor);
    await spend("act_person", id);
    const secret = randomBytes(32).toString("base64url");
    await setLink(id, hashSecret(secret));
    return { secret };
  });
}

/** Ends a private link: nobody comes back by it, not even its person. The reports stay as they are. */
export function endPrivateLink(actor: Actor): Promise<Result> {
  return attempt(() => setLink(linked(actor).id, null));
}

async function setLink(id: string, linkHash: string | null): Promise<void> {
  const { count } = await db().person.updateMany({
    where: { id, email: null, erasedAt: null },
    data: { linkHash, sessionEpoch: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("forbidden");
}

/**
 * Sends a link to the mailbox that whoever came by a private link wants for their reports. It says the same whether an
 * account is there or not.
 */
export function requestEmail(actor: Actor, { email, locale }: { email: string; locale: Locale }): Promise<Result> {
  return attempt(async () => {
    const { id } = linked(actor);
    await spend("act_person", id);
    await spend("sign_in_link", email);
    const { sessionEpoch: epoch } = await db().person.findUniqueOrThrow({
      where: { id },
      select: { sessionEpoch: true },
    });
    const until = Date.now() + EMAIL_HOURS * 3600 * 1000;
    const token = signEmailWish({ personId: id, epoch, email, locale, until });
    const { t } = texts(locale);
    await db().$transaction((tx) =>
      queueMail(
        tx,
        email,
        locale,
        {
          subject: t("mail.add_email.subject"),
          paragraphs: [t("mail.add_email.body"), t("mail.add_email.hours", { hours: EMAIL_HOURS })],
          action: {
            label: t("mail.add_email.action"),
            url: `${config().BASE_URL}/${locale}/account/email?${new URLSearchParams({ token })}`,
          },
          reason: t("mail.add_email.reason"),
        },
        `add-email:${id}:${until}`,
      ),
    );
  });
}

/**
 * By the link in the e-mail: the mailbox is proven, and everything that was filed by the private link is its account's,
 * a new one or the one that is there. The private link and every session by it end.
 * @returns who was known by the private link, and the account it all belongs to now
 */
export function confirmEmail(_actor: Actor, token: string): Promise<Result<{ from: string; to: string }>> {
  return attempt(async () => {
    const wish = readEmailWish(token);
    if (!wish) throw new Refusal("link_invalid");
    return db().$transaction((tx) => give(tx, wish.personId, wish.epoch, wish.email, wish.locale), { timeout: 30_000 });
  });
}

async function give(tx: Tx, from: string, epoch: number, email: string, locale: Locale) {
  // Of two presses one finds what it is about; a report sent by the private link meanwhile waits for this.
  await tx.$queryRaw`select 1 from person where id = ${from}::uuid for update`;
  const person = await tx.person.findFirst({
    where: { id: from, email: null, erasedAt: null, sessionEpoch: epoch },
    select: { name: true },
  });
  if (!person) throw new Refusal("link_invalid");
  const { id: to } = await ensurePerson(tx, email, locale, person.name);
  await moveEverything(tx, from, to);
  await tx.person.update({
    where: { id: from },
    data: { linkHash: null, name: null, erasedAt: new Date(), sessionEpoch: { increment: 1 } },
  });
  return { from, to };
}
