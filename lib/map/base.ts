import "server-only";
import { db } from "../db/client";
import outlines from "../geo/data/outlines.json";
import type { Rings } from "../geo/locate";
import { listMunicipalities, listOutlines } from "../municipalities/queries";

/** A municipality as the map draws it. */
export type MapArea = {
  slug: string;
  nameSq: string;
  nameSr: string;
  nameEn: string;
  /** The seat, WGS84 degrees. */
  lat: number;
  lon: number;
  rings: Rings;
};

/** A settlement or neighbourhood: kind, Albanian name, Serbian name, latitude, longitude. */
export type MapPlace = [kind: string, nameSq: string, nameSr: string | null, lat: number, lon: number];

/** Outlines of Kosovo and of the seven, with their seats. */
export async function listAreas(): Promise<{ kosovo: Rings; areas: MapArea[] }> {
  const [rows, rings] = await Promise.all([listMunicipalities(), listOutlines()]);
  return {
    kosovo: outlines.kosovo as Rings,
    areas: rows.map(({ slug, nameSq, nameSr, nameEn, seatLat, seatLon }) => ({
      slug,
      nameSq,
      nameSr,
      nameEn,
      lat: seatLat,
      lon: seatLon,
      rings: rings.get(slug) ?? [],
    })),
  };
}

/** Names for a map without images, the larger places first. */
export async function listMapPlaces(): Promise<MapPlace[]> {
  const rows = await db().place.findMany({
    where: { kind: { not: "square" } },
    select: { kind: true, nameSq: true, nameSr: true, lat: true, lon: true },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => [row.kind, row.nameSq, row.nameSr === row.nameSq ? null : row.nameSr, row.lat, row.lon]);
}

/** A rectangle, WGS84 degrees: south-west and north-east corner as [latitude, longitude]. */
export type Bounds = [[number, number], [number, number]];

/** The rectangle around a municipality, or around the seven. */
export async function findBounds(municipality?: string): Promise<Bounds> {
  const rings = await listOutlines();
  const points = (municipality ? (rings.get(municipality) ?? []) : [...rings.values()].flat()).flat();
  const lats = points.map(([, lat]) => lat);
  const lons = points.map(([lon]) => lon);
  return [
    [Math.min(...lats), Math.min(...lons)],
    [Math.max(...lats), Math.max(...lons)],
  ];
}
