import "server-only";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { isOpenSql } from "../reports/filters";

/** What is counted of public reports. How each figure is counted is said in words on /statistics (messages: pages.statistics.how). */
export type Figures = {
  reports: number;
  open: number;
  fixed: number;
  /** See isOverdue. */
  overdue: number;
  /** Reports that were reopened, each once. */
  reopened: number;
  /** Reports that have a first answer, which the median is taken of. */
  answered: number;
  /** Calendar days, from the moment a report became public; null where there is none to take it of. */
  medianAnswerDays: number | null;
  /** Calendar days until the last time it was marked fixed, of reports that are fixed now. */
  medianFixDays: number | null;
};

type Part = Partial<Figures> & { municipalityId: string | null };

const toDays = (hours: number | null): number | null => (hours === null ? null : hours / 24);

/**
 * The figures of each municipality that has public reports, and of all together: exact at this moment, from counts that
 * are kept as reports change, so that they cost the same however many reports there are.
 * Medians are of durations to the hour, from ten days on to the day.
 * @param now what "overdue" is measured against
 * @param municipality to count one alone
 */
export async function readFigures(
  now = new Date(),
  municipality?: string,
): Promise<{ municipalities: Map<string, Figures>; total: Figures }> {
  const only = municipality ? Prisma.sql`and municipality_id = ${municipality}` : Prisma.empty;
  const [counts, overdue, reopened, medians] = await Promise.all([
    db().$queryRaw<Part[]>`
      select municipality_id as "municipalityId", sum(count)::int as reports,
        coalesce(sum(count) filter (where ${isOpenSql}), 0)::int as open,
        coalesce(sum(count) filter (where status = 'fixed'), 0)::int as fixed
      from map_cell where zoom = 8 and category_id = '*' ${only}
      group by grouping sets ((municipality_id), ()) having sum(count) > 0`,
    // Tallied by the day; what came due today, no tally can know.
    db().$queryRaw<Part[]>`
      select municipality_id as "municipalityId", sum(count)::int as overdue from (
        select municipality_id, count from report_tally where kind = 'overdue' and day < kosovo_day(${now}) ${only}
        union all
        select municipality_id, 1 from report where is_public and overdue_at is not null
          and overdue_at >= kosovo_day(${now})::timestamp at time zone 'Europe/Belgrade' and overdue_at < ${now} ${only}
      ) as due group by grouping sets ((municipality_id), ()) having sum(count) > 0`,
    db().$queryRaw<Part[]>`
      select municipality_id as "municipalityId", sum(count)::int as reopened from report_tally
      where kind = 'reopened' ${only} group by grouping sets ((municipality_id), ()) having sum(count) > 0`,
    db().$queryRaw<(Part & { kind: "answered" | "fixed"; count: number; hours: number })[]>`
      with kept as (
        select municipality_id, kind, hours, sum(count) as n from report_tally where kind in ('answered', 'fixed') ${only}
        group by grouping sets ((municipality_id, kind, hours), (kind, hours))),
      ranked as (
        select *, sum(n) over (partition by municipality_id, kind order by hours) as upto,
          sum(n) over (partition by municipality_id, kind) as total from kept)
      select municipality_id as "municipalityId", kind, max(total)::int as count,
        ((min(hours) filter (where upto > div(total - 1, 2)) + min(hours) filter (where upto > div(total, 2))) / 2.0)::float8 as hours
      from ranked group by municipality_id, kind`,
  ]);
  const found = new Map<string | null, Figures>();
  const add = ({ municipalityId, ...part }: Part) =>
    found.set(municipalityId, { ...(found.get(municipalityId) ?? none), ...part });
  for (const part of [...counts, ...overdue, ...reopened]) add(part);
  for (const { municipalityId, kind, count, hours } of medians)
    add(
      kind === "answered"
        ? { municipalityId, answered: count, medianAnswerDays: toDays(hours) }
        : { municipalityId, medianFixDays: toDays(hours) },
    );
  const total = found.get(null) ?? none;
  found.delete(null);
  return { municipalities: new Map([...found].flatMap(([slug, figures]) => (slug ? [[slug, figures]] : []))), total };
}

/** The figures where there are no reports yet. */
export const none: Figures = {
  reports: 0,
  open: 0,
  fixed: 0,
  overdue: 0,
  reopened: 0,
  answered: 0,
  medianAnswerDays: null,
  medianFixDays: null,
};
