"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { MapNotice } from "./map-notice";
import type { ReportMapProps } from "./types";

/**
 * The map of reports. Until its code is there (asked for once the page stands still and the map is in sight), and where
 * there is no JavaScript, what the server drew stands in its place.
 */
export function ReportMap({ overview, ...props }: ReportMapProps & { overview: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const [Live, setLive] = useState<ComponentType<ReportMapProps>>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const load = () => {
      import("./live-map").then(
        ({ LiveMap }) => setLive(() => LiveMap),
        () => setFailed(true),
      );
    };
    // Safari has no requestIdleCallback.
    const whenIdle = window.requestIdleCallback ?? ((work: () => void, _: object) => window.setTimeout(work, 200));
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      // A busy telephone may never be idle: then it comes all the same.
      whenIdle(load, { timeout: 2000 });
    });
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);

  return (
    <section ref={box} aria-label={props.labels.map} className="relative isolate size-full overflow-hidden bg-wash">
      {Live ? <Live {...props} /> : overview}
      {failed && <MapNotice>{props.labels.failed}</MapNotice>}
    </section>
  );
}
