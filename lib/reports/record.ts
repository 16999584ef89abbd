import "server-only";
import type { Tx } from "../db/client";
import type { Prisma } from "../db/generated/client";
import type { ReportEventKind } from "../db/generated/enums";
import { Refusal } from "../errors";
import { enqueue } from "../jobs/queue";
import { windClock } from "./clock-jobs";
import { isClosed, type Status } from "./status";

/** What commands need to know of a report before they change it. */
const known = {
  id: true,
  ref: true,
  status: true,
  version: true,
  municipalityId: true,
  categoryId: true,
  reporterId: true,
  reporterName: true,
  lookSince: true,
  firstResponseAt: true,
  reopenedCount: true,
  isPublic: true,
  language: true,
  confirmedAt: true,
  assigneeId: true,
  withdrawnAt: true,
  stillAskedAt: true,
} satisfies Prisma.ReportSelect;

export type KnownReport = Prisma.ReportGetPayload<{ select: typeof known }>;

/**
 * The report a command is about, locked until its transaction ends.
 * @throws Refusal not_found, or stale when it has changed since the form was drawn
 */
export async function lockReport(tx: Tx, subject: { reportId: string; version?: number }): Promise<KnownReport> {
  await tx.$queryRaw`select 1 from report where id = ${subject.reportId}::uuid for update`;
  const report = await tx.report.findUnique({ where: { id: subject.reportId }, select: known });
  if (!report) throw new Refusal("not_found");
  if (subject.version !== undefined && subject.version !== report.version) throw new Refusal("stale");
  return report;
}

/** What happened, for the report's story. */
export type Happening = {
  kind: ReportEventKind;
  actorKind: "citizen" | "municipality" | "staff" | "system";
  actorId: string | null;
  isPublic: boolean;
  statusTo?: Status;
  text?: string | undefined;
  data?: Prisma.InputJsonValue;
};

/**
 * The one way a report changes: the event is added, the row follows it, whoever must be told is queued, in one transaction.
 * @param changes columns besides those that follow from the event by themselves (status, its dates, version)
 * @returns the event's id
 */
export async function record(
  tx: Tx,
  report: KnownReport,
  happening: Happening,
  changes: Prisma.ReportUncheckedUpdateInput = {},
): Promise<string> {
  const now = new Date();
  const { statusTo } = happening;
  const event = await tx.reportEvent.create({
    data: {
      reportId: report.id,
      kind: happening.kind,
      actorKind: happening.actorKind,
      actorId: happening.actorId,
      isPublic: happening.isPublic,
      at: now,
      ...(statusTo && { statusFrom: report.status, statusTo }),
      ...(happening.text && { text: happening.text }),
      ...(happening.data !== undefined && { data: happening.data }),
    },
    select: { id: true },
  });
  // Letting a report be public after a look is no answer to it yet.
  const answers =
    happening.actorKind === "municipality" &&
    happening.isPublic &&
    report.status !== "unconfirmed" &&
    !report.firstResponseAt;
  await tx.report.update({
    where: { id: report.id },
    data: {
      version: { increment: 1 },
      ...(statusTo && { status: statusTo, statusAt: now, closedAt: isClosed(statusTo) ? now : null }),
      ...(answers && { firstResponseAt: now }),
      ...changes,
    },
  });
  // Referred, or back again: the clock stands, or goes on with what was left.
  if (statusTo && (statusTo === "referred" || report.status === "referred")) await windClock(tx, report.id);
  if (happening.isPublic) await enqueue(tx, "report_event", { eventId: event.id });
  return event.id;
}

/** A report that is public again is followed by its reporter again; everybody else was told that their follow ended. */
export async function followOwn(tx: Tx, { id, reporterId }: KnownReport): Promise<void> {
  if (reporterId) await tx.follow.createMany({ data: [{ reportId: id, personId: reporterId }], skipDuplicates: true });
}
