import type { ErrorCode } from "@/lib/errors";
import { MAX_PHOTO_BYTES, MAX_PHOTOS, PHOTO_TYPES, photoUrl } from "@/lib/photos/sizes";
import type { PhotoFacts } from "@/lib/photos/types";
import { upload } from "./photo-upload";

/** "ready": made small, waiting to be sent. "lost": the network failed, it is sent again when it is back. */
export type PhotoState = "preparing" | "ready" | "sending" | "sent" | "lost" | ErrorCode;

/** A photo of the draft, on the device or on the server. */
export type QueuedPhoto = {
  key: string;
  name: string;
  state: PhotoState;
  progress: number;
  preview: string;
  /** Nothing leaves the device before its person goes on. */
  released: boolean;
  file?: Blob;
  id?: string;
  replaces?: string | undefined;
  facts?: PhotoFacts;
};

/**
 * The photos of the report that is being written, for as long as the browser shows the form: it lives beside the pages,
 * so that sending goes on while one is at the next step.
 */
let photos: readonly QueuedPhoto[] = [];
const listeners = new Set<() => void>();
const removed = new Set<string>();
let made = 0;
let sending = false;

export const readPhotos = (): readonly QueuedPhoto[] => photos;

export function watchPhotos(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Neither on the server yet nor refused. */
export const isPending = ({ state }: QueuedPhoto): boolean => ["preparing", "ready", "sending", "lost"].includes(state);

/** Asked by the browser before the page goes: what is only here would be gone. */
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function put(next: readonly QueuedPhoto[]): void {
  photos = next;
  if (photos.some(isPending)) window.addEventListener("beforeunload", warn);
  else window.removeEventListener("beforeunload", warn);
  for (const listener of listeners) listener();
}

/** Not taken in, and nothing to be shown of it but why. */
export const isRefused = ({ state, id }: QueuedPhoto): boolean =>
  !id && !["preparing", "ready", "sending", "sent", "lost"].includes(state);

const change = (key: string, patch: Partial<QueuedPhoto>): void =>
  put(photos.map((photo) => (photo.key === key ? { ...photo, ...patch } : photo)));

function forget(photo: QueuedPhoto | undefined): void {
  if (photo?.preview.startsWith("blob:")) URL.revokeObjectURL(photo.preview);
}

/** Takes over the photos that are on the server; those known already stay as they are. */
export function seedPhotos(ids: readonly string[]): void {
  // The browser's way back may show a page as it was before one was taken out.
  const unknown = ids.filter((id) => !removed.has(id) && !photos.some((photo) => photo.id === id));
  if (unknown.length === 0) return;
  const seeded = unknown.map((id) => ({
    key: id,
    id,
    name: "",
    state: "sent" as const,
    progress: 100,
    preview: photoUrl(id, "thumb"),
    released: true,
  }));
  put([...seeded, ...photos]);
}

/** Forgets all: the report was sent, or thrown away. */
export function resetPhotos(): void {
  for (const photo of photos) forget(photo);
  put([]);
}

function refuse(key: string, state: ErrorCode): void {
  const photo = photos.find((one) => one.key === key);
  forget(photo);
  // One that is on the server already stays there as it was.
  change(key, { state, ...(!photo?.id && { preview: "" }) });
}

/** One after another: a cheap telephone hasn't the memory for two pictures of twelve megapixels. */
let preparing: Promise<void> = Promise.resolve();

async function prepare(key: string, file: File): Promise<void> {
  const { shrink } = await import("@/components/photos/shrink");
  const small = await shrink(file);
  // What can't be read here and isn't of a kind the server reads either; of those it reads it knows more.
  if (small === file && !PHOTO_TYPES.split(",").includes(file.type)) return refuse(key, "photo_not_image");
  if (small.size > MAX_PHOTO_BYTES) return refuse(key, "photo_too_large");
  change(key, { state: "ready", file: small });
  void pump();
}

/** On a line that doesn't bring the reader so soon, one goes on without what the photo would say. */
const READING_MS = 5000;

/** Adds photos that were chosen: reads where they were taken, and makes them small. */
export function addPhotos(files: readonly File[]): void {
  put(photos.filter((photo) => isPending(photo) || photo.id));
  const room = MAX_PHOTOS - photos.length;
  const added = files.map((file, index) => ({
    key: `new-${made++}`,
    name: file.name,
    state: index < room ? ("preparing" as const) : ("photo_too_many" as const),
    progress: 0,
    preview: index < room ? URL.createObjectURL(file) : "",
    released: false,
  }));
  put([...photos, ...added]);
  for (const [index, { key, state }] of added.entries()) {
    const file = files[index];
    if (!file || state !== "preparing") continue;
    const read = import("@/components/photos/read-facts").then(({ readFacts }) => readFacts(file));
    const enough = new Promise<PhotoFacts>((resolve) => setTimeout(() => resolve({}), READING_MS));
    void Promise.race([read, enough])
      .catch(() => ({}))
      .then((facts) => change(key, { facts }));
    preparing = preparing.then(() => prepare(key, file)).catch(() => refuse(key, "photo_broken"));
  }
}

/** Puts a covered photo in a photo's place; one that was sent already is replaced on the server at once. */
export function coverPhoto(key: string, covered: Blob): void {
  const old = photos.find((photo) => photo.key === key);
  if (!old) return;
  forget(old);
  change(key, {
    file: covered,
    preview: URL.createObjectURL(covered),
    state: "ready",
    progress: 0,
    ...(old.id && { replaces: old.id }),
  });
  void pump();
}

/** Takes a photo out of the list; the caller takes it from the server. */
export function removePhoto(key: string): void {
  const photo = photos.find((one) => one.key === key);
  forget(photo);
  if (photo?.id) removed.add(photo.id);
  put(photos.filter((photo) => photo.key !== key));
}

/** Puts a photo one place earlier or later. @returns the neighbour it changed places with */
export function movePhoto(key: string, by: -1 | 1): QueuedPhoto | undefined {
  const from = photos.findIndex((photo) => photo.key === key);
  const [photo, neighbour] = [photos[from], photos[from + by]];
  if (!photo || !neighbour) return undefined;
  const next = [...photos];
  next[from] = neighbour;
  next[from + by] = photo;
  put(next);
  return neighbour;
}

/** The person has gone on: what is here may be sent. */
export function releasePhotos(): void {
  if (photos.some(({ released }) => !released)) put(photos.map((photo) => ({ ...photo, released: true })));
  void pump();
}

/** After so long what was lost is tried again, twice as long after each try in vain. */
const AGAIN_MS = { first: 4000, longest: 60_000 };
let again = AGAIN_MS.first;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A line can fail and come back without the browser ever having called itself offline. */
function tryLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    again = Math.min(2 * again, AGAIN_MS.longest);
    retryPhotos();
  }, again);
}

