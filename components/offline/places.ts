import { fold } from "@/lib/geo/fold";
import { type Locale, localName } from "@/lib/i18n/locales";
import type { MapArea, MapPlace } from "@/lib/map/types";
import { offlineData } from "./keep";

export type Point = { lat: number; lon: number };
export type KnownPlace = Point & { name: string; forms: string };

/** What is known of places on this device. */
export type Gazetteer = { places: KnownPlace[]; areas: MapArea[] };

/** Names and outlines, from the network or from what is kept. */
export async function loadGazetteer(locale: Locale): Promise<Gazetteer> {
  const [places, outlines] = (await Promise.all(
    offlineData.map((path) => fetch(path).then((answer) => answer.json())),
  )) as [MapPlace[], { areas: MapArea[] }];
  const named = places.map(([, nameSq, nameSr, lat, lon]) => ({
    name: localName({ nameSq, nameSr }, locale),
    forms: ` ${fold(nameSq)} ${fold(nameSr ?? "")}`,
    lat,
    lon,
  }));
  const seats = outlines.areas.map((area) => ({
    name: localName(area, locale),
    forms: ` ${fold(area.nameSq)} ${fold(area.nameSr)}`,
    lat: area.lat,
    lon: area.lon,
  }));
  return { places: [...seats, ...named], areas: outlines.areas };
}

const METRES_A_DEGREE = 111_320;

/** Metres east and north of a point: flat, which is right to a metre within a town. */
export function offset(from: Point, to: Point): { east: number; north: number } {
  return {
    east: (to.lon - from.lon) * METRES_A_DEGREE * Math.cos((from.lat * Math.PI) / 180),
    north: (to.lat - from.lat) * METRES_A_DEGREE,
  };
}

/** The nearest known places, with their distance in metres. */
export function nearest(point: Point, places: KnownPlace[], count: number): (KnownPlace & { metres: number })[] {
  return places
    .map((place) => {
      const { east, north } = offset(point, place);
      return { ...place, metres: Math.hypot(east, north) };
    })
    .sort((a, b) => a.metres - b.metres)
    .slice(0, count);
}

const crosses = ({ lat, lon }: Point, [aLon, aLat]: [number, number], [bLon, bLat]: [number, number]): boolean =>
  aLat > lat !== bLat > lat && lon < ((bLon - aLon) * (lat - aLat)) / (bLat - aLat) + aLon;

/** The municipality a point lies in, as far as its outline tells; the server asks about borders. */
export function areaOf(point: Point, areas: MapArea[]): MapArea | undefined {
  return areas.find(({ rings }) =>
    rings.some((ring) => {
      let inside = false;
      ring.forEach((corner, index) => {
        const before = ring.at(index - 1);
        if (before && crosses(point, corner, before)) inside = !inside;
      });
      return inside;
    }),
  );
}

/** Places whose name fits what is typed, those that begin with it first. */
export function findPlaces(query: string, places: KnownPlace[], count = 6): KnownPlace[] {
  const wanted = fold(query);
  if (wanted.length < 2) return [];
  const begins = ({ forms }: KnownPlace) => (forms.includes(` ${wanted}`) ? 0 : 1);
  return places
    .filter(({ forms }) => forms.includes(wanted))
    .sort((a, b) => begins(a) - begins(b))
    .slice(0, count);
}
