import type { Rings } from "../geo/locate";

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

/** A rectangle, WGS84 degrees: south-west and north-east corner as [latitude, longitude]. */
export type Bounds = [[number, number], [number, number]];

/** What an address shows of the public reports. */
export type { View } from "./view";
