import { divIcon, type Map as LeafletMap, layerGroup, marker } from "leaflet";

export type PlaceName = { kind: string; name: string; lat: number; lon: number };

/** From which zoom names of a kind are written. */
const fromZoom: Record<string, number> = { seat: 0, suburb: 12, neighbourhood: 13, village: 12, hamlet: 14 };
/** Zoom from which the small places are wanted at all. */
const PLACES_FROM = 12;

/**
 * Writes names on the map, the larger places first, none over another.
 * @param seats always there
 * @param load the smaller places, asked for when somebody zooms in
 * @returns what takes them away again
 */
export function showNames(
  map: LeafletMap,
  seats: PlaceName[],
  load: () => Promise<PlaceName[]>,
): { remove: () => void } {
  const layer = layerGroup().addTo(map);
  let places: PlaceName[] | undefined;
  let loading = false;

  const draw = () => {
    layer.clearLayers();
    const zoom = map.getZoom();
    if (zoom >= PLACES_FROM && !places && !loading) {
      loading = true;
      void load().then((found) => {
        places = found;
        draw();
      });
    }
    const view = map.getBounds();
    const taken: { x: number; y: number; half: number }[] = [];
    for (const { kind, name, lat, lon } of [...seats, ...(places ?? [])]) {
      if (zoom < (fromZoom[kind] ?? PLACES_FROM) || !view.contains([lat, lon])) continue;
      const { x, y } = map.latLngToLayerPoint([lat, lon]);
      // Reports gather around a seat: its name stands below them.
      const below = kind === "seat" ? 32 : 0;
      // About half the width of the name as it is set.
      const half = name.length * (kind === "seat" ? 5 : 4) + 4;
      if (taken.some((other) => Math.abs(other.y - y - below) < 20 && Math.abs(other.x - x) < other.half + half))
        continue;
      taken.push({ x, y: y + below, half });
      const text = document.createElement("span");
      text.textContent = name;
      text.setAttribute("aria-hidden", "true");
      const icon = divIcon({
        html: text,
        className: `map-name ${kind === "seat" ? "map-name-seat" : ""}`,
        iconSize: [2 * half, 20],
        iconAnchor: [half, 10 - below],
      });
      marker([lat, lon], { icon, interactive: false, keyboard: false, pane: "shadowPane" }).addTo(layer);
    }
  };
  draw();
  map.on("moveend", draw);
  return {
    remove: () => {
      map.off("moveend", draw);
      layer.remove();
    },
  };
}
