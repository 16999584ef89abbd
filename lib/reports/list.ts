import "server-only";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { listOutlines } from "../municipalities/queries";
import { cardFields, type ReportCard, toCard } from "./cards";
import { type Cursor, readCursor, writeCursor } from "./cursor";
import { allOf, isOpenSql, periodStart, reportSql } from "./filters";
import { type Order, type ReportFilter, type Sort, scopeOf } from "./schema";

/** A page of a list: its rows, and the cursors of the pages after and before it if there are any. */
export type Page<T> = { rows: T[]; next: string | null; previous?: string | null };

export const PAGE_SIZE = 20;
/** The order "nearest" ends after so many: whoever looks further looks elsewhere. */
export const NEAREST = 500;

/**
 * How many reports are looked at in the order of an index until a page is full. Where that isn't enough, what is looked
 * for is rare, and all that match are found by other indexes and put in order.
 */
const LOOKED_AT = [60, 600, 5000];

/** Degrees of longitude as long as degrees of latitude (the index report_near). */
const near = ({ lat, lon }: { lat: number; lon: number }) =>
  Prisma.sql`point(lon * 0.7373, lat) <-> point(${lon * 0.7373}::float8, ${lat}::float8)`;

/** An order of the database, as it goes or backwards. */
function orderSql(order: Order, back: boolean): Prisma.Sql {
  if (order.sort === "nearest") return Prisma.sql`${near(order.at)}, id`;
  const way = Prisma.raw((order.sort === "waiting") === back ? "desc" : "asc");
  return order.sort === "affected"
    ? Prisma.sql`support_count ${way}, id ${way}`
    : Prisma.sql`created_at ${way}, id ${way}`;
}

/** What lies behind a cursor, in its direction. */
function behind(cursor: Cursor | undefined): Prisma.Sql[] {
  if (!cursor || cursor.sort === "nearest") return [];
  const than = Prisma.raw((cursor.sort === "waiting") === cursor.back ? "<" : ">");
  return cursor.sort === "affected"
    ? [Prisma.sql`(support_count, id) ${than} (${cursor.key}::int, ${cursor.id}::uuid)`]
    : [Prisma.sql`(created_at, id) ${than} (${new Date(cursor.key)}, ${cursor.id}::uuid)`];
}

/** The part of a filter that an index has in this order: looked at one by one, whatever the rest of the filter says. */
async function indexed(filter: ReportFilter, order: Order, now: Date): Promise<Prisma.Sql[]> {
  const { municipality, category, only, period } = filter;
  const open = scopeOf(filter) !== "all" || only === "overdue";
  const where = [Prisma.sql`is_public`];
  if (order.sort === "nearest") {
    if (municipality) where.push(await within(municipality));
    return where;
  }
  if (municipality) where.push(Prisma.sql`municipality_id = ${municipality}`);
  if (order.sort === "affected") return where;
  if (order.sort === "waiting") return open ? [...where, isOpenSql] : where;
  if (category) where.push(Prisma.sql`category_id = ${category}`);
  if (period) where.push(Prisma.sql`created_at >= ${periodStart(period, now)}`);
  if (municipality || category) return where;
  if (only === "reopened") return [...where, Prisma.sql`reopened_count > 0`];
  if (only === "overdue") return [...where, Prisma.sql`overdue_at is not null and overdue_at < ${now}`];
  if (filter.status.length === 1) return [...where, Prisma.sql`status = ${filter.status[0]}::"ReportStatus"`];
  return scopeOf(filter) === "current" ? [...where, Prisma.sql`is_current`] : where;
}

/** The box around a municipality, for the index of positions. */
async function within(municipality: string): Promise<Prisma.Sql> {
  const points = ((await listOutlines()).get(municipality) ?? []).flat();
  const lons = points.map(([lon]) => lon * 0.7373);
  const lats = points.map(([, lat]) => lat);
  const corner = (of: (...all: number[]) => number) =>
    Prisma.sql`point(${of(...lons)}::float8, ${of(...lats)}::float8)`;
  return Prisma.sql`point(lon * 0.7373, lat) <@ box(${corner(Math.min)}, ${corner(Math.max)})`;
}

