import L from "leaflet";

/** Metres of a degree of latitude. */
const DEGREE = 111_320;
/** Steps that are easily said, in metres. */
const STEPS = [1, 5, 10, 50, 100, 500, 1000, 5000, 10_000];
/** A step is so many pixels at the least: less is hardly seen. */
const LEAST_PIXELS = 6;

export type Side = "north" | "east" | "south" | "west";
const arrows: Record<string, { side: Side; east: number; north: number }> = {
  ArrowUp: { side: "north", east: 0, north: 1 },
  ArrowRight: { side: "east", east: 1, north: 0 },
  ArrowDown: { side: "south", east: 0, north: -1 },
  ArrowLeft: { side: "west", east: -1, north: 0 },
};

/** How far an arrow key moves the place, in metres: the nearer one looks, the finer. */
export function stepMetres(map: L.Map): number {
  const { lat } = map.getCenter();
  const pixel = (DEGREE * 360 * Math.cos((lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8);
  return STEPS.find((step) => step >= LEAST_PIXELS * pixel) ?? 10_000;
}

/**
 * Lets the keyboard move the place and zoom, while the map itself has the focus; with Shift five steps at once.
 * @param from where the place is now
 * @param tell told where to, how many metres that is, and which way
 * @returns how to stop it
 */
export function steer(
  map: L.Map,
  from: () => L.LatLng,
  tell: (to: L.LatLng, metres: number, side: Side) => void,
): () => void {
  const box = map.getContainer();
  box.tabIndex = 0;
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== box) return;
    const arrow = arrows[event.key];
    if (arrow) {
      const metres = stepMetres(map) * (event.shiftKey ? 5 : 1);
      const { lat, lng } = from();
      const north = (arrow.north * metres) / DEGREE;
      const east = (arrow.east * metres) / (DEGREE * Math.cos((lat * Math.PI) / 180));
      tell(L.latLng(lat + north, lng + east), metres, arrow.side);
    } else if (event.key === "+" || event.key === "=") map.zoomIn();
    else if (event.key === "-") map.zoomOut();
    else return;
    event.preventDefault();
  };
  box.addEventListener("keydown", onKey);
  return () => box.removeEventListener("keydown", onKey);
}
