import "server-only";
import { config } from "../config";
import { db } from "../db/client";
import type { ReportEventKind } from "../db/generated/enums";
import { tellOfNew } from "../follows/jobs";
import { followNames, ofReport, stopLink } from "../follows/letters";
import { noteEvent, tellAtOnce } from "../follows/notices";
import { type Locale, localName } from "../i18n/locales";
import { type MessageKey, texts } from "../i18n/texts";
import { queueMail } from "../notifications/mail";
import { fixChoices } from "./questions";
import type { PublicStatus } from "./status";

/** Tells the municipality of a new report: its mailbox if it has one, otherwise its managers and officials. */
export async function tellMunicipality({ reportId }: { reportId: string }): Promise<void> {
  const report = await db().report.findUniqueOrThrow({
    where: { id: reportId },
    select: { id: true, ref: true, title: true, isPublic: true, municipality: true, category: true },
  });
  // Taken from public view before anybody was told.
  if (!report.isPublic) return;
  const readers = await readersAt(report.municipality);
  await db().$transaction(async (tx) => {
    for (const reader of readers) {
      const { t } = texts(reader.locale);
      const place = localName(report.municipality, reader.locale);
      const category = localName(report.category, reader.locale);
      await queueMail(
        tx,
        reader.email,
        reader.locale,
        {
          subject: t("mail.new_report.subject", { ref: report.ref, category, municipality: place }),
          paragraphs: [t("mail.new_report.body", { category, municipality: place })],
          quote: report.title,
          action: {
            label: t("mail.new_report.action"),
            url: `${config().BASE_URL}/${reader.locale}/desk/${report.ref}`,
          },
          reason: t("mail.new_report.reason", { municipality: place }),
        },
        `new:${report.id}:${reader.email}`,
      );
    }
  });
}

type Reader = { email: string | null; locale: Locale };

/** People who hear of a new or reopened report as officials already. */
async function officialsAmong({ slug, email }: { slug: string; email: string | null }): Promise<string[]> {
  if (email) return (await db().person.findMany({ where: { email }, select: { id: true } })).map(({ id }) => id);
  const grants = await db().roleGrant.findMany({
    where: { municipalityId: slug, role: { in: ["official", "manager"] } },
    select: { personId: true },
  });
  return grants.map(({ personId }) => personId);
}

/** Whom a municipality's news goes to. */
export async function readersAt({ slug, email }: { slug: string; email: string | null }): Promise<Reader[]> {
  if (email) return [{ email, locale: "sq" }];
  const grants = await db().roleGrant.findMany({
    where: { municipalityId: slug, role: { in: ["official", "manager"] } },
    distinct: ["personId"],
    select: { person: { select: { email: true, locale: true } } },
  });
  return grants.map(({ person }) => person);
}

/**
 * Tells the municipality of a report that came without an e-mail and isn't public before somebody looked at it; once a
 * day, however many there are. Nothing that was typed stands in it: nobody has read it yet.
 */
export async function tellLookers({ reportId }: { reportId: string }): Promise<void> {
  const { status, lookSince, municipality } = await db().report.findUniqueOrThrow({
    where: { id: reportId },
    select: { status: true, lookSince: true, municipality: true },
  });
  if (status !== "unconfirmed" || !lookSince) return;
  const day = lookSince.toISOString().slice(0, 10);
  const readers = await readersAt(municipality);
  await db().$transaction(async (tx) => {
    for (const { email, locale } of readers) {
      const { t } = texts(locale);
      const place = localName(municipality, locale);
      await queueMail(
        tx,
        email,
        locale,
        {
          subject: t("mail.to_look_at.subject", { municipality: place }),
          paragraphs: [t("mail.to_look_at.body", { municipality: place })],
          action: { label: t("mail.to_look_at.action"), url: `${config().BASE_URL}/${locale}/look` },
          reason: t("mail.new_report.reason", { municipality: place }),
        },
        `look:${municipality.slug}:${day}:${email}`,
      );
    }
  });
}

/** What is said of a step that is neither a status nor the municipality's answer. */
const stepWords: Partial<Record<ReportEventKind, { subject: MessageKey; body: MessageKey }>> = {
  comment: { subject: "after.mail.update_subject", body: "after.mail.update_body" },
  withdrawn: { subject: "after.mail.withdrawn_subject", body: "after.mail.withdrawn_body" },
};

/**
 * Tells reporter and followers of a public step, each in their language, the reporter in the one they reported in.
 * Whoever made the step isn't told of it.
 */
export async function tellFollowers({ eventId }: { eventId: string }): Promise<void> {
  const event = await db().reportEvent.findUniqueOrThrow({
    where: { id: eventId },
    include: { hiding: true, report: { include: { municipality: true } } },
  });
  const { report } = event;
  if (!report.isPublic || event.hiding || event.kind === "still_there") return;
  // That it became public is news to those who follow the place or the kind; to its own people it isn't.
  if (event.statusFrom === "unconfirmed") return tellOfNew(event.id, await officialsAmong(report.municipality));
  // Its officials hear of a reopened one in their own letter (tellReopened).
  const reopened = event.statusFrom === "fixed" && event.statusTo === "open";
  const officials = reopened ? await officialsAmong(report.municipality) : [];
  await noteEvent({
    eventId: event.id,
    report: true,
    areas: event.statusTo === "fixed",
    except: event.actorId ? [event.actorId, ...officials] : officials,
  });
  const fixed = event.statusTo === "fixed" && event.actorKind === "municipality";
  await tellAtOnce(event.id, async (tx, readers) => {
    const names = await followNames(tx, readers);
    for (const person of readers) {
      const asks = fixed && ofReport(person.causes);
      const isReporter = person.personId === report.reporterId;
      const locale = isReporter ? report.language : person.locale;
      const { t, calendarDay } = texts(locale);
      const municipality = localName(report.municipality, locale);
      const by = event.actorKind === "municipality" ? municipality : t("mail.step.citizen");
      const data = (event.data ?? {}) as { plannedFor?: string; referredTo?: string; duplicateOf?: string };
      const status = event.statusTo ? t(`reports.status.${event.statusTo as PublicStatus}`) : null;
      await queueMail(
        tx,
        person.email,
        locale,
        {
          subject: status
            ? t("mail.step.subject_status", { ref: report.ref, status, title: report.title })
            : t(stepWords[event.kind]?.subject ?? "mail.step.subject_answer", { ref: report.ref, title: report.title }),
          paragraphs: [
            status
              ? t("mail.step.body_status", { by, title: report.title, status })
              : t(stepWords[event.kind]?.body ?? "mail.step.body_answer", { by, title: report.title }),
            ...(data.plannedFor ? [t("mail.step.planned", { day: calendarDay(new Date(data.plannedFor)) })] : []),
            ...(data.referredTo ? [t("mail.step.referred", { to: data.referredTo })] : []),
            ...(data.duplicateOf ? [t("mail.step.duplicate", { ref: data.duplicateOf })] : []),
            ...(asks ? [t("after.mail.ask_fixed")] : []),
          ],
          ...(asks && {
            choices: fixChoices(locale, { personId: person.personId, aboutId: event.id, askedAt: event.at }),
          }),
          ...(event.text && { quote: event.text }),
          action: { label: t("mail.step.action"), url: `${config().BASE_URL}/${locale}/reports/${report.ref}` },
          reason: isReporter ? t("mail.step.reason_reporter") : names.reason(texts(locale), person.causes),
          stop: stopLink(texts(locale), { personId: person.personId, follows: person.causes }),
        },
        `step:${event.id}:${person.personId}`,
      );
    }
  });
}
