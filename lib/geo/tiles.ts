/** Zoom of the Morton codes kept in report.map_key (see map_key() in the migrations). */
export const KEY_ZOOM = 20;

/**
 * Morton code (bits of x and y interleaved) of a Web Mercator tile: tiles inside one another are contiguous ranges.
 * @param x column from the west, 0 … 2^zoom − 1
 * @param y row from the north
 */
export function mortonKey(x: number, y: number): bigint {
  let key = 0n;
  for (let bit = 0n; bit < BigInt(KEY_ZOOM); bit++) {
    key |= ((BigInt(x) >> bit) & 1n) << (2n * bit);
    key |= ((BigInt(y) >> bit) & 1n) << (2n * bit + 1n);
  }
  return key;
}

/**
 * The range of keys at a deeper zoom that lie in a tile.
 * @returns from (inclusive) and to (exclusive)
 */
export function keyRange(zoom: number, x: number, y: number, atZoom: number): { from: bigint; to: bigint } {
  const shift = 2n * BigInt(atZoom - zoom);
  const key = mortonKey(x, y);
  return { from: key << shift, to: (key + 1n) << shift };
}

/** The Web Mercator tile of a zoom in which a position (WGS84 degrees) lies. */
export function tileAt({ lat, lon }: { lat: number; lon: number }, zoom: number): { x: number; y: number } {
  const across = 2 ** zoom;
  const radians = (lat * Math.PI) / 180;
  const clamp = (value: number) => Math.min(across - 1, Math.max(0, Math.floor(value)));
  return {
    x: clamp(((lon + 180) / 360) * across),
    y: clamp(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * across),
  };
}
