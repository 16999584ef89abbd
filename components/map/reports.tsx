import { useEffect, useRef } from "react";
import { useMap } from "react-leaflet";
import { type Locale, localeTags } from "@/lib/i18n/locales";
import { ReportLayer, type Trouble } from "./report-layer";
import type { MapLabels } from "./types";

/** The reports on the map, drawn anew for another filter. */
export function Reports({
  locale,
  query,
  labels,
  onTrouble,
}: {
  locale: Locale;
  query: string;
  labels: MapLabels;
  onTrouble: (trouble: Trouble) => void;
}) {
  const map = useMap();
  // They come anew with every answer of the server, and are the same as long as the page stands.
  const words = useRef(labels);
  useEffect(() => {
    const numbers = new Intl.NumberFormat(localeTags[locale]);
    const layer = new ReportLayer(map, {
      query,
      labels: words.current,
      path: `/${locale}/reports`,
      number: (value) => numbers.format(value),
      onTrouble,
    });
    return () => layer.remove();
  }, [map, query, locale, onTrouble]);
  return null;
}
