import "server-only";
import { type Actor, isConfirmed, type PersonActor } from "../accounts/actor";
import { ensurePerson } from "../accounts/people";
import { config } from "../config";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import type { Locale } from "../i18n/locales";
import { texts } from "../i18n/texts";
import { spend } from "../limits/limits";
import { queueMail } from "../notifications/mail";
import { followReport, supportReport } from "./citizen-commands";
import { JOIN_DAYS, readJoin, signJoin } from "./join-token";
import { joinSchema } from "./schema";

const DAY = 24 * 3600 * 1000;

/**
 * "This is it": instead of reporting a thing again, the person says "me too" and follows the report that is there.
 * Whoever came by a private link follows it alone: what is counted are people with a proven e-mail.
 */
export function joinReport(actor: Actor, { reportId }: { reportId: string }): Promise<Result> {
  return isConfirmed(actor) ? supportReport(actor, { reportId }) : followReport(actor, { reportId, follow: true });
}

/**
 * The same for who isn't signed in: a link goes to their mailbox, and opening it says "me too".
 * @param ip address of the visitor, for the limit
 */
export function requestJoin(
  _actor: Actor,
  { reportId, email, locale, ip }: { reportId: string; email: string; locale: Locale; ip: string },
): Promise<Result> {
  return attempt(async () => {
    const given = joinSchema.safeParse({ reportId, email });
    if (!given.success) throw new Refusal("invalid_email", { email: "invalid_email" });
    const report = await db().report.findFirst({ where: { id: reportId, isPublic: true }, select: { ref: true } });
    if (!report) throw new Refusal("not_found");
    await spend("file_report_address", ip);
    await spend("confirm_mailbox", given.data.email);
    const until = Date.now() + JOIN_DAYS * DAY;
    const token = signJoin({ ...given.data, locale, until });
    const { t } = texts(locale);
    await db().$transaction((tx) =>
      queueMail(
        tx,
        given.data.email,
        locale,
        {
          subject: t("mail.join.subject", { ref: report.ref }),
          paragraphs: [t("mail.join.body", { ref: report.ref }), t("mail.confirm.days", { days: JOIN_DAYS })],
          action: {
            label: t("mail.join.action"),
            url: `${config().BASE_URL}/${locale}/reports/join?token=${encodeURIComponent(token)}`,
          },
          reason: t("mail.join.reason"),
        },
        `join:${reportId}:${given.data.email}:${until}`,
      ),
    );
  });
}

/** Says "me too" for whoever opened the link in their e-mail. Again changes nothing and is no error. */
export function confirmJoin(_actor: Actor, token: string): Promise<Result<{ ref: string }>> {
  return attempt(async () => {
    const join = readJoin(token);
    if (!join) throw new Refusal("link_invalid");
    const { id, email, name } = await db().$transaction((tx) => ensurePerson(tx, join.email, join.locale));
    const actor: PersonActor = { kind: "person", id, email, name, locale: join.locale, grants: [] };
    const joined = await supportReport(actor, { reportId: join.reportId });
    if (!joined.ok) throw new Refusal(joined.error);
    return db().report.findUniqueOrThrow({ where: { id: join.reportId }, select: { ref: true } });
  });
}
