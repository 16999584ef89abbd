"use client";

import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/i18n/locales";
import type { LocationTiles } from "./location-leaflet";

/** A small map with one pin. Its script is loaded when it comes into view; everything it shows also stands beside it as text. */
export function LocationView({
  lat,
  lon,
  tiles,
  locale,
  words,
}: {
  lat: number;
  lon: number;
  tiles: LocationTiles;
  locale: Locale;
  words: { map: string; no_tiles: string; zoom_in: string; zoom_out: string };
}) {
  const box = useRef<HTMLElement>(null);
  const [noTiles, setNoTiles] = useState(false);
  const { url, attribution } = tiles;
  const { zoom_in, zoom_out } = words;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let end = () => {};
    let gone = false;
    const draw = async () => {
      const [{ default: L }, { makeLocationMap, pinIcon }] = await Promise.all([
        import("leaflet"),
        import("./location-leaflet"),
      ]);
      if (gone) return;
      const map = makeLocationMap(element, {
        tiles: { url, attribution },
        locale,
        at: [lat, lon],
        onNoTiles: () => setNoTiles(true),
        zoomControl: false,
        scrollWheelZoom: false,
        // A finger that scrolls the page must not be caught by the map.
        dragging: !L.Browser.mobile,
      });
      L.control.zoom({ zoomInTitle: zoom_in, zoomOutTitle: zoom_out }).addTo(map);
      L.marker([lat, lon], { icon: pinIcon(), interactive: false, keyboard: false }).addTo(map);
      end = () => map.remove();
    };
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        seen.disconnect();
        void draw();
      },
      { rootMargin: "200px" },
    );
    seen.observe(element);
    return () => {
      gone = true;
      seen.disconnect();
      end();
    };
  }, [lat, lon, url, attribution, locale, zoom_in, zoom_out]);

  return (
    <>
      {/* Not there without script: the text beside it says where it is. */}
      <section
        ref={box}
        aria-label={words.map}
        className="location-map isolate h-64 w-full border border-line bg-wash [@media(scripting:none)]:hidden"
      />
      {noTiles && <p className="mt-1 text-xs text-muted">{words.no_tiles}</p>}
    </>
  );
}
