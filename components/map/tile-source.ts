import type { MapTile, TileAddress } from "@/lib/map/schema";

const KEPT = 300;
const keyOf = ({ z, x, y }: TileAddress) => `${z}/${x}/${y}`;

/** Tiles of reports for one filter: each is fetched once, and no longer when it went out of sight. */
export class TileSource {
  private readonly kept = new Map<string, MapTile>();
  private readonly flights = new Map<string, AbortController>();
  private readonly failures = new Set<string>();

  /** @param changed called whenever a wanted tile came or failed */
  constructor(
    private readonly query: string,
    private readonly changed: () => void,
  ) {}

  /** Says which tiles are in sight now; flights of others end. */
  want(tiles: TileAddress[]): void {
    const keys = new Set(tiles.map(keyOf));
    for (const [key, flight] of this.flights) if (!keys.has(key)) flight.abort();
    for (const key of keys) if (!this.kept.has(key) && !this.flights.has(key)) void this.fetch(key);
  }

  /** What is there of some tiles. */
  read(tiles: TileAddress[]): { found: MapTile[]; missing: boolean; failed: boolean } {
    const keys = tiles.map(keyOf);
    return {
      found: keys.flatMap((key) => this.kept.get(key) ?? []),
      missing: keys.some((key) => this.flights.has(key)),
      failed: keys.some((key) => this.failures.has(key)),
    };
  }

  stop(): void {
    for (const flight of this.flights.values()) flight.abort();
  }

  private async fetch(key: string): Promise<void> {
    const flight = new AbortController();
    this.flights.set(key, flight);
    try {
      const answer = await fetch(`/api/map/${key}.json${this.query && `?${this.query}`}`, { signal: flight.signal });
      if (!answer.ok) throw new Error(`tile ${key}: ${answer.status}`);
      this.kept.set(key, (await answer.json()) as MapTile);
      this.failures.delete(key);
      const [oldest] = this.kept.keys();
      if (this.kept.size > KEPT && oldest) this.kept.delete(oldest);
    } catch {
      if (!flight.signal.aborted) this.failures.add(key);
    }
    if (this.flights.get(key) === flight) this.flights.delete(key);
    if (!flight.signal.aborted) this.changed();
  }
}
