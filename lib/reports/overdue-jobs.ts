import "server-only";
import { config } from "../config";
import { db } from "../db/client";
import { localName } from "../i18n/locales";
import { TIME_ZONE, texts } from "../i18n/texts";
import { readCalendar } from "../municipalities/holidays";
import { isWorkday } from "../municipalities/workdays";
import { queueMail } from "../notifications/mail";
import { dueOf } from "./due";

/** So many of the oldest stand in the letter; one link leads to all. */
const LISTED = 20;

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: TIME_ZONE,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const day = new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE, dateStyle: "short" });

/** From half past seven of Kosovo's clock; until noon for a site that was down then. Later it is tomorrow's news. */
const isMorning = (now: Date): boolean => clock.format(now) >= "07:30" && clock.format(now) < "12:00";

/**
 * Tells managers in the morning of a working day what is overdue in their municipality: one letter a day, none where nothing
 * is. Runs every few minutes; a letter that was written already isn't written again.
 * @returns how many letters were written
 */
export async function sendOverdue(now = new Date()): Promise<number> {
  if (!isMorning(now)) return 0;
  const calendar = await readCalendar(db());
  if (!isWorkday(now, calendar)) return 0;
  const managers = await db().roleGrant.findMany({
    where: { role: "manager", municipalityId: { not: null }, person: { email: { not: null } } },
    select: { municipality: true, person: { select: { id: true, email: true, locale: true } } },
  });
  let written = 0;
  for (const { municipality, person } of managers) {
    if (!municipality) continue;
    const key = `overdue:${municipality.slug}:${person.id}:${day.format(now)}`;
    if (await db().outboundMail.findUnique({ where: { dedupeKey: key }, select: { id: true } })) continue;
    const where = { isPublic: true, municipalityId: municipality.slug, overdueAt: { lt: now } };
    const count = await db().report.count({ where });
    if (count === 0) continue;
    const rows = await db().report.findMany({
      where,
      orderBy: [{ overdueAt: "asc" }, { id: "asc" }],
      take: LISTED,
      select: {
        ref: true,
        title: true,
        status: true,
        firstResponseAt: true,
        answerDueAt: true,
        fixDueAt: true,
        category: { select: { nameSq: true, nameSr: true, nameEn: true } },
      },
    });
    const { email, locale } = person;
    const { t } = texts(locale);
    const place = localName(municipality, locale);
    const base = `${config().BASE_URL}/${locale}/desk`;
    const letter = {
      subject: t("clock.digest.subject", { count, municipality: place }),
      paragraphs: [t("clock.digest.body", { count, municipality: place })],
      items: rows.map(({ ref, title, category, ...row }) => {
        const due = dueOf(row, now, calendar);
        const kind = due?.kind === "answer" ? "answer" : "fix";
        return {
          title: `${ref} – ${title}`,
          note: t(`clock.digest.${kind}`, { days: due?.lateDays ?? 1, category: localName(category, locale) }),
          url: `${base}/${ref}?from=overdue`,
        };
      }),
      action: { label: t("clock.digest.action"), url: `${base}?m=${municipality.slug}&view=overdue` },
      reason: t("clock.digest.reason", { municipality: place }),
    };
    await db().$transaction((tx) => queueMail(tx, email, locale, letter, key));
    written++;
  }
  return written;
}
