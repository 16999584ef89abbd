import "server-only";
import { type Actor, isConfirmed, personId, worksFor } from "../accounts/actor";
import { db } from "../db/client";
import { listCalendar } from "../municipalities/holidays";
import { answerFields, toQuestion } from "../municipalities/questions";
import type { Answer } from "./answers";
import { cardFields, type ReportCard, toCard } from "./cards";
import { readCursor, writeCursor } from "./cursor";
import { dueOf } from "./due";
import { PAGE_SIZE, type Page } from "./list";
import { canAddUpdate, canJudgeFix, canModerate } from "./policy";
import type { PublicStatus } from "./status";
import { photoFields, storyOf, storyRows, voicesOf } from "./story";

export type { ReportCard } from "./cards";
export { listReports, PAGE_SIZE, type Page } from "./list";

/**
 * A public report with its story.
 * @param ref as it stands in the address
 * @param viewer to tell whether they follow and support it, and whether it is theirs
 * @param now what is late is measured against it
 * @returns null when there is none that the public may see
 */
export async function findPublicReport(ref: string, viewer: Actor, now = new Date()) {
  const row = await db().report.findFirst({
    where: { ref, isPublic: true },
    select: {
      ...cardFields,
      details: true,
      language: true,
      source: true,
      reporterName: true,
      nameShown: true,
      reporterId: true,
      plannedFor: true,
      referredTo: true,
      answerDueAt: true,
      fixDueAt: true,
      pausedAt: true,
      firstResponseAt: true,
      closedAt: true,
      confirmedAt: true,
      duplicateOf: { select: { ref: true, title: true, isPublic: true } },
      answers: { where: { question: { isPublic: true } }, select: answerFields },
      photos: { where: { role: "problem" }, orderBy: { position: "asc" }, select: photoFields },
      withdrawnAt: true,
      stillAskedAt: true,
      version: true,
      events: storyRows,
      _count: { select: { follows: true } },
    },
  });
  if (!row) return null;
  const { reporterId, reporterName, nameShown, events, duplicateOf, answers, _count, ...rest } = row;
  const viewerId = personId(viewer);
  const key = viewerId ? { reportId_personId: { reportId: row.id, personId: viewerId } } : null;
  const [voices, follow, support] = await Promise.all([
    voicesOf(row, viewerId),
    key && db().follow.findUnique({ where: key }),
    key && db().support.findUnique({ where: key }),
  ]);
  const due = dueOf(row, now, await listCalendar());
  const facts = { municipalityId: row.municipality.slug, reporterId };
  const isOwn = viewerId !== null && viewerId === reporterId;
  return {
    ...rest,
    status: rest.status as PublicStatus,
    answers: answers.map(({ value, question }): Answer => ({ value, question: toQuestion(question) })),
    reporterName: nameShown ? reporterName : null,
    duplicateOf: duplicateOf?.isPublic ? { ref: duplicateOf.ref, title: duplicateOf.title } : null,
    story: storyOf(events, reporterId),
    ...voices,
    due,
    followers: _count.follows,
    viewer: {
      follows: Boolean(follow),
      supports: Boolean(support),
      isReporter: isOwn,
      canWork: worksFor(viewer, row.municipality.slug),
      canAddUpdate: canAddUpdate(viewer, facts),
      canJudgeFix: canJudgeFix(viewer, facts, Boolean(follow)),
      canSupport: isConfirmed(viewer) && !isOwn,
      canModerate: canModerate(viewer),
    },
  };
}
export type PublicReport = NonNullable<Awaited<ReturnType<typeof findPublicReport>>>;

/** The words of a public report by its id; null where the public sees none. */
export async function findReportTitle(id: string) {
  return db().report.findFirst({ where: { id, isPublic: true }, select: { ref: true, title: true } });
}

/** A report that was taken from public view, for those who may bring it back; null for everybody else. */
export async function findHiddenReport(actor: Actor, ref: string) {
  if (!canModerate(actor)) return null;
  return db().report.findFirst({
    where: { ref, hiddenAt: { not: null }, training: false, withdrawnAt: null },
    select: { id: true, ref: true, title: true, hiddenAt: true },
  });
}

/**
 * What is left of a report that its reporter took back: its number and when, and for them the way back.
 * `mine` is null for everybody else, and where moderators have hidden it since.
 */
export async function findWithdrawn(ref: string, viewer: Actor) {
  const row = await db().report.findFirst({
    where: { ref, hiddenAt: { not: null }, training: false, withdrawnAt: { not: null } },
    select: { id: true, title: true, reporterId: true, hiddenAt: true, withdrawnAt: true },
  });
  if (!row?.withdrawnAt) return null;
  const { id, title, reporterId, hiddenAt, withdrawnAt } = row;
  const isOwn = reporterId !== null && reporterId === personId(viewer);
  const mine = isOwn && hiddenAt?.getTime() === withdrawnAt.getTime() ? { id, title } : null;
  return { ref, withdrawnAt, mine };
}

/** What a confirmation link is about, before it is confirmed; null for a link that opens nothing. */
export async function findByConfirmation(confirmHash: string) {
  return db().report.findUnique({ where: { confirmHash }, select: { ref: true, title: true, status: true } });
}

/**
 * Reports the person filed, the newest first, public or not.
 * @param cursor `next` of the page before
 */
export async function listOwnReports(actor: Actor, cursor?: string): Promise<Page<ReportCard>> {
  const id = personId(actor);
  if (!id) return { rows: [], next: null };
  const after = readCursor(cursor, { sort: "newest" });
  const rows = await db().report.findMany({
    where: {
      reporterId: id,
      confirmedAt: { not: null },
      ...(after && {
        OR: [{ createdAt: { lt: new Date(after.key) } }, { createdAt: new Date(after.key), id: { lt: after.id } }],
      }),
    },
    select: cardFields,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE_SIZE + 1,
  });
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  const next = (row: { createdAt: Date; id: string }) =>
    writeCursor({ sort: "newest", back: false, key: row.createdAt.getTime(), id: row.id });
  return { rows: page.map(toCard), next: rows.length > PAGE_SIZE && last ? next(last) : null };
}
