import "server-only";
import { db } from "../db/client";
import { clocksOf, differs, hasClock, type Rules } from "./clock-jobs";
import { openStatuses, type Status } from "./status";

/** What other targets or holidays would do to the open reports. */
export type Effect = {
  /** Looked at. */
  open: number;
  /** Due at another moment, for the answer or the fix. */
  changed: number;
  /** Not late now, and late then; and the other way round. */
  late: number;
  saved: number;
};

const PAGE = 1000;

type Dues = { status: Status; firstResponseAt: Date | null; answerDueAt: Date; fixDueAt: Date };

const isLate = ({ status, firstResponseAt, answerDueAt, fixDueAt }: Dues, now: Date): boolean =>
  (!firstResponseAt && answerDueAt < now) || (status !== "referred" && fixDueAt < now);

/**
 * Counts what the open reports would be due at by other rules, without changing anything.
 * @param rules as they would be
 * @param municipalityId to look at one municipality's alone
 */
export async function effectOf(rules: Rules, municipalityId?: string, now = new Date()): Promise<Effect> {
  const effect: Effect = { open: 0, changed: 0, late: 0, saved: 0 };
  for (let after: string | undefined; ; ) {
    const rows = await db().report.findMany({
      where: {
        status: { in: [...openStatuses] },
        answerDueAt: { not: null },
        ...(municipalityId && { municipalityId }),
        ...(after && { id: { gt: after } }),
      },
      orderBy: { id: "asc" },
      take: PAGE,
      select: {
        id: true,
        municipalityId: true,
        categoryId: true,
        status: true,
        confirmedAt: true,
        firstResponseAt: true,
        answerDueAt: true,
        fixDueAt: true,
        pausedAt: true,
      },
    });
    const timed = rows.filter(hasClock);
    const clocks = await clocksOf(db(), timed, rules);
    for (const row of timed) {
      const clock = clocks.get(row.id);
      if (!clock) continue;
      effect.open++;
      if (!differs(row, clock)) continue;
      effect.changed++;
      const [before, then] = [isLate(row, now), isLate({ ...row, ...clock }, now)];
      if (then && !before) effect.late++;
      if (before && !then) effect.saved++;
    }
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) return effect;
  }
}
