import "server-only";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { KEY_ZOOM, keyRange } from "../geo/tiles";
import { isOverdueSql, periodStart, publicWhere } from "../reports/filters";
import type { ReportFilter } from "../reports/schema";
import { openStatuses, type PublicStatus } from "../reports/status";
import { MAX_ZOOM, type MapCluster, type MapPin, type MapTile, type TileAddress } from "./schema";

/** A tile is divided into 4 × 4 cells, 64 pixels wide: a cluster's mark and some air. */
const CELLS_DEEPER = 2;
/** Zooms for which cells are kept counted (see map_cell_add() in the migrations). */
const CELLS_FROM = 8;
const CELLS_TO = 18;

/** No more matches than this in a tile: each gets a pin. */
const FEW = 50;
/** No more reports than this in a tile, matching or not: they may be read one by one. */
const READABLE = 5_000;
/** A view that has to count the reports themselves counts the newest so many. */
const COUNTABLE = 20_000;
/** Pins of a tile at the deepest zoom. */
const MOST_PINS = 300;

type Cell = { everything: number; count: number; open: number; fixed: number; sumLat: number; sumLon: number };

/** What a filter asks of a row of map_cell or report; what cells don't know (see finer) is left out. */
function conditions(filter: ReportFilter): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(filter.municipality ? [Prisma.sql`municipality_id = ${filter.municipality}`] : []),
      ...(filter.category ? [Prisma.sql`category_id = ${filter.category}`] : []),
      ...(filter.status.length > 0 ? [Prisma.sql`status = any(${[...filter.status]}::"ReportStatus"[])`] : []),
    ],
    " and ",
  );
}

/** Whether a filter asks for more than cells know. */
const isFiner = ({ period, only }: ReportFilter): boolean => Boolean(period || only);

/** What a filter asks of a report besides. */
const finer = ({ period, only }: ReportFilter, now: Date): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`is_public`,
      ...(period ? [Prisma.sql`created_at >= ${periodStart(period, now)}`] : []),
      ...(only === "reopened" ? [Prisma.sql`reopened_count > 0`] : []),
      ...(only === "overdue" ? [isOverdueSql(now)] : []),
    ],
    " and ",
  );

const isOpenSql = Prisma.sql`status = any(${[...openStatuses]}::"ReportStatus"[])`;

/** Counts per cell of a tile, from the cells the database keeps: costs the same however many reports there are. */
function keptCells({ z, x, y }: TileAddress, filter: ReportFilter): Promise<Cell[]> {
  const zoom = Math.max(CELLS_FROM, z + CELLS_DEEPER);
  const { from, to } = keyRange(z, x, y, zoom);
  const matches = conditions(filter);
  return db().$queryRaw<Cell[]>`
    select sum(count)::int as everything,
      coalesce(sum(count) filter (where ${matches}), 0)::int as count,
      coalesce(sum(count) filter (where ${matches} and ${isOpenSql}), 0)::int as open,
      coalesce(sum(count) filter (where ${matches} and status = 'fixed'), 0)::int as fixed,
      coalesce(sum(sum_lat) filter (where ${matches}), 0) as "sumLat",
      coalesce(sum(sum_lon) filter (where ${matches}), 0) as "sumLon"
    from map_cell where zoom = ${zoom} and key >= ${from} and key < ${to} and count > 0
    group by key order by key`;
}

/** The same from the reports themselves, where no cells are kept: for a finer filter, or zooms deeper than theirs. */
function countedCells({ z, x, y }: TileAddress, filter: ReportFilter, now: Date): Promise<Cell[]> {
  const shift = 2 * (KEY_ZOOM - Math.min(KEY_ZOOM, Math.max(CELLS_FROM, z + CELLS_DEEPER)));
  const { from, to } = keyRange(z, x, y, KEY_ZOOM);
  return db().$queryRaw<Cell[]>`
    select count(*)::int as everything, count(*)::int as count,
      count(*) filter (where ${isOpenSql})::int as open, count(*) filter (where status = 'fixed')::int as fixed,
      sum(lat) as "sumLat", sum(lon) as "sumLon"
    from (
      select map_key >> ${shift}::int as cell, status, lat, lon from report
      where map_key >= ${from} and map_key < ${to} and ${conditions(filter)} and ${finer(filter, now)}
      order by created_at desc limit ${COUNTABLE}
    ) as newest
    group by cell order by cell`;
}

