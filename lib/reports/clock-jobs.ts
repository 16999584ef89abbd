import "server-only";
import { db, type Tx } from "../db/client";
import { enqueue } from "../jobs/queue";
import type { Calendar } from "../municipalities/calendar";
import { readCalendar } from "../municipalities/holidays";
import { readTargets, type Targets, targetsOf } from "../municipalities/targets";
import { type Clock, clockOf, type Step } from "./clock";
import { isOpenSql } from "./filters";

/** So many reports in one transaction: whoever writes meanwhile waits for their counting only. */
const BATCH = 100;

/** A report as its clock knows it. */
type Timed = {
  id: string;
  municipalityId: string;
  categoryId: string;
  confirmedAt: Date;
  firstResponseAt: Date | null;
  answerDueAt: Date;
  fixDueAt: Date;
  pausedAt: Date | null;
};

/** What a clock is wound by. */
export type Rules = { targets: Targets; calendar: Calendar };

/** Targets and holidays as a transaction sees them. */
export const readRules = async (tx: Tx): Promise<Rules> => ({
  targets: targetsOf(await readTargets(tx)),
  calendar: await readCalendar(tx),
});

const timed = {
  id: true,
  municipalityId: true,
  categoryId: true,
  confirmedAt: true,
  firstResponseAt: true,
  answerDueAt: true,
  fixDueAt: true,
  pausedAt: true,
} as const;

/** The steps of those among some reports that were ever referred; of the others nothing ever stood still. */
async function stepsOf(tx: Pick<Tx, "reportEvent">, ids: string[]): Promise<Map<string, Step[]>> {
  const referred = await tx.reportEvent.findMany({
    where: { reportId: { in: ids }, statusTo: "referred" },
    distinct: ["reportId"],
    select: { reportId: true },
  });
  const steps = new Map<string, Step[]>();
  if (referred.length === 0) return steps;
  const events = await tx.reportEvent.findMany({
    where: { reportId: { in: referred.map(({ reportId }) => reportId) }, statusTo: { not: null } },
    orderBy: { seq: "asc" },
    select: { reportId: true, at: true, statusTo: true },
  });
  for (const { reportId, at, statusTo } of events)
    if (statusTo) steps.set(reportId, [...(steps.get(reportId) ?? []), { at, statusTo }]);
  return steps;
}

/**
 * The clocks of some reports by these rules, by id. What has its first answer keeps the moment that answer was due:
 * whether it came in time isn't decided by a target that was set afterwards.
 */
export async function clocksOf(
  tx: Pick<Tx, "reportEvent">,
  reports: Timed[],
  { targets, calendar }: Rules,
): Promise<Map<string, Clock>> {
  const steps = await stepsOf(
    tx,
    reports.map(({ id }) => id),
  );
  return new Map(
    reports.map((report) => {
      const days = targets(report.municipalityId, report.categoryId);
      const clock = clockOf(report.confirmedAt, steps.get(report.id) ?? [], days, calendar);
      return [report.id, report.firstResponseAt ? { ...clock, answerDueAt: report.answerDueAt } : clock];
    }),
  );
}

/** Whether a clock says something else than the row. */
export const differs = (row: Timed, clock: Clock): boolean =>
  row.answerDueAt.getTime() !== clock.answerDueAt.getTime() || row.fixDueAt.getTime() !== clock.fixDueAt.getTime();

type Row = Omit<Timed, "confirmedAt" | "answerDueAt" | "fixDueAt"> & {
  confirmedAt: Date | null;
  answerDueAt: Date | null;
  fixDueAt: Date | null;
};

/** Reports without targets (imported ones) have no clock. */
export const hasClock = <T extends Row>(row: T): row is T & Timed =>
  Boolean(row.confirmedAt && row.answerDueAt && row.fixDueAt);

/**
 * Sets the moments at which a report is due to what follows from its events, targets and holidays now.
 * @param id of a report that is locked
 */
export async function windClock(tx: Tx, id: string): Promise<void> {
  const row = await tx.report.findUniqueOrThrow({ where: { id }, select: timed });
  // Imported ones have no targets; that they are paused is known all the same.
  const now = new Date();
  const { confirmedAt, answerDueAt, fixDueAt } = row;
  const reports = [
    { ...row, confirmedAt: confirmedAt ?? now, answerDueAt: answerDueAt ?? now, fixDueAt: fixDueAt ?? now },
  ];
  const clock = (await clocksOf(tx, reports, await readRules(tx))).get(id);
  if (!clock) return;
  const { pausedAt, ...due } = clock;
  await tx.report.update({ where: { id }, data: { pausedAt, ...(hasClock(row) && due) } });
}

/**
 * Winds the clocks of all open reports anew, a hundred at a time and each under its lock, so that nothing that is done
 * meanwhile is lost. For the worker.
 * @returns how many changed
 */
export async function windClocks(): Promise<number> {
  let changed = 0;
  for (let after: string | undefined; ; ) {
    const batch = await db().$transaction(async (tx) => {
      const ids = await tx.$queryRaw<{ id: string }[]>`
        select id from report where ${isOpenSql} and answer_due_at is not null
          and id > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
        order by id limit ${BATCH} for update`;
      const rows = await tx.report.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, select: timed });
      const reports = rows.filter(hasClock);
      const clocks = await clocksOf(tx, reports, await readRules(tx));
      for (const row of reports) {
        const clock = clocks.get(row.id);
        if (!clock || !differs(row, clock)) continue;
        await tx.report.update({ where: { id: row.id }, data: clock });
        changed++;
      }
      return ids;
    });
    after = batch.at(-1)?.id;
    if (batch.length < BATCH) return changed;
  }
}

/** A transaction takes no longer than this: whoever read the rules before a change has written by then. */
const SETTLED = 60_000;

/** Queues the winding of all clocks after a change of targets or holidays, and once more for what was under way meanwhile. */
export async function queueWinding(tx: Tx): Promise<void> {
  await enqueue(tx, "wind_clocks", {}, "wind_clocks");
  await enqueue(tx, "wind_clocks", {}, "wind_clocks_again", new Date(Date.now() + SETTLED));
}
