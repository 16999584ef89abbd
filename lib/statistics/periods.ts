import "server-only";
import { db } from "../db/client";

/** Days of a period; two of them are set beside each other. */
export const PERIOD_DAYS = 90;

/** What happened in a municipality in a period. */
export type PeriodFigures = {
  filed: number;
  /** First answers given in the period, and how long after the report became public, in days. */
  answered: number;
  medianAnswerDays: number | null;
  /** Reports that are fixed, and were so in the period. */
  fixed: number;
  medianFixDays: number | null;
  /** How often a fix was taken back. */
  reopened: number;
};

const nothing: PeriodFigures = {
  filed: 0,
  answered: 0,
  medianAnswerDays: null,
  fixed: 0,
  medianFixDays: null,
  reopened: 0,
};

/**
 * The last 90 calendar days of Kosovo with today, and the 90 before, from what is kept tallied.
 * @param now which day today is
 */
export async function readPeriods(
  municipality: string,
  now = new Date(),
): Promise<{ now: PeriodFigures; before: PeriodFigures }> {
  const [rows, reopenings] = await Promise.all([
    db().$queryRaw<{ kind: string; recent: boolean; count: number; days: number }[]>`
      with kept as (
        select kind, day > kosovo_day(${now}) - ${PERIOD_DAYS}::int as recent, hours, sum(count) as n from report_tally
        where kind in ('filed', 'answered_day', 'fixed_day') and municipality_id = ${municipality}
          and day > kosovo_day(${now}) - ${2 * PERIOD_DAYS}::int and day <= kosovo_day(${now})
        group by 1, 2, 3),
      ranked as (
        select *, sum(n) over (partition by kind, recent order by hours) as upto,
          sum(n) over (partition by kind, recent) as total from kept)
      select kind, recent, max(total)::int as count,
        ((min(hours) filter (where upto > div(total - 1, 2)) + min(hours) filter (where upto > div(total, 2))) / 48.0)::float8 as days
      from ranked group by kind, recent`,
    db().$queryRaw<{ recent: boolean; count: number }[]>`
      select kosovo_day(at) > kosovo_day(${now}) - ${PERIOD_DAYS}::int as recent, count(*)::int as count
      from report_event as e join report as r on r.id = e.report_id
      where e.is_public and e.status_from = 'fixed' and e.status_to = 'open' and r.is_public
        and r.municipality_id = ${municipality} and kosovo_day(at) > kosovo_day(${now}) - ${2 * PERIOD_DAYS}::int
        and at > ${now}::timestamptz - interval '181 days' and kosovo_day(at) <= kosovo_day(${now})
      group by 1`,
  ]);
  const figures = (recent: boolean): PeriodFigures => {
    const of = (kind: string) => rows.find((row) => row.kind === kind && row.recent === recent);
    const [answered, fixed] = [of("answered_day"), of("fixed_day")];
    return {
      ...nothing,
      filed: of("filed")?.count ?? 0,
      answered: answered?.count ?? 0,
      medianAnswerDays: answered?.days ?? null,
      fixed: fixed?.count ?? 0,
      medianFixDays: fixed?.days ?? null,
      reopened: reopenings.find((row) => row.recent === recent)?.count ?? 0,
    };
  };
  return { now: figures(true), before: figures(false) };
}
