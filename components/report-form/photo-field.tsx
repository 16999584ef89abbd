"use client";

import { lazy, Suspense, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import type { BrushWords } from "@/components/photos/brush-tools";
import { SubmitButton } from "@/components/ui/submit-button";
import { useScript } from "@/components/ui/use-script";
import type { ErrorCode, Result } from "@/lib/errors";
import { MAX_PHOTOS, photoUrl } from "@/lib/photos/sizes";
import { PhotoInput } from "./photo-input";
import { isRefused, movePhoto, type QueuedPhoto, readPhotos, removePhoto, seedPhotos, watchPhotos } from "./photo-list";
import { addPhotos, coverPhoto, retryPhotos } from "./photo-queue";
import { PhotoRow, type RowWords } from "./photo-row";

const BrushDialog = lazy(() => import("@/components/photos/brush-dialog"));

export type PhotoWords = RowWords & {
  photos: string;
  hint: string;
  hint_plain: string;
  choose: string;
  choose_many: string;
  add: string;
  full: string;
  moved: string;
  removed: string;
  not_changed: string;
  held: string;
  restored: string;
  without: string;
  onward: string;
  reading: string;
  working: string;
  brush: BrushWords;
};

const nothing: readonly QueuedPhoto[] = [];

/** What the photos say of place and day, for the server; `complete` when nothing is left unread. */
function saysOf(photos: readonly QueuedPhoto[]): string {
  const facts = photos.map((photo) => photo.facts);
  return JSON.stringify({
    complete: facts.every(Boolean),
    photos: facts.flatMap((one) => (one ? [{ ...one.position, day: one.day }] : [])),
  });
}

/**
 * The photos of a report, and the way on. As the server sends it: one file a time, with buttons of the form.
 * With script several are chosen at once; they are read and made smaller on the device, may be covered, and are
 * sent when the person goes on, while the next steps are filled in.
 */
export function PhotoField({
  photos: initial,
  words,
  error,
  drop,
  shift,
}: {
  photos: { id: string }[];
  words: PhotoWords;
  error: string | undefined;
  drop: (id: string) => Promise<Result>;
  shift: (id: string, by: -1 | 1) => Promise<Result>;
}) {
  const script = useScript();
  const queued = useSyncExternalStore(watchPhotos, readPhotos, () => nothing);
  const [covering, setCovering] = useState<{ key: string; source: Blob } | null>(null);
  const [said, setSaid] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const ids = initial.map(({ id }) => id).join();
  // Before anything is painted: the list must not be empty for a blink.
  useLayoutEffect(() => seedPhotos(ids ? ids.split(",") : []), [ids]);

  const seeded = (): QueuedPhoto[] =>
    initial.map(({ id }) => ({
      ...{ key: id, id, name: "", state: "sent" as const, progress: 100, released: true },
      preview: photoUrl(id, "thumb"),
    }));
  const photos = script ? queued : seeded();
  const good = photos.filter((photo) => !isRefused(photo));
  const reading = photos.some(({ state, facts }) => state === "preparing" && !facts);

  async function cover({ key, id, file }: QueuedPhoto) {
    const source = file ?? (id ? await fetch(photoUrl(id, "large")).then((answer) => answer.blob()) : null);
    if (source) setCovering({ key, source });
  }

  async function move({ key, id }: QueuedPhoto, by: -1 | 1) {
    const number = good.findIndex((photo) => photo.key === key) + 1 + by;
    const neighbour = movePhoto(key, by);
    setSaid(words.moved.replace("{number}", String(number)));
    // A button that moves in the page loses the focus.
    requestAnimationFrame(() => document.getElementById(`${by < 0 ? "earlier" : "later"}-${key}`)?.focus());
    if (!id || !neighbour?.id) return;
    const answer = await shift(id, by).catch(() => null);
    if (answer?.ok) return;
    movePhoto(key, by === 1 ? -1 : 1);
    setSaid(words.not_changed);
  }

  async function remove({ key, id }: QueuedPhoto) {
    const answer = id ? await drop(id).catch(() => null) : { ok: true };
    if (!answer?.ok) return setSaid(words.not_changed);
    removePhoto(key);
    setSaid(words.removed);
    input.current?.focus();
  }

  return (
    <>
      {script && <input type="hidden" name="says" value={saysOf(good)} />}
      <fieldset className={error ? "border-l-4 border-st-open pl-4" : undefined}>
        <legend className="sr-only">{words.photos}</legend>
        {error && (
          <p id="photo-error" className="font-semibold text-st-open">
            {error}
          </p>
        )}
        {good.length >= MAX_PHOTOS ? (
          <p>{words.full}</p>
        ) : (
          <PhotoInput ref={input} words={words} script={script} error={Boolean(error)} onChoose={addPhotos} />
        )}
        {photos.length > 0 && (
          <ol className="mt-6 border-b border-line">
            {photos.map((photo) => (
              <PhotoRow
                key={photo.key}
                photo={photo}
                number={good.indexOf(photo) + 1}
                count={good.length}
                words={words}
                acts={
                  script
                    ? {
                        cover: () => void cover(photo).catch(() => setSaid(words.not_changed)),
                        move: (by) => void move(photo, by),
                        remove: () => void remove(photo),
                        retry: retryPhotos,
                      }
                    : null
                }
              />
            ))}
          </ol>
        )}
        <div role="status">
          {good.some(({ released, behind }) => !released && behind !== undefined) && (
            <p className="mt-4">{words.restored}</p>
          )}
          {good.some(({ released }) => !released) && <p className="mt-4">{words.held}</p>}
          {photos.filter(isRefused).map(({ key, name, state }) => (
            <p key={key} className="sr-only">{`${name}: ${words.errors[state as ErrorCode] ?? ""}`}</p>
          ))}
        </div>
        <p role="status" className={said === words.not_changed ? "mt-2 font-semibold text-st-open" : "sr-only"}>
          {said}
        </p>
      </fieldset>
      {reading ? (
        <button type="submit" disabled className="btn btn-primary w-full sm:w-auto">
          {words.reading}
        </button>
      ) : (
        <SubmitButton
          working={words.working}
          name="go"
          value={good.length > 0 ? "on" : "without"}
          className={`btn w-full sm:w-auto ${good.length > 0 ? "btn-primary" : "btn-quiet"}`}
        >
          {good.length > 0 ? words.onward : words.without}
        </SubmitButton>
      )}
      {covering && (
        <Suspense>
          <BrushDialog
            source={covering.source}
            words={words.brush}
            onDone={(covered) => {
              coverPhoto(covering.key, covered);
              setCovering(null);
            }}
            onCancel={() => setCovering(null)}
          />
        </Suspense>
      )}
    </>
  );
}
