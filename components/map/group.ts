import type { MapCluster, MapPin, MapTile } from "@/lib/map/schema";
import { isOpen } from "@/lib/reports/status";

type Point = { x: number; y: number };

/** Something drawn on the map: a pin (moved aside by pixels where several stand on one spot), or a cluster. */
export type Mark =
  | { kind: "pin"; pin: MapPin; aside: Point }
  | { kind: "cluster"; cluster: MapCluster; members: { lat: number; lon: number }[] };

/** Marks nearer than this, in pixels, would hide each other. */
const TOO_NEAR = 46;
/** From this zoom on pins are set around their spot instead of being counted together. */
export const SPREAD_FROM = 18;

/** Pixels from a pin's tip to the middle of its head. */
const PIN_MIDDLE = 24;

type Group = Point & {
  lat: number;
  lon: number;
  count: number;
  open: number;
  fixed: number;
  parts: (MapCluster | MapPin)[];
};

const isPin = (one: MapCluster | MapPin): one is MapPin => "ref" in one;

/**
 * Puts together what would hide each other.
 * @param project pixels of a position at the map's zoom
 */
export function groupMarks(tiles: MapTile[], zoom: number, project: (lat: number, lon: number) => Point): Mark[] {
  const parts = [
    ...tiles.flatMap((tile) => tile.clusters).sort((a, b) => b.count - a.count),
    ...tiles.flatMap((tile) => tile.pins),
  ];
  const near = zoom >= SPREAD_FROM ? TOO_NEAR / 2 : TOO_NEAR;
  const groups: Group[] = [];
  for (const part of parts) {
    const spot = project(part.lat, part.lon);
    // A pin is drawn above its spot.
    const at = isPin(part) ? { x: spot.x, y: spot.y - PIN_MIDDLE } : spot;
    const group = groups.find((other) => Math.hypot(other.x - at.x, other.y - at.y) < near);
    const [count, open, fixed] = isPin(part)
      ? [1, Number(isOpen(part.status)), Number(part.status === "fixed")]
      : [part.count, part.open, part.fixed];
    if (!group) {
      groups.push({ ...at, lat: part.lat, lon: part.lon, count, open, fixed, parts: [part] });
      continue;
    }
    const share = count / (group.count + count);
    group.lat += (part.lat - group.lat) * share;
    group.lon += (part.lon - group.lon) * share;
    group.count += count;
    group.open += open;
    group.fixed += fixed;
    group.parts.push(part);
  }
  return groups.flatMap((group): Mark[] => {
    const pins = group.parts.filter(isPin);
    const together = pins.length < group.parts.length || (pins.length > 1 && zoom < SPREAD_FROM);
    if (!together) return pins.map((pin, i) => ({ kind: "pin", pin, aside: aside(i, pins.length) }));
    const { lat, lon, count, open, fixed } = group;
    return [{ kind: "cluster", cluster: { lat, lon, count, open, fixed }, members: group.parts }];
  });
}

/** Places around a spot, ring after ring, far enough from each other to be pressed. */
function aside(i: number, of: number): Point {
  if (of === 1) return { x: 0, y: 0 };
  let ring = 1;
  let first = 0;
  while (i >= first + ring * 6) {
    first += ring * 6;
    ring++;
  }
  const onRing = Math.min(ring * 6, of - first);
  const turn = (2 * Math.PI * (i - first)) / onRing;
  const radius = of === 2 ? 24 : 48 * ring;
  return { x: Math.round(radius * Math.cos(turn)), y: Math.round(radius * Math.sin(turn)) };
}
