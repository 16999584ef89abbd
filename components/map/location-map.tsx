"use client";

import L from "leaflet";
import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { type LocationTiles, makeLocationMap, pinIcon } from "./location-leaflet";

export type MapWords = { map: string; pin: string; no_tiles: string; zoom_in: string; zoom_out: string };

/** Where the pin is set, in WGS84 degrees; `zoom` when the map should go there. */
export type Pin = { lat: number; lon: number; accuracy?: number; show?: boolean };

/** Pixels an arrow key moves the pin; with Shift five times as many. */
const STEP = 8;
const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Lets the keyboard move the pin and zoom, while the map itself has the focus. @returns how to stop it */
function steer(map: L.Map, marker: L.Marker, tell: (at: L.LatLng) => void): () => void {
  const box = map.getContainer();
  box.tabIndex = 0;
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== box) return;
    const arrow = arrows[event.key];
    if (arrow) {
      const from = map.hasLayer(marker) ? marker.getLatLng() : map.getCenter();
      const by = event.shiftKey ? 5 * STEP : STEP;
      tell(map.unproject(map.project(from).add([arrow[0] * by, arrow[1] * by])));
    } else if (event.key === "+" || event.key === "=") map.zoomIn();
    else if (event.key === "-") map.zoomOut();
    else return;
    event.preventDefault();
  };
  box.addEventListener("keydown", onKey);
  return () => box.removeEventListener("keydown", onKey);
}

/** Without images there is little to see from very near: names begin to show a few steps out. */
const closeUp = (noTiles: boolean) => (noTiles ? 13 : 16);

type Drawn = { map: L.Map; marker: L.Marker; circle: L.Circle };

/** The map on which the pin is set: by a tap, by dragging, by the arrow keys. Loaded after the page, in the browser alone. */
export default function LocationMap({
  pin,
  onMove,
  tiles,
  locale,
  words,
}: {
  pin: Pin | null;
  onMove: (lat: number, lon: number) => void;
  tiles: LocationTiles;
  locale: Locale;
  words: MapWords;
}) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const moved = useRef(onMove);
  const first = useRef(pin);
  const [noTiles, setNoTiles] = useState(false);
  useEffect(() => {
    moved.current = onMove;
  }, [onMove]);

  useEffect(() => {
    if (!box.current) return;
    const start = first.current;
    const map = makeLocationMap(box.current, {
      tiles,
      locale,
      at: start ? [start.lat, start.lon] : null,
      onNoTiles: () => setNoTiles(true),
      zoomControl: false,
    });
    L.control.zoom({ zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out }).addTo(map);
    const marker = L.marker(map.getCenter(), { icon: pinIcon(), draggable: true, keyboard: false, title: words.pin });
    const circle = L.circle(map.getCenter(), { radius: 1, className: "location-accuracy", interactive: false });
    const tell = ({ lat, lng }: L.LatLng) => moved.current(lat, lng);
    map.on("click", ({ latlng }: L.LeafletMouseEvent) => tell(latlng));
    marker.on("dragend", () => tell(marker.getLatLng()));
    drawn.current = { map, marker, circle };
    const stopKeys = steer(map, marker, tell);
    if (start) marker.setLatLng([start.lat, start.lon]).addTo(map);
    return () => {
      drawn.current = null;
      stopKeys();
      map.remove();
    };
  }, [tiles, locale, words]);

  useEffect(() => {
    if (!drawn.current) return;
    const { map, marker, circle } = drawn.current;
    if (!pin) return;
    const at = L.latLng(pin.lat, pin.lon);
    marker.setLatLng(at).addTo(map);
    circle.remove();
    if (pin.accuracy) circle.setLatLng(at).setRadius(pin.accuracy).addTo(map);
    if (pin.show && pin.accuracy) map.fitBounds(at.toBounds(Math.max(200, 2.5 * pin.accuracy)));
    else if (pin.show) map.setView(at, Math.max(closeUp(noTiles), map.getZoom()));
    else map.panInside(at, { padding: [48, 48] });
  }, [pin, noTiles]);

  return (
    <>
      <div
        ref={box}
        role="application"
        aria-label={words.map}
        className="location-map isolate h-80 w-full border border-line sm:h-96 lg:h-[36rem]"
      />
      {noTiles && <p className="mt-1 text-xs text-muted">{words.no_tiles}</p>}
    </>
  );
}
