import "server-only";
import type { Tx } from "../db/client";
import { enqueue } from "../jobs/queue";
import { addWorkdays } from "../municipalities/workdays";
import { followOwn, type Happening, type KnownReport, record } from "./record";

/**
 * Makes an unconfirmed report public, with its department and its targets from now on, and tells the municipality.
 * @param report locked
 * @param reporterId whose report it is, if that is known; they follow it
 * @param by who opens it: the reporter who proved their mailbox, or whoever looked at it
 */
export async function openReport(
  tx: Tx,
  report: KnownReport,
  reporterId: string | null,
  by: Pick<Happening, "actorKind" | "actorId" | "data">,
): Promise<void> {
  const { municipality, category } = await tx.report.findUniqueOrThrow({
    where: { id: report.id },
    select: { municipality: true, category: { select: { targetFixDays: true } } },
  });
  const route = await tx.categoryRoute.findUnique({
    where: { municipalityId_categoryId: { municipalityId: report.municipalityId, categoryId: report.categoryId } },
  });
  const now = new Date();
  await record(
    tx,
    report,
    { kind: "status", ...by, isPublic: true, statusTo: "open" },
    {
      reporterId,
      pendingEmail: null,
      confirmedAt: now,
      departmentId: route?.departmentId ?? null,
      answerDueAt: addWorkdays(now, municipality.targetAnswerDays),
      fixDueAt: addWorkdays(now, category.targetFixDays ?? municipality.targetFixDays),
    },
  );
  await followOwn(tx, { ...report, reporterId });
  await enqueue(tx, "report_confirmed", { reportId: report.id });
}
