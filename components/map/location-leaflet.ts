import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { type Locale, localName } from "@/lib/i18n/locales";

/** Raster images of the map; url "none" for outlines and names alone. */
export type LocationTiles = { url: string; attribution: string };

type Rings = [number, number][][];
type Area = { nameSq: string; nameSr: string; nameEn: string; lat: number; lon: number; rings: Rings };
type Place = [kind: string, nameSq: string, nameSr: string | null, lat: number, lon: number];

/** From which zoom the names of places of a kind are drawn, where there are no images. */
const nameZoom: Record<string, number> = { city: 10, suburb: 12, neighbourhood: 13, village: 12, hamlet: 13 };

/** Half the width of a letter of a name, in pixels. */
const LETTER = 4;

/** The middle of Kosovo, and a zoom that shows all of it. */
const START: L.LatLngTuple = [42.56, 20.93];

const latLngs = (rings: Rings) => rings.map((ring) => ring.map(([lon, lat]) => L.latLng(lat, lon)));

/** A name on the map: set as text, never as HTML. */
function nameMark(name: string, lat: number, lon: number, strong: boolean): L.Marker {
  const element = document.createElement("span");
  element.textContent = name;
  element.className = strong ? "location-name location-name-strong" : "location-name";
  const icon = L.divIcon({ className: "", html: element, iconSize: [0, 0] });
  return L.marker([lat, lon], { icon, interactive: false, keyboard: false });
}

const pinShape =
  '<svg width="40" height="40" viewBox="0 0 32 32" aria-hidden="true"><path class="location-pin" d="M16 1.500c-6.600 0-11.500 4.900-11.500 11.200C4.500 20.600 16 30.500 16 30.500s11.500-9.900 11.500-17.800C27.500 6.400 22.600 1.500 16 1.500Z"/><circle cx="16" cy="12.500" r="4" fill="#fff"/></svg>';

/** The pin; its point is the place. */
export const pinIcon = () =>
  L.divIcon({ className: "location-pin-box", html: pinShape, iconSize: [40, 40], iconAnchor: [20, 38] });

async function fetchJson<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** Draws names by zoom; there are few enough to draw all that are in view. */
async function drawNames(map: L.Map, areas: Area[], locale: Locale): Promise<void> {
  const places = await fetchJson<Place[]>("/api/map/places.json").catch(() => [] as Place[]);
  const layer = L.layerGroup().addTo(map);
  const draw = () => {
    layer.clearLayers();
    const zoom = map.getZoom();
    const view = map.getBounds().pad(0.1);
    const taken: L.Bounds[] = [];
    // The larger places come first; a name that would lie over another is left out until one zooms in.
    const place = (name: string, lat: number, lon: number, strong: boolean) => {
      const at = map.latLngToContainerPoint([lat, lon]);
      const half = L.point(name.length * LETTER, 9);
      const box = L.bounds(at.subtract(half), at.add(half));
      if (taken.some((other) => other.overlaps(box))) return;
      taken.push(box);
      nameMark(name, lat, lon, strong).addTo(layer);
    };
    for (const area of areas) place(localName(area, locale), area.lat, area.lon, true);
    for (const [kind, nameSq, nameSr, lat, lon] of places)
      if (zoom >= (nameZoom[kind] ?? 14) && view.contains([lat, lon]))
        place(locale === "sr" ? (nameSr ?? nameSq) : nameSq, lat, lon, false);
  };
  draw();
  map.on("moveend", draw);
}

/**
 * Makes a map with its images, and the outlines of the seven; where the images don't load, with the names of places.
 * @param at the place to show; all of Kosovo without it
 * @param onNoTiles told once, when the images don't load or there are none
 */
export function makeLocationMap(
  box: HTMLElement,
  options: { tiles: LocationTiles; locale: Locale; at: L.LatLngTuple | null; onNoTiles: () => void } & L.MapOptions,
): L.Map {
  const { tiles, locale, at, onNoTiles, ...more } = options;
  const map = L.map(box, { center: at ?? START, zoom: at ? 16 : 8, maxZoom: 19, keyboard: false, ...more });
  map.attributionControl.setPrefix(false);
  const areas = fetchJson<{ areas: Area[] }>("/api/map/outlines.json").then(
    (answer) => answer.areas,
    () => [] as Area[],
  );
  areas.then((all) => {
    for (const area of all)
      L.polygon(latLngs(area.rings), { className: "location-outline", interactive: false }).addTo(map);
  });
  let told = false;
  const withoutTiles = async () => {
    if (told) return;
    told = true;
    onNoTiles();
    const all = await areas;
    // By its middle, not by where it began: it may have been moved since.
    if (at && map.getZoom() > 13) map.setZoom(13, { animate: false });
    if (map.getContainer().isConnected) await drawNames(map, all, locale);
  };
  if (tiles.url === "none") void withoutTiles();
  else {
    let loaded = false;
    const layer = L.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19 }).addTo(map);
    layer.on("tileload", () => {
      loaded = true;
    });
    layer.on("tileerror", () => {
      if (!loaded) void withoutTiles();
    });
  }
  return map;
}
