import "server-only";
import { config } from "../config";
import { db } from "../db/client";
import { dayOf, lastDue } from "../follows/schedule";
import { localName } from "../i18n/locales";
import { type Texts, texts } from "../i18n/texts";
import { queueMail } from "../notifications/mail";
import {
  dutyReport,
  listFlaggedBefore,
  listLongUnseen,
  listModerators,
  type Moderator,
  type OnDuty,
} from "./duty-queries";

const DAY = 24 * 3600 * 1000;

/**
 * Tells the moderators who want it at once of the first flag of a report that waits for their decision. Further ones,
 * and everybody else, wait for the morning (sendDutyDigests).
 */
export async function tellFlagged({ flagId }: { flagId: string }): Promise<void> {
  const flag = await db().flag.findUniqueOrThrow({
    where: { id: flagId },
    select: {
      reason: true,
      settledAt: true,
      createdAt: true,
      reportId: true,
      report: { select: { isPublic: true, ...dutyReport } },
    },
  });
  const { report, reportId } = flag;
  if (flag.settledAt || !report.isPublic) return;
  const earlier = { reportId, settledAt: null, createdAt: { lt: flag.createdAt } };
  if ((await db().flag.count({ where: earlier })) > 0) return;
  // Of two flags in the same moment one alone is told: what was decided before tells one waiting from the next.
  const decided = await db().flag.count({ where: { reportId, settledAt: { not: null } } });
  await db().$transaction(async (tx) => {
    const readers = (await listModerators(tx)).filter(({ atOnce }) => atOnce);
    for (const { id, email, locale } of readers) {
      const { t } = texts(locale);
      const about = { ref: report.ref, ...namesOf(report, texts(locale)) };
      await queueMail(
        tx,
        email,
        locale,
        {
          subject: t("mail.duty.flag_subject", { ref: report.ref }),
          paragraphs: [
            t("mail.duty.flag_body", { ...about, reason: t(`after.flag.reason.${flag.reason}`) }),
            t("mail.duty.flag_further"),
          ],
          action: { label: t("mail.duty.action"), url: `${config().BASE_URL}/${locale}/flags` },
          reason: t("mail.duty.reason"),
        },
        `flag:${reportId}:${decided}:${id}`,
      );
    }
  });
}

const namesOf = ({ category, municipality }: Pick<OnDuty, "category" | "municipality">, { locale }: Texts) => ({
  category: localName(category, locale),
  municipality: localName(municipality, locale),
});

/**
 * Every morning at seven in Kosovo, as long as anything waits: what was flagged, and what has waited for a look longer
 * than a working day, in one e-mail a moderator. It ends by deciding, so nobody unsubscribes from it. For the worker.
 */
export async function sendDutyDigests(now = new Date()): Promise<void> {
  const due = lastDue("daily", now);
  const flagged = await listFlaggedBefore(due);
  const unseen = await listLongUnseen(due);
  if (flagged.length + unseen.length === 0) return;
  for (const moderator of await listModerators()) {
    // A single flag that was told at once since yesterday morning isn't told again before the next one.
    const yesterday = new Date(due.getTime() - DAY);
    const mine = flagged.filter(({ count, since }) => !moderator.atOnce || count > 1 || since < yesterday);
    if (mine.length + unseen.length > 0) await sendDigest(moderator, mine, unseen, due);
  }
}

async function sendDigest({ id, email, locale }: Moderator, flagged: OnDuty[], unseen: OnDuty[], due: Date) {
  const words = texts(locale);
  const { t, date } = words;
  const base = `${config().BASE_URL}/${locale}`;
  const note = (one: OnDuty, ...more: string[]) => {
    const { category, municipality } = namesOf(one, words);
    return [`${category}, ${municipality}`, ...more, t("mail.duty.since", { date: date(one.since, "moment") })].join(
      " · ",
    );
  };
  const letter = {
    subject: t("mail.duty.digest_subject", { count: flagged.length + unseen.length }),
    paragraphs: [
      ...(flagged.length > 0 ? [t("mail.duty.digest_flags", { count: flagged.length })] : []),
      ...(unseen.length > 0 ? [t("mail.duty.digest_look", { count: unseen.length })] : []),
    ],
    items: [
      ...flagged.map((one) => ({
        title: t("mail.duty.item_flag", { ref: one.ref, count: one.count }),
        note: note(one, one.reasons.map((reason) => t(`after.flag.reason.${reason}`)).join("; ")),
        url: `${base}/flags`,
      })),
      ...unseen.map((one) => ({
        title: t("mail.duty.item_look", { ref: one.ref }),
        note: note(one),
        url: `${base}/look`,
      })),
    ],
    reason: t("mail.duty.reason"),
  };
  await db().$transaction((tx) => queueMail(tx, email, locale, letter, `duty:${dayOf(due)}:${id}`));
}
