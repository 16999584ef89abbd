import "server-only";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { KEY_ZOOM, keyRange } from "../geo/tiles";
import { allOf, isOpenSql, reportSql } from "../reports/filters";
import { type ReportFilter, scopeOf } from "../reports/schema";
import { CELLS_FROM, CELLS_TO, cellSql, currentSql, isFiner } from "./counts";
import { type Cell, countedCells } from "./finer";
import { MAX_ZOOM, type MapCluster, type MapPin, type MapTile, MOST_PINS, pinTitle, type TileAddress } from "./schema";

export { countByMunicipality, countReports, type ReportCounts } from "./counts";

/** A tile is divided into 4 × 4 cells or, where cells of that zoom aren't kept, 8 × 8. */
const CELLS_DEEPER = 2;
/** No more matches than this in a tile: each gets a pin. */
const FEW = 50;
/** No more reports than this in what is read one by one, matching or not. */
const READABLE = 2000;

const cellZoom = (z: number): number => Math.min(CELLS_TO, Math.max(CELLS_FROM, 2 * Math.ceil((z + CELLS_DEEPER) / 2)));

/** Counts per cell of a tile, from the cells the database keeps: costs the same however many reports there are. */
function keptCells({ z, x, y }: TileAddress, filter: ReportFilter): Promise<Cell[]> {
  const zoom = cellZoom(z);
  const { from, to } = keyRange(z, x, y, zoom);
  const matches = cellSql(filter);
  // What is read where the reports themselves are: see currentSql.
  const read = allOf([
    Prisma.sql`category_id = '*'`,
    ...(scopeOf(filter) === "current" ? [isOpenSql, Prisma.sql`not dormant`] : []),
  ]);
  return db().$queryRaw<Cell[]>`
    select key, coalesce(sum(count) filter (where ${read}), 0)::int as read,
      coalesce(sum(count) filter (where ${matches}), 0)::int as count,
      coalesce(sum(count) filter (where ${matches} and ${isOpenSql}), 0)::int as open,
      coalesce(sum(count) filter (where ${matches} and status = 'fixed'), 0)::int as fixed,
      coalesce(sum(sum_lat) filter (where ${matches}), 0) as "sumLat",
      coalesce(sum(sum_lon) filter (where ${matches}), 0) as "sumLon", null as only
    from map_cell where zoom = ${zoom} and category_id in ('*', ${filter.category ?? "*"}) and key >= ${from} and key < ${to} and count > 0
    group by key order by key`;
}

/** Pins of the reports a query finds, the newest first. @param found selects id and key, the cell's where it matters */
async function pinsOf(found: Prisma.Sql): Promise<(MapPin & { key: bigint | null })[]> {
  const rows = await db().$queryRaw<(MapPin & { key: bigint | null })[]>`
    with found as materialized (${found})
    select found.key, ref, lat, lon, status::text as status, title, category_id as category, category.icon
    from found join report using (id) join category on category.slug = category_id
    order by created_at desc, id desc`;
  return rows.map((row) => ({ ...row, title: pinTitle(row.title) }));
}

const withoutKey = ({ key: _, ...pin }: MapPin & { key: bigint | null }): MapPin => pin;

/** Public reports in a tile, the newest first. */
async function pinsIn({ z, x, y }: TileAddress, filter: ReportFilter, take: number, now: Date): Promise<MapPin[]> {
  const { from, to } = keyRange(z, x, y, KEY_ZOOM);
  const found = await pinsOf(Prisma.sql`
    select id, null::bigint as key from (
      select * from report where is_public and ${allOf(currentSql(filter))} and map_key >= ${from} and map_key < ${to} offset 0
    ) as here where ${reportSql(filter, now)} order by created_at desc, id desc limit ${take}`);
  return found.map(withoutKey);
}

/** Who stands alone in a cell, and is known already or may be found among the few that are there. */
async function lonePins(
  tile: TileAddress,
  cells: Cell[],
  filter: ReportFilter,
  now: Date,
): Promise<Map<bigint, MapPin>> {
  const shift = 2 * (KEY_ZOOM - cellZoom(tile.z));
  let left = READABLE;
  const alone = cells.filter((cell) => {
    if (cell.count > 1 || (!cell.only && cell.read > left)) return false;
    left -= cell.only ? 0 : cell.read;
    return true;
  });
  if (alone.length === 0) return new Map();
  const known = alone.filter((cell) => cell.only);
  const found = await pinsOf(
    known.length > 0
      ? Prisma.sql`select id, key from unnest(${known.map((cell) => cell.only)}::uuid[], ${known.map((cell) => cell.key)}::bigint[]) as known(id, key)`
      : Prisma.sql`
        select lone.id, cell.key from unnest(${alone.map((cell) => cell.key)}::bigint[]) as cell(key), lateral (
          select id from report where is_public and ${allOf(currentSql(filter))}
            and map_key >= cell.key << ${shift}::int and map_key < (cell.key + 1) << ${shift}::int
            and ${reportSql(filter, now)} limit 1) as lone`,
  );
  return new Map(found.flatMap((pin) => (pin.key === null ? [] : [[pin.key, withoutKey(pin)] as const])));
}

const toCluster = ({ count, open, fixed, sumLat, sumLon }: Cell): MapCluster => ({
  lat: Number((sumLat / count).toFixed(5)),
  lon: Number((sumLon / count).toFixed(5)),
  count,
  open,
  fixed,
});

/** What the map shows in a tile: pins where they are few, stand alone or the zoom is the deepest, clusters otherwise. */
export async function findMapTile(tile: TileAddress, filter: ReportFilter, now = new Date()): Promise<MapTile> {
  const { cells, partial } = isFiner(filter)
    ? await countedCells(tile, cellZoom(tile.z), filter, now)
    : { cells: await keptCells(tile, filter), partial: false };
  const full = cells.filter((cell) => cell.count > 0);
  const count = full.reduce((sum, cell) => sum + cell.count, 0);
  const read = cells.reduce((sum, cell) => sum + cell.read, 0);
  if (count === 0) return { clusters: [], pins: [], partial };
  if (tile.z >= MAX_ZOOM) {
    return { clusters: [], pins: await pinsIn(tile, filter, MOST_PINS, now), partial: count > MOST_PINS };
  }
  if (count <= FEW && read <= READABLE) {
    return { clusters: [], pins: await pinsIn(tile, filter, FEW, now), partial };
  }
  const lone = full.some((cell) => cell.count === 1)
    ? await lonePins(tile, full, filter, now)
    : new Map<bigint, MapPin>();
  return {
    clusters: full.filter((cell) => !lone.has(cell.key)).map(toCluster),
    pins: [...lone.values()],
    partial,
  };
}
