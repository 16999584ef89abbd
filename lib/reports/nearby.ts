import "server-only";
import { db } from "../db/client";
import type { Position } from "../geo/locate";
import { KEY_ZOOM, keyRange, tileAt } from "../geo/tiles";
import { listCategories } from "../municipalities/queries";
import type { DraftData } from "./schema";
import { openStatuses, type PublicStatus } from "./status";

/** An open report close to a position. */
export type NearbyReport = {
  id: string;
  ref: string;
  title: string;
  language: "sq" | "sr" | "en";
  status: PublicStatus;
  createdAt: Date;
  supportCount: number;
  photoId: string | null;
  metres: number;
};

/** Width of a tile of zoom 0 in Kosovo, in metres: the Earth's girth at 43.4° north, where it is least. */
const ZOOM_0_METRES = 29_100_000;

/** Metres between two positions that are near each other. */
function metresBetween(a: Position, b: Position): number {
  const north = (a.lat - b.lat) * 111_320;
  const east = (a.lon - b.lon) * 111_320 * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** How near a report is shown beside another; not wider than the tiles that are looked at. */
export const AROUND_METRES = 220;

/**
 * Open public reports of a kind within a distance, the nearest first: so that a person can say "me too" instead of
 * reporting again.
 * @param position WGS84 degrees
 * @param metres how near, 10 to 1000
 */
export function listNearby(
  position: Position,
  { categoryId, metres }: { categoryId: string; metres: number },
  limit = 5,
): Promise<NearbyReport[]> {
  return listWithin(position, metres, limit, categoryId);
}

/** Other open public reports within 220 m of one, of any kind, the nearest first. */
export async function listAround(report: Position & { ref: string }, limit = 4): Promise<NearbyReport[]> {
  const found = await listWithin(report, AROUND_METRES, limit + 1);
  return found.filter(({ ref }) => ref !== report.ref).slice(0, limit);
}

async function listWithin(
  position: Position,
  reach: number,
  limit: number,
  categoryId?: string,
): Promise<NearbyReport[]> {
  // A tile at least as wide as the distance, and its neighbours, hold everything that near.
  const zoom = Math.min(17, Math.floor(Math.log2(ZOOM_0_METRES / reach)));
  const { x, y } = tileAt(position, zoom);
  const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => keyRange(zoom, x + dx, y + dy, KEY_ZOOM)));
  const rows = await db().report.findMany({
    where: {
      isPublic: true,
      ...(categoryId && { categoryId }),
      status: { in: [...openStatuses] },
      OR: around.map(({ from, to }) => ({ mapKey: { gte: from, lt: to } })),
    },
    select: {
      id: true,
      ref: true,
      title: true,
      language: true,
      status: true,
      createdAt: true,
      supportCount: true,
      lat: true,
      lon: true,
      photos: { where: { role: "problem" }, orderBy: { position: "asc" }, take: 1, select: { id: true } },
    },
    // A square that holds more than these is a list nobody reads.
    orderBy: { createdAt: "desc" },
    take: 200,
  });
  return rows
    .map(({ lat, lon, photos, status, ...row }) => ({
      ...row,
      status: status as PublicStatus,
      photoId: photos[0]?.id ?? null,
      metres: Math.round(metresBetween(position, { lat, lon })),
    }))
    .filter(({ metres }) => metres <= reach)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit);
}

/** What a draft's neighbours depend on: whoever said that theirs is another isn't asked again while it is the same. */
export const nearKey = ({ categoryId, lat, lon }: DraftData): string => `${categoryId} ${lat} ${lon}`;

/** Open reports that a draft may be a second one of; none once its person said that it isn't. */
export async function nearDraft(data: DraftData): Promise<NearbyReport[]> {
  const { lat, lon, categoryId, nearSeen } = data;
  if (lat === undefined || lon === undefined || !categoryId || nearSeen === nearKey(data)) return [];
  const category = (await listCategories()).find(({ slug }) => slug === categoryId);
  return category ? listNearby({ lat, lon }, { categoryId, metres: category.nearbyMetres }) : [];
}
