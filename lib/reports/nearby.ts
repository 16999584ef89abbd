import "server-only";
import { db } from "../db/client";
import type { Position } from "../geo/locate";
import { KEY_ZOOM, keyRange, tileAt } from "../geo/tiles";
import { openStatuses, type PublicStatus } from "./status";

/** An open report close to a position. */
export type NearbyReport = {
  ref: string;
  title: string;
  language: "sq" | "sr" | "en";
  status: PublicStatus;
  photoId: string | null;
  metres: number;
};

/** How near a report must be to be likely the same. */
export const NEARBY_METRES = 120;

/** A tile of this zoom is at least 220 m wide in Kosovo: it and its neighbours hold everything that near. */
const ZOOM = 17;

/** Metres between two positions that are near each other. */
function metresBetween(a: Position, b: Position): number {
  const north = (a.lat - b.lat) * 111_320;
  const east = (a.lon - b.lon) * 111_320 * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** How near a report is shown beside another; not wider than the tiles that are looked at. */
export const AROUND_METRES = 220;

/**
 * Open public reports within 120 m, the nearest first: so that a person can say "me too" instead of reporting again.
 * @param position WGS84 degrees
 */
export async function listNearby(position: Position, limit = 3): Promise<NearbyReport[]> {
  return listWithin(position, NEARBY_METRES, limit);
}

/** Other open public reports within 220 m of one, the nearest first. */
export async function listAround(report: Position & { ref: string }, limit = 4): Promise<NearbyReport[]> {
  const found = await listWithin(report, AROUND_METRES, limit + 1);
  return found.filter(({ ref }) => ref !== report.ref).slice(0, limit);
}

async function listWithin(position: Position, reach: number, limit: number): Promise<NearbyReport[]> {
  const { x, y } = tileAt(position, ZOOM);
  const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => keyRange(ZOOM, x + dx, y + dy, KEY_ZOOM)));
  const rows = await db().report.findMany({
    where: {
      isPublic: true,
      status: { in: [...openStatuses] },
      OR: around.map(({ from, to }) => ({ mapKey: { gte: from, lt: to } })),
    },
    select: {
      ref: true,
      title: true,
      language: true,
      status: true,
      lat: true,
      lon: true,
      photos: { where: { role: "problem" }, orderBy: { position: "asc" }, take: 1, select: { id: true } },
    },
    // A square that holds more than these is a list nobody reads.
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
