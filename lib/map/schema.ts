import type { PublicStatus } from "../reports/status";

/** The deepest zoom of the map; there every report has a pin of its own. */
export const MAX_ZOOM = 19;

/** Pins of a tile at the deepest zoom: with titles cut, no tile is larger than 40 kB on the way. */
export const MOST_PINS = 200;
const TITLE_LETTERS = 60;

/** A title as it stands at a pin. */
export function pinTitle(title: string): string {
  const letters = [...title];
  return letters.length <= TITLE_LETTERS
    ? title
    : `${letters
        .slice(0, TITLE_LETTERS - 1)
        .join("")
        .trimEnd()}…`;
}

/** A Web Mercator tile. */
export type TileAddress = { z: number; x: number; y: number };

/** One report. Position in WGS84 degrees. */
export type MapPin = {
  ref: string;
  lat: number;
  lon: number;
  status: PublicStatus;
  category: string;
  icon: string;
  title: string;
};

/** Several reports near one another; the position is the mean of theirs. */
export type MapCluster = {
  lat: number;
  lon: number;
  count: number;
  /** Of which not closed yet. */
  open: number;
  fixed: number;
};

export type MapTile = {
  clusters: MapCluster[];
  pins: MapPin[];
  /** There are more than could be counted or drawn: the newest are here. */
  partial: boolean;
};

/**
 * Reads the address of a tile.
 * @param y as it stands in the path, with ".json" at its end
 * @returns "malformed" for what isn't a number, "nowhere" for a tile that no map has
 */
export function parseTile(z: string, x: string, y: string): TileAddress | "malformed" | "nowhere" {
  const parts = [z, x, y.replace(/\.json$/, "")];
  if (!y.endsWith(".json") || !parts.every((part) => /^\d{1,7}$/.test(part))) return "malformed";
  const [zoom, column, row] = parts.map(Number) as [number, number, number];
  if (zoom > MAX_ZOOM || column >= 2 ** zoom || row >= 2 ** zoom) return "nowhere";
  return { z: zoom, x: column, y: row };
}
