import "server-only";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { KEY_ZOOM, keyRange } from "../geo/tiles";
import { allOf, isOpenSql, periodStart, reportSql, searchSql } from "../reports/filters";
import type { ReportFilter } from "../reports/schema";
import { CELLS_FROM } from "./counts";
import type { TileAddress } from "./schema";

/** What is in a cell of a tile. */
export type Cell = {
  key: bigint;
  /** Reports that would have to be read to find those that match. */
  read: number;
  count: number;
  open: number;
  fixed: number;
  sumLat: number;
  sumLon: number;
  /** Id of the one that matches, where that is known already. */
  only: string | null;
};

/** No more reports than this in a tile: all of them may be looked at. */
const READABLE = 5000;
/** Otherwise the newest so many are, wherever they stand. */
const NEWEST = 10_000;
/** Words that fewer of them have are looked up in the index of words, up to so many reports. */
const FREQUENT = 100;
const FOUND = 5000;

/** Public reports in a tile, by the cells that are kept. */
async function countAll({ z, x, y }: TileAddress): Promise<number> {
  const zoom = Math.max(CELLS_FROM, z + (z % 2));
  const { from, to } = keyRange(z, x, y, zoom);
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select coalesce(sum(count), 0)::int as count from map_cell
    where zoom = ${zoom} and category_id = '*' and key >= ${from} and key < ${to}`;
  return row?.count ?? 0;
}

/**
 * Counts per cell for a filter that asks for more than the kept cells know, from the reports themselves.
 * The cost has a bound however many reports there are, and the answer says when that left some out.
 * @param zoom of the cells
 */
export async function countedCells(
  tile: TileAddress,
  zoom: number,
  filter: ReportFilter,
  now: Date,
): Promise<{ cells: Cell[]; partial: boolean }> {
  const { from, to } = keyRange(tile.z, tile.x, tile.y, KEY_ZOOM);
  const here = Prisma.sql`map_key >= ${from} and map_key < ${to}`;
  const matches = reportSql(filter, now);
  // What is kept aside to be looked at is narrow: the words are long.
  const columns = Prisma.sql`id, map_key, status, lat, lon, municipality_id, category_id, is_public, dormant, created_at,
    reopened_count, overdue_at ${searchSql(filter).length > 0 ? Prisma.sql`, search_text` : Prisma.empty}`;
  const look = async (source: Prisma.Sql): Promise<{ cells: Cell[]; looked: number }> => {
    const rows = await db().$queryRaw<(Cell & { looked: number })[]>`
      with looked as materialized (${source}), cells as (
        select map_key >> ${2 * (KEY_ZOOM - zoom)}::int as key, count(*)::int as read, count(*)::int as count,
          count(*) filter (where ${isOpenSql})::int as open, count(*) filter (where status = 'fixed')::int as fixed,
          sum(lat) as "sumLat", sum(lon) as "sumLon", min(id::text) as only
        from looked where ${here} and ${matches} group by 1)
      select * from (select count(*)::int as looked from looked) as looked left join cells on true order by key`;
    return { cells: rows.filter((row) => row.key !== null), looked: rows[0]?.looked ?? 0 };
  };
  if ((await countAll(tile)) <= READABLE) {
    const { cells } = await look(Prisma.sql`select ${columns} from report where is_public and ${here}`);
    return { cells, partial: false };
  }
  const newest = allOf([
    Prisma.sql`is_public`,
    ...(filter.municipality ? [Prisma.sql`municipality_id = ${filter.municipality}`] : []),
    ...(filter.only === "reopened" ? [Prisma.sql`reopened_count > 0`] : []),
    ...(filter.only === "overdue" ? [isOpenSql] : []),
    ...(filter.period ? [Prisma.sql`created_at >= ${periodStart(filter.period, now)}`] : []),
  ]);
  const found = await look(
    Prisma.sql`select ${columns} from report where ${newest} order by created_at desc, id desc limit ${NEWEST}`,
  );
  const count = found.cells.reduce((sum, cell) => sum + cell.count, 0);
  if (found.looked < NEWEST) return { cells: found.cells, partial: false };
  if (searchSql(filter).length === 0 || count >= FREQUENT) return { cells: found.cells, partial: true };
  const rare = await look(Prisma.sql`select ${columns} from report where ${matches} limit ${FOUND}`);
  return { cells: rare.cells, partial: rare.looked >= FOUND };
}
