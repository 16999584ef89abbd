"use client";

import "leaflet/dist/leaflet.css";
import "./map.css";
import { useCallback, useState } from "react";
import { AttributionControl, MapContainer, ZoomControl } from "react-leaflet";
import { MAX_ZOOM } from "@/lib/map/schema";
import { Areas } from "./areas";
import { readView } from "./hash";
import { MapNotice } from "./map-notice";
import { Reports } from "./reports";
import { Tiles } from "./tiles";
import type { ReportMapProps } from "./types";
import { ViewKeeper } from "./view-keeper";

/** The map itself: loaded only when it is wanted. */
export function LiveMap(props: ReportMapProps) {
  const { labels, bounds, tileUrl } = props;
  const [noTiles, setNoTiles] = useState(tileUrl === null);
  const [trouble, setTrouble] = useState<"failed" | "partial">();
  const onTiles = useCallback((loaded: boolean) => setNoTiles(!loaded), []);
  const [start] = useState(() => readView(window.location.hash));
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return (
    // A map's own class is set once for good.
    <div className={noTiles ? "map-plain" : undefined}>
      <MapContainer
        {...(start ? { center: start.center, zoom: start.zoom } : { bounds })}
        minZoom={7}
        maxZoom={MAX_ZOOM}
        zoomControl={false}
        attributionControl={false}
        zoomAnimation={!still}
        fadeAnimation={!still}
        markerZoomAnimation={!still}
        className="live-map"
      >
        <ZoomControl position="topright" zoomInTitle={labels.zoomIn} zoomOutTitle={labels.zoomOut} />
        <AttributionControl position="topleft" prefix={false} />
        {tileUrl !== null && <Tiles url={tileUrl} attribution={props.tileAttribution} onChange={onTiles} />}
        <Areas locale={props.locale} chosen={props.chosen} names={noTiles} />
        <Reports locale={props.locale} query={props.query} labels={labels} onTrouble={setTrouble} />
        <ViewKeeper bounds={bounds} given={start !== undefined} />
      </MapContainer>
      {(noTiles || trouble) && (
        <MapNotice>
          {noTiles && labels.noTiles} {trouble && labels[trouble]}
        </MapNotice>
      )}
    </div>
  );
}
