"use client";

import { useRef, useState } from "react";
import { useScript } from "@/components/ui/use-script";
import type { ErrorCode, Result } from "@/lib/errors";
import { MAX_PHOTO_BYTES, MAX_PHOTOS, PHOTO_TYPES, photoUrl } from "@/lib/photos/sizes";

export type PhotoWords = {
  photos: string;
  hint: string;
  optional: string;
  choose: string;
  choose_many: string;
  add: string;
  full: string;
  sending: string;
  waiting: string;
  added: string;
  again: string;
  /** Of the first, second … photo. */
  photo: string[];
  remove: string[];
  errors: Partial<Record<ErrorCode, string>> & { photo_broken: string };
};

/** A file on its way: its number tells two of the same name apart. "lost": the network failed, it can be sent again. */
type Sending = { key: number; file: File; state: "waiting" | "sending" | "added" | "lost" | ErrorCode };

const isFine = (state: Sending["state"]) => state === "waiting" || state === "sending" || state === "added";

/**
 * The photos of a draft. As the server sends it: one file a time, with buttons of the form.
 * With script several are chosen at once and sent one after another, each with its own state.
 */
export function PhotoField({
  photos: initial,
  words,
  error,
  send,
  drop,
}: {
  photos: { id: string }[];
  words: PhotoWords;
  error: string | undefined;
  send: (data: FormData) => Promise<Result<{ id: string }>>;
  drop: (id: string) => Promise<Result>;
}) {
  const script = useScript();
  const [photos, setPhotos] = useState(initial.map(({ id }) => id));
  const [files, setFiles] = useState<Sending[]>([]);
  const next = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const mark = (key: number, state: Sending["state"]) =>
    setFiles((all) => all.map((file) => (file.key === key ? { ...file, state } : file)));

  async function sendOne(file: File, key: number) {
    // Said before a megabyte of somebody's mobile data is spent on it.
    if (file.size > MAX_PHOTO_BYTES) return mark(key, "photo_too_large");
    mark(key, "sending");
    const data = new FormData();
    data.set("photo", file);
    const answer = await send(data).catch(() => null);
    if (!answer) return mark(key, "lost");
    if (!answer.ok) return mark(key, answer.error);
    mark(key, "added");
    setPhotos((all) => (all.includes(answer.value.id) ? all : [...all, answer.value.id]));
  }

  /** One after another: a weak line carries one photo better than six. */
  function enqueue(file: File, key: number) {
    mark(key, "waiting");
    queue.current = queue.current.then(() => sendOne(file, key));
  }

  function onChoose(event: React.ChangeEvent<HTMLInputElement>) {
    const chosen = [...(event.target.files ?? [])].map((file) => ({ file, key: next.current++ }));
    event.target.value = "";
    setFiles((all) => [
      ...all.filter(({ state }) => state === "waiting" || state === "sending" || state === "lost"),
      ...chosen.map(({ file, key }) => ({ key, file, state: "waiting" as const })),
    ]);
    for (const { file, key } of chosen) enqueue(file, key);
  }

  async function remove(id: string) {
    const answer = await drop(id).catch(() => null);
    if (answer?.ok) setPhotos((all) => all.filter((one) => one !== id));
  }

  const full = photos.length >= MAX_PHOTOS;
  return (
    <fieldset className={error ? "border-l-4 border-st-open pl-4" : undefined}>
      <legend className="font-semibold">
        {words.photos} <span className="font-normal text-muted">{words.optional}</span>
      </legend>
      <p id="photo-hint" className="text-sm text-muted">
        {words.hint}
      </p>
      {error && (
        <p id="photo-error" className="font-semibold text-st-open">
          {error}
        </p>
      )}
      {photos.length > 0 && (
        <ul className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
          {photos.map((id, index) => (
            <li key={id} className="flex flex-col">
              <img
                src={photoUrl(id, "thumb")}
                alt={words.photo[index]}
                className="aspect-4/3 w-full bg-wash object-cover"
                width={320}
                height={240}
              />
              <button
                type="submit"
                name="remove"
                value={id}
                className="btn btn-quiet mt-1 px-2 text-sm"
                onClick={(event) => {
                  event.preventDefault();
                  void remove(id);
                }}
              >
                {words.remove[index]}
              </button>
            </li>
          ))}
        </ul>
      )}
      {full ? (
        <p className="mt-3">{words.full}</p>
      ) : (
        <div className="mt-3 flex flex-wrap items-end gap-2">
          <div className="min-w-0 grow">
            <label htmlFor="photo" className="block text-sm font-semibold">
              {script ? words.choose_many : words.choose}
            </label>
            <input
              id="photo"
              name="photo"
              type="file"
              accept={PHOTO_TYPES}
              multiple={script}
              onChange={script ? onChoose : undefined}
              aria-describedby={error ? "photo-hint photo-error" : "photo-hint"}
              className="control mt-1 file:mr-3 file:min-h-8 file:font-semibold"
            />
          </div>
          {!script && (
            <button type="submit" name="go" value="photo" className="btn btn-quiet">
              {words.add}
            </button>
          )}
        </div>
      )}
      <div role="status">
        <ul className="mt-2 space-y-1 text-sm">
          {files.map(({ key, file, state }) => (
            <li key={key} className={isFine(state) ? "" : "font-semibold text-st-open"}>
              {isFine(state)
                ? words[state].replace("{name}", file.name)
                : `${file.name}: ${(state !== "lost" && words.errors[state]) || words.errors.photo_broken}`}
              {state === "lost" && (
                <button type="button" className="btn btn-quiet ml-3 text-sm" onClick={() => enqueue(file, key)}>
                  {words.again}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </fieldset>
  );
}
