import type { MapArea } from "@/lib/map/types";
import { type KnownPlace, nearest, offset, type Point } from "./places";

/** Half of the drawing's side, in metres, and in units of the drawing. */
const METRES = 3000;
const HALF = 120;
const scale = HALF / METRES;

/** Names that stand in nobody's way, the nearest first; the pin needs its own room. */
function namesAround(point: Point, places: KnownPlace[]) {
  const taken: { x: number; y: number; half: number }[] = [{ x: 0, y: -8, half: 12 }];
  return nearest(point, places, 40).flatMap((place) => {
    const { east, north } = offset(point, place);
    const [x, y, half] = [east * scale, -north * scale, place.name.length * 4 + 4];
    const fits = Math.abs(y) < HALF - 12 && Math.abs(x) + half < HALF * 1.5;
    if (!fits || taken.some((other) => Math.abs(other.y - y) < 18 && Math.abs(other.x - x) < other.half + half))
      return [];
    taken.push({ x, y, half });
    return [{ ...place, x, y }];
  });
}

/** A drawing of what lies around a place: names and municipal borders. Says nothing that isn't said in words beside it. */
export function PlaceDrawing({ point, places, areas }: { point: Point; places: KnownPlace[]; areas: MapArea[] }) {
  const path = (ring: [number, number][]) =>
    `M${ring
      .map(([lon, lat]) => {
        const { east, north } = offset(point, { lat, lon });
        return `${(east * scale).toFixed(1)} ${(-north * scale).toFixed(1)}`;
      })
      .join("L")}Z`;
  return (
    <svg
      viewBox={`${-1.5 * HALF} ${-HALF} ${3 * HALF} ${2 * HALF}`}
      aria-hidden="true"
      focusable="false"
      className="w-full border border-line bg-wash"
    >
      {areas.map(({ slug, rings }) => (
        <path key={slug} d={rings.map(path).join("")} className="fill-card stroke-primary" strokeWidth="1.5" />
      ))}
      {namesAround(point, places).map(({ name, x, y }) => (
        <g key={`${name}${x}`} transform={`translate(${x} ${y})`}>
          <circle r="2" className="fill-muted" />
          <text y="-5" textAnchor="middle" className="fill-ink text-xs">
            {name}
          </text>
        </g>
      ))}
      <path
        transform="translate(-12 -23) scale(0.75)"
        d="M16 1.5c-6.600 0-11.500 4.900-11.500 11.200C4.500 20.600 16 30.500 16 30.500s11.500-9.900 11.500-17.800C27.500 6.400 22.600 1.500 16 1.500Z"
        className="fill-action stroke-white"
        strokeWidth="2"
      />
    </svg>
  );
}