/** Ids of what a filter finds behind a cursor, so many of them in order. */
async function findIds(
  filter: ReportFilter,
  order: Order,
  cursor: Cursor | undefined,
  take: number,
): Promise<string[]> {
  const now = new Date();
  const all = reportSql(filter, now);
  const sorted = orderSql(order, cursor?.back ?? false);
  const looked = [...(await indexed(filter, order, now)), ...behind(cursor)];
  const columns = Prisma.sql`id, created_at, support_count, lat, lon, is_public, municipality_id, category_id, status,
    dormant, reopened_count, overdue_at, search_text`;
  for (const limit of LOOKED_AT) {
    const [row] = await db().$queryRaw<{ looked: number; ids: string[] }[]>`
      with looked as materialized (
        select ${columns} from report where ${allOf(looked)} order by ${sorted} limit ${limit}),
      found as (select id from looked where ${all} order by ${sorted} limit ${take})
      select (select count(*) from looked)::int as looked, array(select id::text from found) as ids`;
    if (row && (row.ids.length >= take || row.looked < limit)) return row.ids;
  }
  const rows = await db().$queryRaw<{ id: string }[]>`
    with found as materialized (
      select ${columns} from report where ${allOf([all, ...behind(cursor)])})
    select id from found order by ${sorted} limit ${take}`;
  return rows.map(({ id }) => id);
}

const keyOf = (sort: Exclude<Sort, "nearest">, row: ReportCard): number =>
  sort === "affected" ? row.supportCount : row.createdAt.getTime();

/**
 * Public reports, the newest first or in another order. Every page costs the same, however far down it is.
 * @param cursor `next` or `previous` of another page
 */
export async function listReports(
  filter: ReportFilter,
  cursor?: string | null,
  order: Order = { sort: "newest" },
): Promise<Page<ReportCard>> {
  const at = readCursor(cursor ?? undefined, order);
  if (order.sort === "nearest") return listNearest(filter, order, at);
  const ids = await findIds(filter, order, at, PAGE_SIZE + 1);
  const more = ids.length > PAGE_SIZE;
  const kept = ids.slice(0, PAGE_SIZE);
  const rows = await cards(at?.back ? kept.reverse() : kept);
  const edge = (row: ReportCard | undefined, back: boolean) =>
    row ? writeCursor({ sort: order.sort, back, key: keyOf(order.sort, row), id: row.id }) : null;
  return {
    rows,
    next: at?.back || more ? edge(rows.at(-1), false) : null,
    previous: (at?.back ? more : at) ? edge(rows[0], true) : null,
  };
}

/** The nearest come by number, and end: what lies nearer than a page can't be stepped over by an index. */
async function listNearest(filter: ReportFilter, order: Order, at: Cursor | undefined): Promise<Page<ReportCard>> {
  const from = Math.min(at?.key ?? 0, NEAREST);
  const to = Math.min(from + PAGE_SIZE, NEAREST);
  const ids = await findIds(filter, order, undefined, to + 1);
  const rows = await cards(ids.slice(from, to));
  const edge = (key: number) => writeCursor({ sort: "nearest", back: false, key, id: "" });
  return {
    rows,
    next: ids.length > to && to < NEAREST ? edge(to) : null,
    previous: from > 0 ? edge(Math.max(0, from - PAGE_SIZE)) : null,
  };
}

/** The cards of some reports, in the order given. */
async function cards(ids: string[]): Promise<ReportCard[]> {
  if (ids.length === 0) return [];
  const rows = await db().report.findMany({ where: { id: { in: ids } }, select: cardFields });
  const byId = new Map(rows.map((row) => [row.id, toCard(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