/** Sends what was lost again. */
export function retryPhotos(): void {
  put(photos.map((photo) => (photo.state === "lost" ? { ...photo, state: "ready" as const } : photo)));
  void pump();
}

/** Sends one photo after another: a weak line carries one better than six. */
async function pump(): Promise<void> {
  if (sending) return;
  const next = photos.find(({ state, released }) => state === "ready" && released);
  if (!next?.file) return;
  sending = true;
  const { key, name, file, replaces } = next;
  change(key, { state: "sending", progress: 0 });
  const before = photos.slice(
    0,
    photos.findIndex((photo) => photo.key === key),
  );
  const after = before.findLast(({ id }) => id)?.id ?? "";
  const answer = await upload({ photo: file, name: name || "photo.jpg", replaces, after }, (progress) =>
    change(key, { progress }),
  );
  sending = false;
  if (answer) again = AGAIN_MS.first;
  if (!answer) {
    change(key, { state: "lost" });
    tryLater();
  } else if (!answer.ok) refuse(key, answer.error);
  else if (photos.some((photo) => photo.key !== key && photo.id === answer.value.id)) removePhoto(key);
  else change(key, { state: "sent", progress: 100, id: answer.value.id, replaces: undefined });
  void pump();
}

if (typeof window !== "undefined") window.addEventListener("online", retryPhotos);
