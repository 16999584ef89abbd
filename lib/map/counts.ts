import "server-only";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { allOf, isOpenSql, reportSql, searchSql, statusSql } from "../reports/filters";
import { type ReportFilter, scopeOf } from "../reports/schema";
import type { PublicStatus } from "../reports/status";

/** Zooms for which cells are kept counted (see report_cells() in the migrations): every second one of these. */
export const CELLS_FROM = 8;
export const CELLS_TO = 20;

/** Up to so many are counted one by one; beyond, it is said that there are more. */
export const COUNTED = 1000;

/** Whether a filter asks for more than cells know. */
export const isFiner = (filter: ReportFilter): boolean =>
  Boolean(filter.period || filter.only) || searchSql(filter).length > 0;

/** What a filter asks of a row of `map_cell`. */
export const cellSql = (filter: ReportFilter): Prisma.Sql =>
  allOf([
    Prisma.sql`category_id = ${filter.category ?? "*"}`,
    ...(filter.municipality ? [Prisma.sql`municipality_id = ${filter.municipality}`] : []),
    ...statusSql(filter),
  ]);

export type ReportCounts = {
  count: number;
  open: number;
  fixed: number;
  /** There are more than `count`; how many of them are open or fixed isn't known then. */
  more: boolean;
};

/** How many public reports a filter finds, how many of them are open, and how many fixed. */
export async function countReports(filter: ReportFilter, now = new Date()): Promise<ReportCounts> {
  const none = { count: 0, open: 0, fixed: 0 };
  if (!isFiner(filter)) {
    const [row] = await db().$queryRaw<Omit<ReportCounts, "more">[]>`
      select coalesce(sum(count), 0)::int as count, coalesce(sum(count) filter (where ${isOpenSql}), 0)::int as open,
        coalesce(sum(count) filter (where status = 'fixed'), 0)::int as fixed
      from map_cell where zoom = ${CELLS_FROM} and ${cellSql(filter)}`;
    return { ...(row ?? none), more: false };
  }
  const tallied = await tally(filter, now);
  if (tallied) return tallied;
  return countedUpTo(filter, now);
}

/** What is overdue or was reopened is tallied; the rest of today, which no tally can know, is counted. */
async function tally(filter: ReportFilter, now: Date): Promise<ReportCounts | null> {
  if (!filter.only || filter.period || filter.q || filter.status.length > 0) return null;
  const where = allOf([
    ...(filter.municipality ? [Prisma.sql`municipality_id = ${filter.municipality}`] : []),
    ...(filter.category ? [Prisma.sql`category_id = ${filter.category}`] : []),
  ]);
  if (filter.only === "reopened") {
    const [row] = await db().$queryRaw<Omit<ReportCounts, "more">[]>`
      select coalesce(sum(count), 0)::int as count,
        coalesce(sum(count) filter (where status not in ('fixed', 'rejected', 'duplicate')), 0)::int as open,
        coalesce(sum(count) filter (where status = 'fixed'), 0)::int as fixed
      from report_tally where kind = 'reopened' and ${where}`;
    return row ? { ...row, more: false } : null;
  }
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select ((select coalesce(sum(count), 0) from report_tally
        where kind = 'overdue' and day < kosovo_day(${now}) and ${where})
      + (select count(*) from report where is_public and overdue_at is not null
        and overdue_at >= kosovo_day(${now})::timestamp at time zone 'Europe/Belgrade' and overdue_at < ${now} and ${where}))::int as count`;
  const count = row?.count ?? 0;
  return { count, open: count, fixed: 0, more: false };
}

/** Newest first so many are looked at: where words are frequent, that is quicker than any index of words. */
const LOOKED_AT = 5000;
/** Found so many among them, the words are frequent. */
const FREQUENT = 200;

async function countedUpTo(filter: ReportFilter, now: Date): Promise<ReportCounts> {
  const counts = Prisma.sql`count(*)::int as count, count(*) filter (where ${isOpenSql})::int as open,
    count(*) filter (where status = 'fixed')::int as fixed`;
  if (searchSql(filter).length > 0) {
    const plain: ReportFilter = { ...filter, q: undefined };
    const [sample] = await db().$queryRaw<(Omit<ReportCounts, "more"> & { looked: number })[]>`
      with newest as materialized (
        select status, dormant, search_text from report where ${reportSql(plain, now)}
        order by created_at desc, id desc limit ${LOOKED_AT})
      select (select count(*) from newest)::int as looked, ${counts} from newest where ${allOf(searchSql(filter))}`;
    if (sample && sample.looked < LOOKED_AT) {
      const { looked: _, ...all } = sample;
      return { ...all, more: false };
    }
    if (sample && sample.count >= FREQUENT)
      return { count: sample.count - (sample.count % 100), open: 0, fixed: 0, more: true };
  }
  const [row] = await db().$queryRaw<Omit<ReportCounts, "more">[]>`
    select ${counts} from (select status from report where ${reportSql(filter, now)} limit ${COUNTED + 1}) as counted`;
  const { count, open, fixed } = row ?? { count: 0, open: 0, fixed: 0 };
  return count > COUNTED ? { count: COUNTED, open: 0, fixed: 0, more: true } : { count, open, fixed, more: false };
}

/** Public reports of each municipality that has any; null where they are too many to count one by one. */
export async function countByMunicipality(filter: ReportFilter, now = new Date()): Promise<Map<string, number> | null> {
  const rows = isFiner(filter)
    ? await db().$queryRaw<{ slug: string; count: number }[]>`
        select municipality_id as slug, count(*)::int as count
        from (select municipality_id from report where ${reportSql(filter, now)} limit ${COUNTED + 1}) as counted
        group by municipality_id`
    : await db().$queryRaw<{ slug: string; count: number }[]>`
        select municipality_id as slug, sum(count)::int as count from map_cell
        where zoom = ${CELLS_FROM} and ${cellSql(filter)} group by municipality_id having sum(count) > 0`;
  if (isFiner(filter) && rows.reduce((sum, row) => sum + row.count, 0) > COUNTED) return null;
  return new Map(rows.map(({ slug, count }) => [slug, count]));
}

/** Public reports by municipality and status. */
export async function countByStatus(
  filter: ReportFilter,
): Promise<{ municipalityId: string; status: PublicStatus; count: number }[]> {
  return db().$queryRaw`
    select municipality_id as "municipalityId", status::text as status, sum(count)::int as count from map_cell
    where zoom = ${CELLS_FROM} and ${cellSql(filter)} group by municipality_id, status having sum(count) > 0`;
}

/** Whether what is looked at is only what is current, so that the index of those serves. */
export const currentSql = (filter: ReportFilter): Prisma.Sql[] =>
  scopeOf(filter) === "current" ? [Prisma.sql`is_current`] : [];
