/** Views of the map that are measured: map zoom, and how many pixels of it are seen. */
export const views = { country: 9, town: 13, street: 17 } as const;
const SEEN = { width: 1024, height: 768 };

/** What they are filtered by. */
export const mapFilters = {
  "as it opens": {},
  everything: { show: "all" },
  "a category": { category: "potholes" },
  fixed: { status: "fixed" },
  "a municipality": { municipality: "prishtina" },
  "last 90 days": { period: "90" },
} as const;

/** The tiles of 512 pixels that a view around a place needs, as components/map/report-layer.ts asks for them. */
export function tilesOf(zoom: number, lat: number, lon: number): { z: number; x: number; y: number }[] {
  const z = zoom - 1;
  const across = 2 ** z;
  const x = ((lon + 180) / 360) * across;
  const y = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * across;
  const [dx, dy] = [SEEN.width / 1024, SEEN.height / 1024];
  const tiles = [];
  for (let tx = Math.floor(x - dx); tx <= Math.floor(x + dx); tx++)
    for (let ty = Math.floor(y - dy); ty <= Math.floor(y + dy); ty++) tiles.push({ z, x: tx, y: ty });
  return tiles;
}
