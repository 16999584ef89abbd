import type { FeatureCollection, MultiPolygon } from "geojson";
import { useEffect, useState } from "react";
import { GeoJSON, useMap } from "react-leaflet";
import { type Locale, localName } from "@/lib/i18n/locales";
import type { MapArea, MapPlace } from "@/lib/map/types";
import { type PlaceName, showNames } from "./place-names";

type Base = { kosovo: MapArea["rings"]; areas: MapArea[] };

const collection = ({ kosovo, areas }: Base): FeatureCollection<MultiPolygon, { slug: string }> => ({
  type: "FeatureCollection",
  features: [{ slug: "kosovo", rings: kosovo }, ...areas].map(({ slug, rings }) => ({
    type: "Feature",
    properties: { slug },
    geometry: { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) },
  })),
});

/**
 * Outlines of the municipalities, and the names of places where there are no map images to read them from.
 * @param chosen the municipality that is drawn stronger
 */
export function Areas({ locale, chosen, names }: { locale: Locale; chosen: string | undefined; names: boolean }) {
  const [base, setBase] = useState<Base>();
  useEffect(() => void getJson<Base>("/api/map/outlines.json").then(setBase), []);
  if (!base) return null;
  return (
    <>
      <GeoJSON
        key={chosen}
        data={collection(base)}
        interactive={false}
        style={(feature) => ({
          className: `map-area map-area-${feature?.properties.slug === "kosovo" ? "kosovo" : "one"} ${
            feature?.properties.slug === chosen ? "map-area-chosen" : ""
          }`,
        })}
      />
      {names && <Names locale={locale} areas={base.areas} />}
    </>
  );
}

function Names({ locale, areas }: { locale: Locale; areas: MapArea[] }) {
  const map = useMap();
  useEffect(() => {
    const seats = areas.map(
      (area): PlaceName => ({ kind: "seat", name: localName(area, locale), lat: area.lat, lon: area.lon }),
    );
    const layer = showNames(map, seats, async () => {
      const places = (await getJson<MapPlace[]>("/api/map/places.json")) ?? [];
      return places
        .filter(([kind]) => kind !== "city")
        .map(([kind, nameSq, nameSr, lat, lon]) => ({ kind, name: localName({ nameSq, nameSr }, locale), lat, lon }));
    });
    return () => layer.remove();
  }, [map, areas, locale]);
  return null;
}

/** Undefined where it can't be had: the map is then drawn without. */
async function getJson<T>(url: string): Promise<T | undefined> {
  const answer = await fetch(url).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as T) : undefined;
}
