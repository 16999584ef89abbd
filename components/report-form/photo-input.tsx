"use client";

import type { Ref } from "react";
import { PHOTO_TYPES } from "@/lib/photos/sizes";

type Words = { choose: string; choose_many: string; hint: string; hint_plain: string; add: string };

/** The field photos are chosen with: as large as a thumb with script, the browser's own without, so that one sees what was chosen. */
export function PhotoInput({
  ref,
  words,
  script,
  error,
  onChoose,
}: {
  ref: Ref<HTMLInputElement>;
  words: Words;
  script: boolean;
  error: boolean;
  onChoose: (files: File[]) => void;
}) {
  const shared = {
    ref,
    id: "photo",
    name: "photo",
    type: "file",
    accept: PHOTO_TYPES,
    "aria-describedby": error ? "photo-hint photo-error" : "photo-hint",
  };
  const hint = (
    <p id="photo-hint" className="text-sm text-muted">
      {script ? words.hint : words.hint_plain}
    </p>
  );
  if (script)
    return (
      <div className="relative flex min-h-40 flex-col items-center justify-center gap-1 border-2 border-dashed border-primary bg-card p-4 text-center focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-focus hover:bg-wash">
        <svg viewBox="0 0 24 24" aria-hidden="true" className="size-10 fill-none stroke-primary stroke-[1.5]">
          <path d="M4 7.500h3.500l1.500-2.500h6l1.500 2.500H20a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.500a1 1 0 0 1 1-1Z" />
          <circle cx="12" cy="13" r="3.500" />
        </svg>
        <label htmlFor="photo" className="text-lg font-semibold text-primary underline underline-offset-4">
          {words.choose_many}
        </label>
        {hint}
        {/* Over all of it: a tap anywhere opens it, and files can be dropped on it. */}
        <input
          {...shared}
          multiple
          onChange={(event) => {
            onChoose([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
          className="absolute inset-0 cursor-pointer opacity-0"
        />
      </div>
    );
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="min-w-0 grow">
        <label htmlFor="photo" className="block font-semibold">
          {words.choose}
        </label>
        {hint}
        <input {...shared} className="control mt-2 file:mr-3 file:min-h-8 file:font-semibold" />
      </div>
      <button type="submit" name="go" value="photo" className="btn btn-quiet">
        {words.add}
      </button>
    </div>
  );
}
