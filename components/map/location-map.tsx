"use client";

import L from "leaflet";
import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { Crosshair } from "./location-crosshair";
import { type LocationTiles, makeLocationMap, pinIcon } from "./location-leaflet";
import { type Side, steer } from "./location-steer";

export type MapWords = Record<Side, string> & {
  map: string;
  pin: string;
  no_tiles: string;
  zoom_in: string;
  zoom_out: string;
  map_hint: string;
  aim_hint: string;
  aim_far: string;
};

/** Where the pin is set, in WGS84 degrees; `show` when the map should go there; accuracy in metres. */
export type Pin = { lat: number; lon: number; accuracy?: number; show?: boolean };

/** Where fingers would hide a pin they drag, and where little of the map is seen: there the map moves under the pin. */
const AIM = "(pointer: coarse), (max-width: 639px)";
/** Further out than this a crosshair points at half a town: nothing is set by it. */
const NEAR_ENOUGH = 12;
/** Pixels between the map's middle and the pin that are no difference. */
const SAME = 2;

/** Without images there is little to see from very near: names begin to show a few steps out. */
const closeUp = (noTiles: boolean) => (noTiles ? 13 : 16);

type Drawn = { map: L.Map; marker: L.Marker; circle: L.Circle };

/**
 * The map on which the place is set. Under a mouse the pin is dragged, or set by a click; on phones the pin stands in
 * the middle and the map moves under it. The arrow keys do both. Loaded after the page, in the browser alone.
 */
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
  const now = useRef(pin);
  const [aim] = useState(() => window.matchMedia(AIM).matches);
  const [noTiles, setNoTiles] = useState(false);
  const [moving, setMoving] = useState(false);
  const [far, setFar] = useState(false);
  const [said, setSaid] = useState("");
  useEffect(() => {
    moved.current = onMove;
    now.current = pin;
  });

  useEffect(() => {
    if (!box.current) return;
    const start = now.current;
    const map = makeLocationMap(box.current, {
      tiles,
      locale,
      at: start ? [start.lat, start.lon] : null,
      onNoTiles: () => setNoTiles(true),
      zoomControl: false,
      // What stands in the middle stays there.
      ...(aim && { touchZoom: "center", scrollWheelZoom: "center", doubleClickZoom: "center" }),
    });
    L.control.zoom({ zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    const marker = L.marker(map.getCenter(), { icon: pinIcon(), draggable: true, keyboard: false, title: words.pin });
    const circle = L.circle(map.getCenter(), { radius: 1, className: "location-accuracy", interactive: false });
    const tell = ({ lat, lng }: L.LatLng) => moved.current(lat, lng);
    const place = () => (now.current ? L.latLng(now.current.lat, now.current.lon) : map.getCenter());
    const stopKeys = steer(map, place, (to, metres, side) => {
      tell(to);
      setSaid(words[side].replace("{metres}", String(metres)));
    });
    if (aim) {
      map.on("click", ({ latlng }: L.LeafletMouseEvent) =>
        map.setView(latlng, Math.max(NEAR_ENOUGH + 1, map.getZoom())),
      );
      map.on("movestart", () => setMoving(true));
      map.on("moveend", () => {
        setMoving(false);
        const near = map.getZoom() >= NEAR_ENOUGH;
        setFar(!near);
        const middle = map.getSize().divideBy(2);
        if (near && (!now.current || map.latLngToContainerPoint(place()).distanceTo(middle) > SAME))
          tell(map.getCenter());
      });
      setFar(map.getZoom() < NEAR_ENOUGH);
    } else {
      map.on("click", ({ latlng }: L.LeafletMouseEvent) => tell(latlng));
      marker.on("dragend", () => tell(marker.getLatLng()));
      if (start) marker.setLatLng([start.lat, start.lon]).addTo(map);
    }
    drawn.current = { map, marker, circle };
    return () => {
      drawn.current = null;
      stopKeys();
      map.remove();
    };
  }, [aim, tiles, locale, words]);

  useEffect(() => {
    if (!drawn.current || !pin) return;
    const { map, marker, circle } = drawn.current;
    const at = L.latLng(pin.lat, pin.lon);
    if (!aim) marker.setLatLng(at).addTo(map);
    // Where the device thinks it is stays drawn while the place is moved to what was really meant.
    if (pin.accuracy) circle.setLatLng(at).setRadius(pin.accuracy).addTo(map);
    else if (pin.show) circle.remove();
    // Under a crosshair an animation that is interrupted would leave the place somewhere on the way.
    const how = aim ? { animate: false } : {};
    if (pin.show && pin.accuracy) map.fitBounds(at.toBounds(Math.max(200, 2.5 * pin.accuracy)), how);
    else if (pin.show) map.setView(at, Math.max(closeUp(noTiles), map.getZoom()), how);
    else if (!aim) map.panInside(at, { padding: [48, 48] });
    else if (map.latLngToContainerPoint(at).distanceTo(map.getSize().divideBy(2)) > SAME) map.panTo(at, how);
  }, [pin, noTiles, aim]);

  return (
    <>
      <div className="relative isolate">
        <div
          ref={box}
          role="application"
          aria-label={words.map}
          className="location-map h-80 w-full border border-line sm:h-96 lg:h-[36rem]"
        />
        {aim && <Crosshair set={pin !== null} moving={moving} />}
      </div>
      {noTiles && <p className="mt-1 text-xs text-muted">{words.no_tiles}</p>}
      <p className="mt-1 text-sm text-muted">{aim ? (far ? words.aim_far : words.aim_hint) : words.map_hint}</p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
