import "server-only";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { isOverdueSql } from "../reports/filters";
import { openStatuses } from "../reports/status";

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

type Row = Figures & { municipalityId: string | null };

const days = (until: string) => Prisma.raw(`extract(epoch from ${until} - confirmed_at)::float8 / 86400`);

/**
 * The figures of each municipality that has public reports, and of all together.
 * @param now what "overdue" is measured against
 * @param municipality to count one alone
 */
export async function readFigures(
  now = new Date(),
  municipality?: string,
): Promise<{ municipalities: Map<string, Figures>; total: Figures }> {
  const only = municipality ? Prisma.sql`and municipality_id = ${municipality}` : Prisma.empty;
  const isOpen = Prisma.sql`status = any(${[...openStatuses]}::"ReportStatus"[])`;
  const rows = await db().$queryRaw<Row[]>`
    select municipality_id as "municipalityId",
      count(*)::int as reports,
      count(*) filter (where ${isOpen})::int as open,
      count(*) filter (where status = 'fixed')::int as fixed,
      count(*) filter (where ${isOverdueSql(now)})::int as overdue,
      count(*) filter (where reopened_count > 0)::int as reopened,
      count(first_response_at)::int as answered,
      percentile_cont(0.5) within group (order by ${days("first_response_at")})
        filter (where first_response_at is not null)::float8 as "medianAnswerDays",
      percentile_cont(0.5) within group (order by ${days("closed_at")})
        filter (where status = 'fixed')::float8 as "medianFixDays"
    from report where is_public ${only}
    group by grouping sets ((municipality_id), ())`;
  const municipalities = new Map<string, Figures>();
  let total = none;
  for (const { municipalityId, ...figures } of rows) {
    if (municipalityId === null) total = figures;
    else municipalities.set(municipalityId, figures);
  }
  return { municipalities, total };
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
