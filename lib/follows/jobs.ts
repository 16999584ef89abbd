import "server-only";
import { config } from "../config";
import { db, type Tx } from "../db/client";
import { localName } from "../i18n/locales";
import { type Texts, texts } from "../i18n/texts";
import { queueMail } from "../notifications/mail";
import { fixQuestions } from "./digest-questions";
import { followNames, stopLink } from "./letters";
import { listWaitingPeople, lockReader, noteEvent, PATIENT, takeWaiting, tellAtOnce, type Waiting } from "./notices";
import { dayOf, lastDue } from "./schedule";

const names = { nameSq: true, nameSr: true, nameEn: true } as const;

/**
 * Tells those who follow an area or a kind of problem that a report became public.
 * @param officials who hear of it otherwise
 */
export async function tellOfNew(eventId: string, officials: string[]): Promise<void> {
  const { report, actorId } = await db().reportEvent.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      actorId: true,
      report: {
        select: {
          ref: true,
          title: true,
          reporterId: true,
          municipality: { select: names },
          category: { select: names },
        },
      },
    },
  });
  const except = [actorId, report.reporterId, ...officials].filter((id) => id !== null);
  await noteEvent({ eventId, report: false, areas: true, except });
  await tellAtOnce(eventId, async (tx, readers) => {
    const follows = await followNames(tx, readers);
    for (const { personId, email, locale, causes } of readers) {
      const words = texts(locale);
      const { t } = words;
      const about = {
        category: localName(report.category, locale),
        municipality: localName(report.municipality, locale),
      };
      await queueMail(
        tx,
        email,
        locale,
        {
          subject: t("follows.mail.new_subject", { ...about, title: report.title }),
          paragraphs: [t("follows.mail.new_body", about)],
          quote: report.title,
          action: { label: t("mail.step.action"), url: `${config().BASE_URL}/${locale}/reports/${report.ref}` },
          reason: follows.reason(words, causes),
          stop: stopLink(words, { personId, follows: causes }),
        },
        `step:${eventId}:${personId}`,
      );
    }
  });
}

/** A digest lists so many events; the rest is on the site. */
const MOST_ITEMS = 50;

/**
 * Sends the digests that are due, each once: what has been told isn't told again, however often this runs. For the worker.
 * @throws the first failure, after everybody else's digest was seen to
 */
export async function sendDigests(now = new Date()): Promise<void> {
  const failures: unknown[] = [];
  for (const cadence of ["daily", "weekly"] as const) {
    const due = lastDue(cadence, now);
    let after: string | undefined;
    for (;;) {
      const people = await listWaitingPeople(cadence, due, after);
      for (const personId of people)
        await sendDigest(personId, cadence, due).catch((failure: unknown) => failures.push(failure));
      after = people.at(-1);
      if (!after) break;
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function sendDigest(personId: string, cadence: "daily" | "weekly", due: Date): Promise<void> {
  const dedupeKey = `digest:${cadence}:${dayOf(due)}:${personId}`;
  await db().$transaction(async (tx) => {
    const reader = await lockReader(tx, personId);
    if (!reader) return;
    // What was noted late, after the digest of its time went out, waits for the next one.
    if (await tx.outboundMail.findUnique({ where: { dedupeKey }, select: { id: true } })) return;
    const waiting = await takeWaiting(tx, personId, cadence, due);
    const words = texts(reader.locale);
    const { t, calendarDay, locale } = words;
    const { items, more } = await listItems(tx, waiting, personId, words);
    if (items.length === 0) return;
    const day = calendarDay(new Date(dayOf(due)));
    const count = items.length + more;
    await queueMail(
      tx,
      reader.email,
      locale,
      {
        subject: t(`follows.mail.${cadence}_subject`, { count, day }),
        paragraphs: [
          t(`follows.mail.${cadence}_body`, { count }),
          ...(items.some(({ choices }) => choices) ? [t("follows.mail.digest_asks")] : []),
        ],
        items,
        ...(more > 0 && {
          action: { label: t("follows.mail.more", { count: more }), url: `${config().BASE_URL}/${locale}/reports` },
        }),
        reason: t(`follows.mail.${cadence}_reason`, { list: await causesInWords(tx, waiting, words) }),
        stop: stopLink(words, { personId, digest: cadence }),
      },
      dedupeKey,
    );
  }, PATIENT);
}

async function causesInWords(tx: Tx, waiting: Waiting[], words: Texts): Promise<string> {
  const causes = [...new Set(waiting.flatMap((one) => one.causes))];
  const follows = await followNames(tx, [{ causes }]);
  const reports = causes.filter((key) => key.startsWith("report:")).length;
  return [
    ...(reports > 0 ? [words.t("follows.name.reports", { count: reports })] : []),
    ...follows.inWords(words, causes),
  ].join("; ");
}

/**
 * The events in words, in the order they happened, with the question whether a fix holds where it is the reader's to
 * answer; reports that aren't public any more are left out.
 */
async function listItems(tx: Tx, waiting: Waiting[], personId: string, { t, locale, date }: Texts) {
  const events = await tx.reportEvent.findMany({
    where: {
      id: { in: waiting.map(({ eventId }) => eventId) },
      isPublic: true,
      hiding: null,
      report: { isPublic: true },
    },
    orderBy: { seq: "asc" },
    select: {
      id: true,
      kind: true,
      at: true,
      statusFrom: true,
      statusTo: true,
      report: {
        select: { ref: true, title: true, municipality: { select: names }, category: { select: names } },
      },
    },
  });
  const shown = events.slice(0, MOST_ITEMS);
  const asked = await fixQuestions(
    tx,
    personId,
    shown.map(({ id }) => id),
    locale,
  );
  const items = shown.map(({ id, kind, at, statusFrom, statusTo, report }) => {
    const what =
      statusFrom === "unconfirmed"
        ? t("follows.mail.item_new")
        : statusTo
          ? t("follows.mail.item_status", { status: t(`reports.status.${statusTo}`) })
          : t(kind === "comment" ? "after.mail.item_update" : "follows.mail.item_answer");
    const where = `${localName(report.category, locale)}, ${localName(report.municipality, locale)}`;
    return {
      title: `${what}: ${report.title}`,
      note: `${where} · ${date(at, "short")} · ${report.ref}`,
      url: `${config().BASE_URL}/${locale}/reports/${report.ref}`,
      choices: asked.get(id),
    };
  });
  return { items, more: events.length - items.length };
}
