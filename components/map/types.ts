import type { Locale } from "@/lib/i18n/locales";
import type { Bounds } from "@/lib/map/types";
import type { PublicStatus } from "@/lib/reports/status";

/** Words of the map, ready to be shown; in `cluster` and `pin` the names in braces are filled in by the browser. */
export type MapLabels = {
  map: string;
  zoomIn: string;
  zoomOut: string;
  noTiles: string;
  failed: string;
  partial: string;
  cluster: string;
  pin: string;
  status: Record<PublicStatus, string>;
  category: Record<string, string>;
};

export type ReportMapProps = {
  locale: Locale;
  labels: MapLabels;
  /** The filter as it stands in the address. */
  query: string;
  /** The municipality that is chosen. */
  chosen: string | undefined;
  /** What is shown at first, and whenever it changes. */
  bounds: Bounds;
  /** Null where there are no raster tiles. */
  tileUrl: string | null;
  tileAttribution: string;
};

/** Fills {names} in a text. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
