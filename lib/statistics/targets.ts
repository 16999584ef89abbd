import "server-only";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { PERIOD_DAYS } from "./periods";

/** Of what had to be done by a target that fell in a period: how much was done by then. */
export type Kept = { due: number; inTime: number };
export type KeptTargets = { answer: Kept; fix: Kept };
export type KeptPeriods = { now: KeptTargets; before: KeptTargets };

const nothing: Kept = { due: 0, inTime: 0 };
/** Where nothing fell due. */
export const noneDue: KeptPeriods = {
  now: { answer: nothing, fix: nothing },
  before: { answer: nothing, fix: nothing },
};

type Row = {
  municipalityId: string | null;
  kind: "answer_due" | "fix_due";
  recent: boolean;
  due: number;
  inTime: number;
};

/**
 * How each municipality, and all together, kept the targets that fell in the last 90 days up to yesterday, and in the
 * 90 before. What was never answered or fixed is counted with what was: silence doesn't make a share better.
 * @param now which day today is
 * @param municipality to count one alone
 */
export async function readKept(
  now = new Date(),
  municipality?: string,
): Promise<{ municipalities: Map<string, KeptPeriods>; total: KeptPeriods }> {
  const only = municipality ? Prisma.sql`and municipality_id = ${municipality}` : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    with kept as (
      select municipality_id, kind, day >= kosovo_day(${now}) - ${PERIOD_DAYS}::int as recent, status, count from report_tally
      where kind in ('answer_due', 'fix_due') and day >= kosovo_day(${now}) - ${2 * PERIOD_DAYS}::int and day < kosovo_day(${now}) ${only})
    select municipality_id as "municipalityId", kind, recent, sum(count)::int as due,
      coalesce(sum(count) filter (where status = 'in_time'), 0)::int as "inTime"
    from kept group by grouping sets ((municipality_id, kind, recent), (kind, recent)) having sum(count) > 0`;
  const found = new Map<string | null, KeptPeriods>();
  for (const { municipalityId, kind, recent, due, inTime } of rows) {
    const so = found.get(municipalityId) ?? noneDue;
    const period = recent ? "now" : "before";
    const what = kind === "answer_due" ? "answer" : "fix";
    found.set(municipalityId, { ...so, [period]: { ...so[period], [what]: { due, inTime } } });
  }
  const total = found.get(null) ?? noneDue;
  found.delete(null);
  return { municipalities: found as Map<string, KeptPeriods>, total };
}
