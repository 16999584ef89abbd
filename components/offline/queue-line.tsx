"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { keptPhotos } from "@/components/report-form/photo-mark";

/** As in store.ts, whose database this page needn't open. */
const COUNT_KEY = "reports-waiting";

/**
 * Starts the service worker, and says quietly when reports on this device still have to be sent. What sends them is
 * fetched only where there are some. Photos of somebody who has signed out since are forgotten.
 */
export function QueueLine({
  words,
  link,
  href,
  person,
}: {
  words: string;
  link: string;
  href: string;
  /** Names who is signed in; "" for nobody. */
  person: string;
}) {
  const [count, setCount] = useState(0);
  const elsewhere = usePathname() !== href;
  useEffect(() => {
    // What it keeps on the device mustn't be in the way of the page that is wanted now.
    const start = () => navigator.serviceWorker?.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
    if (document.readyState === "complete") void start();
    else window.addEventListener("load", start, { once: true });
  }, []);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    if (elsewhere && Number(localStorage.getItem(COUNT_KEY)) > 0)
      void import("./watch").then(({ watchQueue }) => {
        if (gone) return;
        ({ stop } = watchQueue(({ entries }) =>
          setCount(entries.filter(({ state }) => state === "waiting" || state === "wrong").length),
        ));
      });
    return () => {
      gone = true;
      stop?.();
    };
  }, [elsewhere]);
  useEffect(() => {
    // That page is the same for everybody: it doesn't know who is signed in.
    if (elsewhere && keptPhotos(person) === "over")
      void import("@/components/report-form/photo-keeper").then(({ forgetKept }) => forgetKept("all"));
  }, [elsewhere, person]);
  if (!elsewhere || count === 0) return null;
  return (
    <p role="status" className="border-b border-line bg-wash">
      <span className="wrap flex flex-wrap items-center gap-x-4 text-sm">
        {words.replace("{count}", String(count))}
        <a href={href} className="inline-flex min-h-11 items-center">
          {link}
        </a>
      </span>
    </p>
  );
}
