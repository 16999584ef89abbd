import "server-only";
import type { Tx } from "../db/client";
import { enqueue } from "../jobs/queue";
import { readCalendar } from "../municipalities/holidays";
import { readTargets, targetsOf } from "../municipalities/targets";
import { clockOf } from "./clock";
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
  const route = await tx.categoryRoute.findUnique({
    where: { municipalityId_categoryId: { municipalityId: report.municipalityId, categoryId: report.categoryId } },
  });
  const now = new Date();
  const days = targetsOf(await readTargets(tx))(report.municipalityId, report.categoryId);
  const { answerDueAt, fixDueAt } = clockOf(now, [], days, await readCalendar(tx));
  await record(
    tx,
    report,
    { kind: "status", ...by, isPublic: true, statusTo: "open" },
    {
      reporterId,
      pendingEmail: null,
      confirmedAt: now,
      departmentId: route?.departmentId ?? null,
      answerDueAt,
      fixDueAt,
    },
  );
  await followOwn(tx, { ...report, reporterId });
  await enqueue(tx, "report_confirmed", { reportId: report.id });
}
