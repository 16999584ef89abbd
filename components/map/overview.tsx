import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { MapArea } from "@/lib/map/types";

type Rings = MapArea["rings"];

/** Web Mercator in units of the drawing: what Leaflet will draw a moment later has the same shape. */
const projectX = (lon: number) => lon * 100;
const projectY = (lat: number) => (-Math.asinh(Math.tan((lat * Math.PI) / 180)) * 18_000) / Math.PI;

/** Every third point is enough at this size. */
const path = (rings: Rings): string =>
  rings
    .map((ring) => {
      const points = ring.filter((_, i) => i % 3 === 0 || ring.length < 30);
      return `M${points.map(([lon, lat]) => `${projectX(lon).toFixed(1)} ${projectY(lat).toFixed(1)}`).join("L")}Z`;
    })
    .join("");

/**
 * The seven on a plain drawing, with the number of reports in each: what stands in the map's place before its code is
 * there, and all there is of it without JavaScript. Each is a link to its reports.
 */
export function Overview({
  words: { t, locale, number },
  kosovo,
  areas,
  counts,
  link,
}: {
  words: Texts;
  kosovo: Rings;
  areas: MapArea[];
  /** Null where they are too many to be counted. */
  counts: Map<string, number> | null;
  link: (municipality: string) => string;
}) {
  const xs = kosovo.flat().map(([lon]) => projectX(lon));
  const ys = kosovo.flat().map(([, lat]) => projectY(lat));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const box = [left, top, Math.max(...xs) - left, Math.max(...ys) - top].map((value) => value.toFixed(1)).join(" ");
  return (
    <nav aria-label={t("reports.map.overview")} className="absolute inset-0">
      <svg viewBox={box} className="size-full p-4">
        <title>{t("reports.map.overview")}</title>
        <path d={path(kosovo)} className="fill-paper stroke-muted" strokeWidth="0.6" />
        {areas.map((area) => {
          const name = localName(area, locale);
          const count = counts && (counts.get(area.slug) ?? 0);
          return (
            <a
              key={area.slug}
              href={link(area.slug)}
              className="no-underline"
              aria-label={
                count === null ? name : t("reports.map.area", { name, reports: t("reports.count", { count }) })
              }
            >
              <path d={path(area.rings)} className="fill-card stroke-primary hover:fill-wash" strokeWidth="0.8" />
              <text
                x={projectX(area.lon)}
                y={projectY(area.lat)}
                textAnchor="middle"
                fontSize="5.500"
                className="fill-ink stroke-card font-semibold"
                strokeWidth="2"
                strokeLinejoin="round"
                paintOrder="stroke"
              >
                {name}
                {count !== null && (
                  <tspan x={projectX(area.lon)} dy="6.500" className="fill-muted">
                    {number(count)}
                  </tspan>
                )}
              </text>
            </a>
          );
        })}
      </svg>
    </nav>
  );
}
