"use client";

import { useEffect, useRef, useState } from "react";
import {
  forgetTyped,
  holds,
  keepStep,
  type keptSteps,
  readForm,
  settleSteps,
  unsentOf,
  writeForm,
} from "./typed-keeper";

/** A pin that was dragged stands in the form's fields a moment later. */
const SOON = 300;

/**
 * Stands in a step's form: keeps on the device what is typed there until the server has it, brings it back, and says so.
 * Where the network is gone it shows the way to the form that needs none.
 */
export function FormKeeper({
  step,
  words,
  href,
}: {
  step: (typeof keptSteps)[number];
  words: { restored: string; offline: string; link: string };
  href: string;
}) {
  const place = useRef<HTMLParagraphElement>(null);
  const [restored, setRestored] = useState(false);
  const [offline, setOffline] = useState(false);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    settleSteps(step);
    const server = readForm(form);
    const kept = unsentOf(step);
    if (kept && !holds(server, kept)) {
      writeForm(form, kept);
      setRestored(true);
    } else if (kept) keepStep(step, kept, "arrived");

    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = JSON.stringify(server);
    const keep = () => {
      clearTimeout(timer);
      const values = readForm(form);
      const now = JSON.stringify(values);
      if (now !== last) keepStep(step, values, "typed");
      last = now;
    };
    const sent = (event: SubmitEvent) => {
      clearTimeout(timer);
      if (!navigator.onLine) {
        // It couldn't arrive; what is typed stays on the page, and here.
        event.preventDefault();
        event.stopPropagation();
        keep();
        place.current?.focus();
        return;
      }
      const values = readForm(form);
      keepStep(step, values, "sent");
      last = JSON.stringify(values);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, SOON);
    };
    const connection = () => setOffline(!navigator.onLine);
    form.addEventListener("input", keep);
    form.addEventListener("submit", sent);
    for (const name of ["change", "click", "keyup", "pointerup"]) form.addEventListener(name, soon);
    window.addEventListener("pagehide", keep);
    for (const name of ["online", "offline"]) window.addEventListener(name, connection);
    connection();
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", keep);
      form.removeEventListener("submit", sent);
      for (const name of ["change", "click", "keyup", "pointerup"]) form.removeEventListener(name, soon);
      window.removeEventListener("pagehide", keep);
      for (const name of ["online", "offline"]) window.removeEventListener(name, connection);
    };
  }, [step]);

  return (
    <p
      ref={place}
      role="status"
      tabIndex={-1}
      className={restored || offline ? "my-4 border-l-4 border-line pl-4" : "sr-only"}
    >
      {restored && !offline && words.restored}
      {offline && (
        <>
          {words.offline}{" "}
          <a href={href} className="inline-flex min-h-11 items-center">
            {words.link}
          </a>
        </>
      )}
    </p>
  );
}

/** Forgets what was typed: at once, or when the form it stands in is sent; until then what was sent is known to have arrived. */
export function ForgetTyped({ onSubmit = false }: { onSubmit?: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!onSubmit) return forgetTyped();
    settleSteps();
    const form = place.current?.closest("form");
    form?.addEventListener("submit", forgetTyped);
    return () => form?.removeEventListener("submit", forgetTyped);
  }, [onSubmit]);
  return <span ref={place} hidden />;
}
