/** Part of an address that keeps what the map shows: #map=zoom/latitude/longitude. */
const PATTERN = /#map=(\d{1,2})\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/;

export type MapView = { center: [latitude: number, longitude: number]; zoom: number };

export function readView(hash: string): MapView | undefined {
  const match = PATTERN.exec(hash);
  return match ? { zoom: Number(match[1]), center: [Number(match[2]), Number(match[3])] } : undefined;
}

export const viewHash = ({ center, zoom }: MapView): string =>
  `#map=${zoom}/${center[0].toFixed(5)}/${center[1].toFixed(5)}`;
