import inPolygon from "@turf/boolean-point-in-polygon";
import distanceToPolygon from "@turf/point-to-polygon-distance";
import type { MultiPolygon, Polygon } from "geojson";
import outlines from "./data/outlines.json";

/** Outer rings of [longitude, latitude] in WGS84 degrees, as kept in municipality.outline. */
export type Rings = [number, number][][];

export type Position = { lat: number; lon: number };

/** A pin closer than this to a border is confirmed by the person who set it: the outlines are generalised to about 200 m. */
export const BORDER_METRES = 250;

export type Located =
  /** Well inside one municipality. */
  | { kind: "inside"; municipality: string }
  /** So near a border that the person is asked; the likelier one first. */
  | { kind: "border"; candidates: string[] }
  /** In Kosovo, but in none of the seven. */
  | { kind: "elsewhere"; nearest: string; metres: number }
  | { kind: "outside" };

const asPolygon = (rings: Rings): MultiPolygon => ({ type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) });

const kosovo: Polygon | MultiPolygon = asPolygon(outlines.kosovo as Rings);

/** Metres from a position to the border of an outline: negative inside, positive outside. */
export function borderDistance(position: Position, rings: Rings): number {
  const point = [position.lon, position.lat];
  const distances = rings.map((ring) =>
    distanceToPolygon(point, { type: "Polygon", coordinates: [ring] }, { units: "meters" }),
  );
  return Math.min(...distances);
}

/**
 * Finds the municipality of a position.
 * @param position WGS84 degrees
 * @param all outlines by municipality
 */
export function locate(position: Position, all: ReadonlyMap<string, Rings>): Located {
  const near = measure(
    position,
    [...all].filter(([, rings]) => inBox(position, rings, BOX_MARGIN)),
  ).filter((entry) => entry.metres < BORDER_METRES);
  const [first] = near;
  if (first && first.metres <= -BORDER_METRES) return { kind: "inside", municipality: first.municipality };
  if (first) return { kind: "border", candidates: near.map((entry) => entry.municipality) };

  const [nearest] = measure(position, [...all]);
  if (nearest && inPolygon([position.lon, position.lat], kosovo)) {
    return { kind: "elsewhere", nearest: nearest.municipality, metres: Math.round(nearest.metres) };
  }
  return { kind: "outside" };
}

/** 0.01° is more than 250 m everywhere in Kosovo: outlines further away need no exact measuring. */
const BOX_MARGIN = 0.01;

function inBox({ lat, lon }: Position, rings: Rings, margin: number): boolean {
  return rings.some((ring) => {
    const lons = ring.map((point) => point[0]);
    const lats = ring.map((point) => point[1]);
    return (
      lon > Math.min(...lons) - margin &&
      lon < Math.max(...lons) + margin &&
      lat > Math.min(...lats) - margin &&
      lat < Math.max(...lats) + margin
    );
  });
}

/** Signed distances to the borders, the deepest inside or the nearest first. */
function measure(position: Position, outlines: [string, Rings][]) {
  return outlines
    .map(([municipality, rings]) => ({ municipality, metres: borderDistance(position, rings) }))
    .sort((a, b) => a.metres - b.metres);
}
