import type { Map as LeafletMap } from "leaflet";
import { useEffect, useRef } from "react";
import { useMap } from "react-leaflet";
import type { Bounds } from "@/lib/map/types";
import { readView, viewHash } from "./hash";

/** What of a map lies below the window's edge can't be seen yet: a rectangle is fitted into the rest. */
function showAll(map: LeafletMap, bounds: Bounds, animate: boolean): void {
  const hidden = map.getContainer().getBoundingClientRect().bottom - window.innerHeight;
  const isBeside = window.matchMedia("(min-width: 64rem)").matches;
  map.fitBounds(bounds, { animate, paddingBottomRight: [0, isBeside ? Math.max(0, hidden) : 0] });
}

/**
 * Keeps what the map shows in the address, so that a link shares it, and follows the address when that changes.
 * @param given whether the address already said what to show
 */
export function ViewKeeper({ bounds, given }: { bounds: Bounds; given: boolean }) {
  const map = useMap();
  const asked = useRef(given ? JSON.stringify(bounds) : "");
  /** A move that follows from the filter: the address says it already. */
  const fitting = useRef(false);

  useEffect(() => {
    const wanted = JSON.stringify(bounds);
    if (wanted === asked.current) return;
    fitting.current = asked.current !== "";
    showAll(map, bounds, fitting.current);
    asked.current = wanted;
  }, [map, bounds]);

  useEffect(() => {
    const shown = () => {
      const { lat, lng } = map.getCenter();
      return viewHash({ center: [lat, lng], zoom: map.getZoom() });
    };
    let kept = shown();
    const keep = () => {
      if (shown() === kept) return;
      kept = shown();
      if (fitting.current) fitting.current = false;
      else window.history.replaceState(null, "", kept);
    };
    const follow = () => {
      const view = readView(window.location.hash);
      if (view && window.location.hash !== kept) map.setView(view.center, view.zoom);
    };
    map.on("moveend", keep);
    window.addEventListener("hashchange", follow);
    return () => {
      map.off("moveend", keep);
      window.removeEventListener("hashchange", follow);
    };
  }, [map]);

  // The box may have got its size after the map was made, and gets another when a phone is turned.
  useEffect(() => {
    const watcher = new ResizeObserver(() => map.invalidateSize());
    watcher.observe(map.getContainer());
    return () => watcher.disconnect();
  }, [map]);

  return null;
}
