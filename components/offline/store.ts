import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { v7 as uuidv7 } from "uuid";
import type { ErrorCode, FieldErrors } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";

/** What is typed into the form, as it is typed. */
export type Typed = {
  /** Coordinates as typed, or as found. */
  coordinates: string;
  placeText: string;
  municipalityId: string;
  categoryId: string;
  title: string;
  details: string;
  /** To what is asked besides about its kind, by question id. */
  answers: Record<string, string>;
  email: string;
  noEmail: boolean;
  name: string;
  nameShown: boolean;
};

export const emptyTyped: Typed = {
  coordinates: "",
  placeText: "",
  municipalityId: "",
  categoryId: "",
  title: "",
  details: "",
  answers: {},
  email: "",
  noEmail: false,
  name: "",
  nameShown: false,
};

/** Where a place lies, as the server said it when it refused one. */
export type SaidPlace = { words: string; candidates: { slug: string; name: string }[] };

/** A report that the server has. */
export type ArrivedReport = {
  ref: string;
  state?: "unconfirmed" | "look" | "refused" | "expired" | "public" | "hidden";
  email?: string | null;
  privateLink?: string | null;
  already: boolean;
};

/**
 * A report on this device.
 * "draft": being typed · "waiting": finished, to be sent · "wrong": refused, its person has something to change ·
 * "sent": the server has it; what was typed is gone from here.
 */
export type Entry = {
  /** Made once, here: by it and the secret the server knows the entry again, however often it is sent. */
  id: string;
  secret: string;
  locale: Locale;
  state: "draft" | "waiting" | "wrong" | "sent";
  typed: Typed;
  /** When it was finished, in milliseconds. */
  since: number;
  /** It was sent whole, and whether it arrived isn't known. */
  tried: boolean;
  /** It was changed after that. */
  changedSince: boolean;
  error?: ErrorCode | undefined;
  fields?: FieldErrors | undefined;
  place?: SaidPlace | undefined;
  /** Of a sent one. */
  title?: string;
  arrived?: ArrivedReport;
};

export type StoredPhoto = {
  id: string;
  entryId: string;
  position: number;
  file: Blob;
  name: string;
  /** SHA-256, once the server has it. */
  there?: string | undefined;
};

interface Schema extends DBSchema {
  entries: { key: string; value: Entry };
  photos: { key: string; value: StoredPhoto; indexes: { entryId: string } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** This device's database. */
export function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("reports", 1, {
    upgrade(base) {
      base.createObjectStore("entries", { keyPath: "id" });
      base.createObjectStore("photos", { keyPath: "id" }).createIndex("entryId", "entryId");
    },
    terminated: () => {
      opened = undefined;
    },
  });
  return opened;
}

/** One sender at a time, in whichever tab or worker; changing an entry waits for it too. */
export const LOCK = "report-queue";
/** Name under which the browser is asked to say when the network is back. */
export const SYNC_TAG = "report-queue";
/** How many reports wait on this device, for pages that don't open the database: localStorage. */
export const COUNT_KEY = "reports-waiting";

const channel = () => new BroadcastChannel("report-queue");

/** Tells every tab that entries have changed. */
export function tell(): void {
  const open = channel();
  open.postMessage("");
  open.close();
}

/** Calls whenever entries have changed in another tab, or in the worker. @returns what ends it */
export function onTold(work: () => void): () => void {
  const open = channel();
  open.onmessage = work;
  return () => open.close();
}

export function newEntry(locale: Locale): Entry {
  const secret = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))));
  return {
    id: uuidv7(),
    secret: secret.replaceAll("+", "-").replaceAll("/", "_"),
    locale,
    state: "draft",
    typed: emptyTyped,
    since: Date.now(),
    tried: false,
    changedSince: false,
  };
}

/** Every report on this device, the oldest first. */
export async function allEntries(): Promise<Entry[]> {
  return (await (await store()).getAll("entries")).sort((a, b) => a.since - b.since);
}

/** Those that wait to be sent, or to be changed by their person. */
export const isQueued = ({ state }: Entry): boolean => state === "waiting" || state === "wrong";

export async function photosOf(entryId: string): Promise<StoredPhoto[]> {
  const photos = await (await store()).getAllFromIndex("photos", "entryId", entryId);
  return photos.sort((a, b) => a.position - b.position);
}

/** Takes a report off this device, with its photos. */
export async function dropEntry(id: string): Promise<void> {
  const base = await store();
  const tx = base.transaction(["entries", "photos"], "readwrite");
  for (const key of await tx.objectStore("photos").index("entryId").getAllKeys(id))
    await tx.objectStore("photos").delete(key);
  await tx.objectStore("entries").delete(id);
  await tx.done;
}

/** Puts what the server has into the place of what was typed, which leaves the device with its photos. */
export async function markSent(entry: Entry, arrived: ArrivedReport): Promise<void> {
  await dropEntry(entry.id);
  const { typed, error: _, fields: __, place: ___, ...rest } = entry;
  await (await store()).put("entries", {
    ...rest,
    state: "sent",
    secret: "",
    typed: emptyTyped,
    title: typed.title,
    arrived,
  });
}

/**
 * Keeps what is being typed. An entry that was sent off meanwhile, from another tab, stays as it was sent: what is typed
 * here becomes a report of its own.
 * @returns the entry as it is kept
 */
export async function keepDraft(entry: Entry): Promise<Entry> {
  const tx = (await store()).transaction("entries", "readwrite");
  const there = await tx.store.get(entry.id);
  const kept = there && there.state !== "draft" ? { ...newEntry(entry.locale), typed: entry.typed } : entry;
  await tx.store.put(kept);
  await tx.done;
  return kept;
}

/** So long is waited for a sender to be done, in milliseconds. */
const PATIENCE = 10_000;

/** Does something with entries while nobody sends them. @returns whether it could */
export async function unlessSending(work: () => Promise<void>): Promise<boolean> {
  if (!("locks" in navigator)) return work().then(() => true);
  let granted = false;
  const locked = () => {
    granted = true;
    return work();
  };
  try {
    await navigator.locks.request(LOCK, { signal: AbortSignal.timeout(PATIENCE) }, locked);
  } catch (error) {
    if (granted) throw error;
  }
  return granted;
}

/** Takes an entry out of the queue to be changed. Where it was sent without an answer, the change may come too late. */
export async function reopen(id: string): Promise<void> {
  const base = await store();
  const entry = await base.get("entries", id);
  if (entry && isQueued(entry)) await base.put("entries", { ...entry, state: "draft", changedSince: entry.tried });
}
