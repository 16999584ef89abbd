"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { keptPhotos } from "@/components/report-form/photo-mark";
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

const keeper = () => import("@/components/report-form/photo-keeper");

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

/** Photos that were chosen in the ordinary form and haven't reached the server. */
const photosTaken = async () => (keptPhotos() === "ours" ? (await keeper()).keptFiles().catch(() => []) : []);

/** Where photos say that they were taken. */
function placeOf(photos: Awaited<ReturnType<typeof photosTaken>>): Partial<Typed> {
  const position = photos.find(({ facts }) => facts?.position)?.facts?.position;
  return position ? { coordinates: `${position.lat.toFixed(5)}, ${position.lon.toFixed(5)}` } : {};
}

/** Forgets what was begun in the ordinary form: it was finished here, or thrown away. */
export function forgetTaken(): void {
  forgetTyped();
  if (keptPhotos() !== "none") void keeper().then(({ forgetKept }) => forgetKept("unused"));
}

/** The report that was being typed last, also where it has photos alone. */
async function unfinished(): Promise<string | undefined> {
  for (const one of (await allEntries()).reverse())
    if (one.state === "draft" && (!isEmpty(one) || (await photosOf(one.id)).length > 0)) return one.id;
  return undefined;
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

  useEffect(() => {
    unfinished()
      .then(async (draft) => {
        if (draft) return open(draft);
        const photos = await photosTaken();
        const before = { ...placeOf(photos), ...takenOver() };
        show({ ...newEntry(locale), typed: { ...emptyTyped, ...before } });
        setTaken(photos.length > 0 || Object.keys(before).length > 0);
        if (photos.length > 0)
          await setPhotos(photos.map(({ file, name }) => ({ id: uuidv7(), entryId: "", position: 0, file, name })));
      })
      .catch(() => {
        setFailed(true);
        begin();
      });
  }, [open, begin, show, setPhotos, locale]);

  const finish = useCallback(async () => {
    if (!current.current) return;
    const { id } = await keep({ ...current.current, locale });
    const base = await store();
    const draft = await base.get("entries", id);
    if (draft?.state !== "draft") return;
    const { error: _, fields: __, place: ___, ...rest } = draft;
    await base.put("entries", { ...rest, state: "waiting", since: Date.now() });
    forgetTaken();
    setTaken(false);
    tell();
    void navigator.storage?.persist?.();
    const { email, noEmail, name, nameShown } = draft.typed;
    show({ ...newEntry(locale), typed: { ...emptyTyped, email, noEmail, name, nameShown } });
    showPhotos([]);
  }, [keep, show, locale]);

  return { entry, photos, failed, taken, change, setPhotos, finish, open, begin };
}