/** Public reports in a tile, the newest first. */
async function pinsIn({ z, x, y }: TileAddress, filter: ReportFilter, take: number, now: Date): Promise<MapPin[]> {
  const { from, to } = keyRange(z, x, y, KEY_ZOOM);
  const rows = await db().report.findMany({
    where: { ...publicWhere(filter, now), mapKey: { gte: from, lt: to } },
    select: {
      ref: true,
      lat: true,
      lon: true,
      status: true,
      title: true,
      category: { select: { slug: true, icon: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
  });
  return rows.map(({ category, status, ...row }) => ({
    ...row,
    status: status as PublicStatus,
    category: category.slug,
    icon: category.icon,
  }));
}

const toCluster = ({ count, open, fixed, sumLat, sumLon }: Cell): MapCluster => ({
  lat: Number((sumLat / count).toFixed(5)),
  lon: Number((sumLon / count).toFixed(5)),
  count,
  open,
  fixed,
});

/** What the map shows in a tile: pins where they are few or the zoom is the deepest, clusters otherwise. */
export async function findMapTile(tile: TileAddress, filter: ReportFilter, now = new Date()): Promise<MapTile> {
  const kept = !isFiner(filter) && tile.z + CELLS_DEEPER <= CELLS_TO;
  const cells = kept ? await keptCells(tile, filter) : await countedCells(tile, filter, now);
  const sum = (key: keyof Cell) => cells.reduce((total, cell) => total + cell[key], 0);
  const count = sum("count");
  if (count === 0) return { clusters: [], pins: [], partial: false };
  if (tile.z >= MAX_ZOOM) {
    return { clusters: [], pins: await pinsIn(tile, filter, MOST_PINS, now), partial: count > MOST_PINS };
  }
  if (count <= FEW && sum("everything") <= READABLE) {
    return { clusters: [], pins: await pinsIn(tile, filter, FEW, now), partial: false };
  }
  return {
    clusters: cells.filter((cell) => cell.count > 0).map(toCluster),
    pins: [],
    partial: !kept && count >= COUNTABLE,
  };
}

/** Something that has a count per status, category and municipality: kept cells, or where the filter is finer the reports. */
const counted = (filter: ReportFilter, now: Date): Prisma.Sql =>
  isFiner(filter)
    ? Prisma.sql`(select 1 as count, * from report where ${finer(filter, now)})`
    : Prisma.sql`(select * from map_cell where zoom = ${CELLS_FROM})`;

/** How many public reports a filter finds, how many of them are open, and how many fixed. */
export async function countReports(filter: ReportFilter, now = new Date()): Promise<Omit<MapCluster, "lat" | "lon">> {
  const [row] = await db().$queryRaw<Omit<MapCluster, "lat" | "lon">[]>`
    select coalesce(sum(count), 0)::int as count,
      coalesce(sum(count) filter (where ${isOpenSql}), 0)::int as open,
      coalesce(sum(count) filter (where status = 'fixed'), 0)::int as fixed
    from ${counted(filter, now)} as source where ${conditions(filter)}`;
  return row ?? { count: 0, open: 0, fixed: 0 };
}

/** Public reports of each municipality that has any. */
export async function countByMunicipality(filter: ReportFilter, now = new Date()): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ slug: string; count: number }[]>`
    select municipality_id as slug, sum(count)::int as count
    from ${counted(filter, now)} as source where ${conditions(filter)}
    group by municipality_id having sum(count) > 0`;
  return new Map(rows.map(({ slug, count }) => [slug, count]));
}
