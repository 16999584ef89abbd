"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { steps } from "@/lib/reports/types";
import { isPending, isRefused, type QueuedPhoto, readPhotos, watchPhotos } from "./photo-list";
import { releasePhotos, resetPhotos, resumePhotos, retryPhotos } from "./photo-queue";

export type UnderwayWords = {
  label: string;
  sending: string;
  lost: string;
  again: string;
  refused: string;
  hold: string;
  kept: string;
  look: string;
  errors: Record<string, string | undefined> & { photo_broken: string };
};

const nothing: readonly QueuedPhoto[] = [];

/**
 * Sends the photos while the steps after them are filled in, and says how far it has got. The report itself is held back
 * until they have arrived.
 */
export function PhotosUnderway({
  words,
  person,
  children,
}: {
  words: UnderwayWords;
  /** Names who is signed in; "" for nobody. */
  person: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const router = useRouter();
  const photos = useSyncExternalStore(watchPhotos, readPhotos, () => nothing);
  const [held, setHeld] = useState<HTMLFormElement | null>(null);
  const step = path.replace(/^\/[a-z]+\/report\/?/, "") || "photo";
  const unsent = photos.filter(isPending);
  // Only from the photos themselves does one go on with them: what came back from an earlier visit may not be wanted.
  const back = step === "photo" ? [] : unsent.filter(({ released }) => !released);
  const pending = unsent.filter((photo) => !back.includes(photo));
  const refused = photos.filter(isRefused);
  const lost = pending.some(({ state }) => state === "lost");
  const waiting = useRef(false);
  const before = useRef("");
  const look = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (step === "sent") resetPhotos();
    else if (before.current === "photo" && (steps as readonly string[]).includes(step)) releasePhotos();
    before.current = step;
    setHeld(null);
  }, [step]);

  // The form that needs no network is the same for everybody: it knows of nobody.
  const asked = step !== "sent" && step !== "offline";
  useEffect(() => {
    if (asked) resumePhotos(person);
  }, [asked, person]);

  useEffect(() => {
    if (pending.length > 0) waiting.current = true;
    else if (waiting.current) {
      waiting.current = false;
      // The summary was drawn without what has just arrived.
      if (held) held.requestSubmit();
      else if (step === "check") router.refresh();
      setHeld(null);
    }
  }, [pending.length, held, step, router]);

  function onSubmit(event: React.FormEvent<HTMLDivElement>) {
    const form = event.target as HTMLFormElement;
    if ("discards" in form.dataset) return resetPhotos();
    if (step !== "check" || unsent.length === 0) return;
    event.preventDefault();
    if (back.length > 0) look.current?.focus();
    else setHeld(form);
  }

  const percent = Math.round(pending.reduce((sum, { progress }) => sum + progress, 0) / Math.max(1, pending.length));
  const visible = step !== "photo" && (unsent.length > 0 || refused.length > 0);
  return (
    <div onSubmitCapture={onSubmit}>
      {visible && (
        <section aria-label={words.label} className="border-b border-line bg-card">
          <div className="wrap flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div role="status">
              {pending.length > 0 && (
                <p className={lost ? "font-semibold text-st-open" : ""}>
                  {(lost ? words.lost : words.sending).replace("{count}", String(pending.length))}
                </p>
              )}
              {back.length > 0 && <p className="font-semibold">{words.kept.replace("{count}", String(back.length))}</p>}
              {held && !lost && <p className="font-semibold">{words.hold}</p>}
              {refused.map(({ key, name, state }) => (
                <p key={key} className="font-semibold text-st-open">
                  {`${words.refused.replace("{name}", name)} ${words.errors[state] ?? words.errors.photo_broken}`}
                </p>
              ))}
            </div>
            {back.length > 0 && (
              <a
                ref={look}
                href={`/${path.split("/")[1]}/report?change=1`}
                className="inline-flex min-h-11 items-center"
              >
                {words.look}
              </a>
            )}
            {pending.length > 0 && !lost && (
              <progress max={100} value={percent} aria-label={words.label} className="progress w-40" />
            )}
            {lost && (
              <button type="button" className="btn btn-quiet" onClick={retryPhotos}>
                {words.again}
              </button>
            )}
          </div>
        </section>
      )}
      {children}
    </div>
  );
}
