import "server-only";
import { type Actor, isConfirmed, personId } from "../accounts/actor";
import { ensurePerson } from "../accounts/people";
import { config } from "../config";
import { db, type Tx } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import type { Locale } from "../i18n/locales";
import { texts } from "../i18n/texts";
import { spend } from "../limits/limits";
import { queueMail } from "../notifications/mail";
import { findTarget } from "./queries";
import type { Cadence, FollowKey, Target } from "./schema";
import { readStop, readWish, type Wish, wishToken } from "./tokens";

/** So many areas a person may follow. */
export const MOST_AREAS = 50;

/** A link that confirms a follow works so long. */
export const WISH_DAYS = 7;

/** Follows for a person whose mailbox is proven; what they follow already is changed to this cadence. */
async function follow(tx: Tx, personId: string, target: Target, cadence: Cadence): Promise<void> {
  const found = await findTarget(target, tx);
  if (!found) throw new Refusal("not_found");
  if (found.kind === "report") {
    const key = { reportId: found.id, personId };
    await tx.follow.upsert({ where: { reportId_personId: key }, create: { ...key, cadence }, update: { cadence } });
    return;
  }
  // Two windows that follow at once count one after the other.
  await tx.$queryRaw`select 1 from person where id = ${personId}::uuid for no key update`;
  const same = { ...found.area, personId, kind: found.kind };
  const there = await tx.areaFollow.findFirst({ where: same, select: { id: true } });
  if (there) {
    await tx.areaFollow.update({ where: { id: there.id }, data: { cadence } });
    return;
  }
  if ((await tx.areaFollow.count({ where: { personId } })) >= MOST_AREAS) throw new Refusal("follows_full");
  await tx.areaFollow.create({ data: { ...same, cadence } });
}

/** Follows a report, a kind of problem or an area; who follows it already is told at another pace from now on. */
export function followTarget(actor: Actor, target: Target, cadence: Cadence): Promise<Result> {
  return attempt(async () => {
    if (!isConfirmed(actor)) throw new Refusal("forbidden");
    await spend("act_person", actor.id);
    await db().$transaction((tx) => follow(tx, actor.id, target, cadence));
  });
}

/**
 * Asks a mailbox whether it wants to follow: nobody follows by an address that somebody else typed.
 * Says the same whether an account is there or not, and keeps nothing: the link holds it all.
 */
export function requestFollow(
  _actor: Actor,
  { ip, ...wish }: Omit<Wish, "until"> & { ip: string },
  now = Date.now(),
): Promise<Result> {
  return attempt(async () => {
    if (!(await findTarget(wish.target))) throw new Refusal("not_found");
    await spend("follow_address", ip);
    await spend("sign_in_link", wish.email);
    const { locale, email } = wish;
    const { t } = texts(locale);
    const token = wishToken({ ...wish, until: now + WISH_DAYS * 24 * 3600 * 1000 });
    await db().$transaction((tx) =>
      queueMail(
        tx,
        email,
        locale,
        {
          subject: t("follows.mail.confirm_subject"),
          // Nothing that others typed, such as a report's title: whose mailbox this is hasn't been proven.
          paragraphs: [t("follows.mail.confirm_body"), t("follows.mail.confirm_days", { days: WISH_DAYS })],
          action: {
            label: t("follows.mail.confirm_action"),
            url: `${config().BASE_URL}/${locale}/follows/confirm?${new URLSearchParams({ token })}`,
          },
          reason: t("follows.mail.confirm_reason"),
        },
        `follow:${token}`,
      ),
    );
  });
}

/**
 * Follows by the link in the e-mail, which proves the mailbox. Opening it again changes nothing.
 * @returns what is followed now
 */
export function confirmFollow(_actor: Actor, token: string, now = Date.now()): Promise<Result<Target>> {
  return attempt(async () => {
    const wish = readWish(token);
    if (!wish) throw new Refusal("link_invalid");
    if (wish.until < now) throw new Refusal("link_expired");
    await db().$transaction(async (tx) => {
      const person = await ensurePerson(tx, wish.email, wish.locale as Locale);
      await follow(tx, person.id, wish.target, wish.cadence);
    });
    return wish.target;
  });
}

/** Changes how soon one of the person's own follows tells them. */
export function paceFollow(actor: Actor, key: FollowKey, cadence: Cadence): Promise<Result> {
  return attempt(async () => {
    const own = personId(actor);
    if (!own) throw new Refusal("forbidden");
    const [kind, id = ""] = key.split(":");
    const { count } =
      kind === "report"
        ? await db().follow.updateMany({ where: { reportId: id, personId: own }, data: { cadence } })
        : await db().areaFollow.updateMany({ where: { id, personId: own }, data: { cadence } });
    if (count === 0) throw new Refusal("not_found");
  });
}

async function end(tx: Tx, personId: string, keys: FollowKey[]): Promise<void> {
  const ids = (kind: string) => keys.filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length));
  await tx.follow.deleteMany({ where: { personId, reportId: { in: ids("report:") } } });
  await tx.areaFollow.deleteMany({ where: { personId, id: { in: ids("area:") } } });
}

async function endAll(tx: Tx, personId: string, cadence?: Cadence): Promise<void> {
  const which = { personId, ...(cadence && { cadence }) };
  await tx.follow.deleteMany({ where: which });
  await tx.areaFollow.deleteMany({ where: which });
  await tx.notice.deleteMany({ where: { ...which, toldAt: null } });
}

/** Ends one of the person's own follows; one that is gone already is no error. */
export function endFollow(actor: Actor, key: FollowKey): Promise<Result> {
  return attempt(async () => {
    const own = personId(actor);
    if (!own) throw new Refusal("forbidden");
    await db().$transaction((tx) => end(tx, own, [key]));
  });
}

/** Ends everything the person follows. */
export function endEveryFollow(actor: Actor): Promise<Result> {
  return attempt(async () => {
    const own = personId(actor);
    if (!own) throw new Refusal("forbidden");
    await db().$transaction((tx) => endAll(tx, own));
  });
}

/**
 * Ends what an unsubscribe link names: the follows that caused the e-mail, or the digest; with `all` everything.
 * The link is all it takes, as often as it is used.
 */
export function stopByLink(_actor: Actor, token: string, all = false): Promise<Result> {
  return attempt(async () => {
    const stop = readStop(token);
    if (!stop) throw new Refusal("link_invalid");
    await db().$transaction(async (tx) => {
      if (all) await endAll(tx, stop.personId);
      else if ("digest" in stop) await endAll(tx, stop.personId, stop.digest);
      else await end(tx, stop.personId, stop.follows);
    });
  });
}
