import "server-only";
import { db } from "../db/client";
import outlines from "../geo/data/outlines.json";
import type { Rings } from "../geo/locate";
import { listMunicipalities, listOutlines } from "../municipalities/queries";
import type { Bounds, MapArea, MapPlace } from "./types";

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

/** About 700 m around a place. */
export const boundsAround = ({ lat, lon }: { lat: number; lon: number }): Bounds => [
  [lat - 0.0065, lon - 0.009],
  [lat + 0.0065, lon + 0.009],
];
