import type { ErrorCode } from "@/lib/errors";
import { photoUrl } from "@/lib/photos/sizes";
import type { PhotoFacts } from "@/lib/photos/types";

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
  facts?: PhotoFacts | undefined;
  /** Of one that was kept from an earlier visit: the id of the server's photo it comes after; "" before all of them. */
  behind?: string | undefined;
};

/**
 * The photos of the report that is being written, for as long as the browser shows the form: the list lives beside the
 * pages, so that sending goes on while one is at the next step. What isn't sent yet outlives the page (photo-keeper.ts).
 */
let photos: readonly QueuedPhoto[] = [];
const listeners = new Set<() => void>();
const removed = new Set<string>();
/** Files that are kept on the device: the page may go without them. */
let safe: ReadonlySet<Blob> = new Set();

export const readPhotos = (): readonly QueuedPhoto[] => photos;

export function watchPhotos(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Neither on the server yet nor refused. */
export const isPending = ({ state }: QueuedPhoto): boolean => ["preparing", "ready", "sending", "lost"].includes(state);

/** Not taken in, and nothing to be shown of it but why. */
export const isRefused = (photo: QueuedPhoto): boolean => !photo.id && photo.state !== "sent" && !isPending(photo);

/** Asked by the browser before the page goes: what is only here would be gone. */
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function heedLeaving(): void {
  if (photos.some((photo) => isPending(photo) && !(photo.file && safe.has(photo.file))))
    window.addEventListener("beforeunload", warn);
  else window.removeEventListener("beforeunload", warn);
}

/** Says which files are kept on the device: leaving loses only what isn't. */
export function knowSafe(files: ReadonlySet<Blob>): void {
  safe = files;
  heedLeaving();
}

/** Shows another list. */
export function put(next: readonly QueuedPhoto[]): void {
  photos = next;
  heedLeaving();
  for (const listener of listeners) listener();
}

export const change = (key: string, patch: Partial<QueuedPhoto>): void =>
  put(photos.map((photo) => (photo.key === key ? { ...photo, ...patch } : photo)));

export function forgetPreview(photo: QueuedPhoto | undefined): void {
  if (photo?.preview.startsWith("blob:")) URL.revokeObjectURL(photo.preview);
}

/** The id of the server's photo that one comes after; "" before all of them. */
export function behindOf(key: string): string {
  const at = photos.findIndex((photo) => photo.key === key);
  const before = photos.slice(0, at).findLast(({ id }) => id)?.id;
  return before ?? photos[at]?.behind ?? "";
}

/** The photos with those from an earlier visit where they were among the server's. */
function inOrder(list: readonly QueuedPhoto[]): QueuedPhoto[] {
  const placed = list.filter(({ behind }) => behind === undefined);
  for (const photo of list.filter(({ behind }) => behind !== undefined)) {
    const before = placed.findIndex(({ id }) => id && id === photo.behind);
    let at = photo.behind === "" ? 0 : before < 0 ? placed.length : before + 1;
    while (placed[at] && placed[at]?.behind === photo.behind) at++;
    placed.splice(at, 0, photo);
  }
  return placed;
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
  put(inOrder([...seeded, ...photos]));
}

/** Takes photos in that an earlier visit left unsent. A covered one stands in the place of the server's. */
export function restorePhotos(kept: readonly QueuedPhoto[]): void {
  const inPlace = new Map(kept.flatMap((photo) => (photo.id ? [[photo.id, photo]] : [])));
  const known = photos.map((photo) => {
    const covered = photo.id ? inPlace.get(photo.id) : undefined;
    return covered ? { ...covered, behind: undefined } : photo;
  });
  put(inOrder([...known, ...kept.filter(({ key }) => !known.some((photo) => photo.key === key))]));
}

/** Takes a photo out of the list; the caller takes it from the server. */
export function removePhoto(key: string): void {
  const photo = photos.find((one) => one.key === key);
  forgetPreview(photo);
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
  // From now on it stands where its person put it.
  put(next.map(({ behind: _, ...rest }) => rest));
  return neighbour;
}
