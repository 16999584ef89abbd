"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/i18n/locales";
import {
  allEntries,
  type Entry,
  emptyTyped,
  keepDraft,
  newEntry,
  photosOf,
  type StoredPhoto,
  store,
  type Typed,
  tell,
} from "./store";
import { allTyped, forgetTyped } from "./typed-keeper";

export const isEmpty = ({ typed }: Entry): boolean => JSON.stringify(typed) === JSON.stringify(emptyTyped);

/** What was typed into the ordinary form before the network was lost. */
function takenOver(): Partial<Typed> {
  const { lat = "", lon = "", ...values } = allTyped();
  const answers = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith("answer-") ? [[name.slice("answer-".length), value]] : [],
  );
  const texts = ["placeText", "categoryId", "title", "details", "email", "name"] as const;
  return {
    ...Object.fromEntries(texts.flatMap((name) => (values[name] ? [[name, values[name]]] : []))),
    ...(`${lat}${lon}` !== "" && { coordinates: lon === "" ? lat : `${lat}, ${lon}` }),
    ...(answers.length > 0 && { answers: Object.fromEntries(answers) }),
    ...(values.nameShown === "on" && { nameShown: true }),
    ...(values.contact === "none" && { noEmail: true }),
  };
}

export type Draft = {
  /** Undefined until this device's database has been read. */
  entry: Entry | undefined;
  photos: StoredPhoto[];
  /** Nothing can be kept on this device. */
  failed: boolean;
  /** What stands in it was typed into the ordinary form. */
  taken: boolean;
  change: (patch: Partial<Typed>) => void;
  setPhotos: (photos: StoredPhoto[]) => Promise<void>;
  /** Puts the report into the queue, and begins another one by the same person. */
  finish: () => Promise<void>;
  /** Goes on with another unfinished report. */
  open: (id: string) => Promise<void>;
  /** Begins an empty one. */
  begin: () => void;
};

/** The report that is being typed, kept on the device with each stroke. */
export function useDraft(locale: Locale): Draft {
  const current = useRef<Entry>(undefined);
  const [entry, setEntry] = useState<Entry>();
  const [photos, showPhotos] = useState<StoredPhoto[]>([]);
  const [failed, setFailed] = useState(false);
  const [taken, setTaken] = useState(false);

  const show = useCallback((next: Entry) => {
    current.current = next;
    setEntry(next);
  }, []);

  const open = useCallback(
    async (id: string) => {
      const found = await (await store()).get("entries", id);
      if (!found) return;
      show(found);
      showPhotos(await photosOf(id));
    },
    [show],
  );
  const begin = useCallback(() => {
    setTaken(false);
    show(newEntry(locale));
    showPhotos([]);
  }, [show, locale]);

  useEffect(() => {
    allEntries()
      .then(async (entries) => {
        const draft = entries.filter((one) => one.state === "draft" && !isEmpty(one)).at(-1);
        if (draft) return open(draft.id);
        const before = takenOver();
        show({ ...newEntry(locale), typed: { ...emptyTyped, ...before } });
        setTaken(Object.keys(before).length > 0);
      })
      .catch(() => {
        setFailed(true);
        begin();
      });
  }, [open, begin, show, locale]);

  const keep = useCallback(
    async (next: Entry): Promise<Entry> => {
      show(next);
      try {
        const kept = await keepDraft(next);
        if (kept.id !== next.id && current.current?.id === next.id)
          show({ ...current.current, id: kept.id, secret: kept.secret });
        return kept;
      } catch {
        setFailed(true);
        return next;
      }
    },
    [show],
  );

  const change = useCallback(
    (patch: Partial<Typed>) => {
      if (current.current) void keep({ ...current.current, typed: { ...current.current.typed, ...patch } });
    },
    [keep],
  );

  const setPhotos = useCallback(
    async (next: StoredPhoto[]) => {
      if (!current.current) return;
      const { id } = await keep(current.current);
      const placed = next.map((photo, position) => ({ ...photo, entryId: id, position }));
      showPhotos(placed);
      try {
        const tx = (await store()).transaction("photos", "readwrite");
        const wanted = new Set(placed.map((photo) => photo.id));
        for (const key of await tx.store.index("entryId").getAllKeys(id))
          if (!wanted.has(key)) await tx.store.delete(key);
        for (const photo of placed) await tx.store.put(photo);
        await tx.done;
      } catch {
        setFailed(true);
      }
    },
    [keep],
  );

  const finish = useCallback(async () => {
    if (!current.current) return;
    const { id } = await keep({ ...current.current, locale });
    const base = await store();
    const draft = await base.get("entries", id);
    if (draft?.state !== "draft") return;
    const { error: _, fields: __, place: ___, ...rest } = draft;
    await base.put("entries", { ...rest, state: "waiting", since: Date.now() });
    forgetTyped();
    setTaken(false);
    tell();
    void navigator.storage?.persist?.();
    const { email, noEmail, name, nameShown } = draft.typed;
    show({ ...newEntry(locale), typed: { ...emptyTyped, email, noEmail, name, nameShown } });
    showPhotos([]);
  }, [keep, show, locale]);

  return { entry, photos, failed, taken, change, setPhotos, finish, open, begin };
}
