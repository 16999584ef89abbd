"use client";

import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { readFacts } from "@/components/photos/read-facts";
import { shrink } from "@/components/photos/shrink";
import type { ErrorCode } from "@/lib/errors";
import { MAX_PHOTO_BYTES, MAX_PHOTOS, PHOTO_TYPES } from "@/lib/photos/sizes";
import type { StoredPhoto } from "./store";
import { fill, type OfflineWords } from "./words";

const BrushDialog = lazy(() => import("@/components/photos/brush-dialog"));

function Picture({ file, alt }: { file: Blob; alt: string }) {
  const url = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <img src={url} alt={alt} width={320} height={240} className="aspect-4/3 w-full bg-wash object-cover" />;
}

/**
 * The photos of a report that is kept on the device: made smaller, and without what they say of where and when, before
 * they are kept.
 * @param onPlace told where a photo was taken
 */
export function PhotoPart({
  photos,
  words,
  error,
  onChange,
  onPlace,
}: {
  photos: StoredPhoto[];
  words: OfflineWords;
  error: string | undefined;
  onChange: (photos: StoredPhoto[]) => Promise<void>;
  onPlace: (place: { lat: number; lon: number }) => void;
}) {
  const [refused, setRefused] = useState<{ name: string; code: ErrorCode }[]>([]);
  const [busy, setBusy] = useState(false);
  const [covering, setCovering] = useState<StoredPhoto>();

  async function add(files: File[]) {
    const bad: typeof refused = [];
    const all = [...photos];
    setBusy(true);
    for (const file of files) {
      if (all.length >= MAX_PHOTOS) bad.push({ name: file.name, code: "photo_too_many" });
      else if (file.size > MAX_PHOTO_BYTES) bad.push({ name: file.name, code: "photo_too_large" });
      else if (!PHOTO_TYPES.split(",").includes(file.type)) bad.push({ name: file.name, code: "photo_not_image" });
      else {
        const { position } = await readFacts(file);
        all.push({ id: uuidv7(), entryId: "", position: 0, file: await shrink(file), name: file.name });
        await onChange(all);
        if (position) onPlace(position);
      }
    }
    setBusy(false);
    setRefused(bad);
  }

  const replace = (photo: StoredPhoto, file: Blob) =>
    onChange(photos.map((one) => (one.id === photo.id ? { ...one, file, there: undefined } : one)));

  return (
    <fieldset className={error ? "border-l-4 border-st-open pl-4" : undefined}>
      <legend className="font-semibold">
        {words.form.photos} <span className="font-normal text-muted">{words.form_words.optional}</span>
      </legend>
      <p id="photo-hint" className="text-sm text-muted">
        {words.form.photos_hint}
      </p>
      {error && <p className="font-semibold text-st-open">{error}</p>}
      {photos.length > 0 && (
        <ul className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
          {photos.map((photo, index) => (
            <li key={photo.id} className="flex flex-col gap-1">
              <Picture file={photo.file} alt={fill(words.photo.photo, { number: index + 1 })} />
              <button type="button" className="btn btn-quiet px-2 text-sm" onClick={() => setCovering(photo)}>
                {fill(words.form.cover, { number: index + 1 })}
              </button>
              <button
                type="button"
                className="btn btn-quiet px-2 text-sm"
                onClick={() => void onChange(photos.filter((one) => one !== photo))}
              >
                {fill(words.photo.remove, { number: index + 1 })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {photos.length >= MAX_PHOTOS ? (
        <p className="mt-3">{words.photo.full}</p>
      ) : (
        <div className="mt-3">
          <label htmlFor="photo" className="block text-sm font-semibold">
            {words.photo.choose_many}
          </label>
          <input
            id="photo"
            type="file"
            accept={PHOTO_TYPES}
            multiple
            disabled={busy}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = "";
              void add(files);
            }}
            aria-describedby="photo-hint"
            className="control mt-1 file:mr-3 file:min-h-8 file:font-semibold"
          />
        </div>
      )}
      <div role="status">
        <ul className="mt-2 space-y-1 text-sm font-semibold text-st-open">
          {refused.map(({ name, code }) => (
            <li key={name}>{`${name}: ${words.errors[code]}`}</li>
          ))}
        </ul>
      </div>
      {covering && (
        <Suspense>
          <BrushDialog
            source={covering.file}
            words={words.brush}
            onDone={(file) => {
              setCovering(undefined);
              void replace(covering, file);
            }}
            onCancel={() => setCovering(undefined)}
          />
        </Suspense>
      )}
    </fieldset>
  );
}
