import type { ErrorCode } from "@/lib/errors";
import { MAX_PHOTO_BYTES, MAX_PHOTOS, PHOTO_TYPES } from "@/lib/photos/sizes";
import type { PhotoFacts } from "@/lib/photos/types";
import { behindOf, change, forgetPreview, isPending, put, readPhotos, removePhoto } from "./photo-list";
import { keptPhotos } from "./photo-mark";
import { upload } from "./photo-upload";

/** Makes the photos of the list ready, and sends them. */
let made = 0;
let sending = false;
/** This showing of the form: no two tabs, and no two visits, name a photo alike. */
const visit = Math.random().toString(36).slice(2);

const photoOf = (key: string) => readPhotos().find((photo) => photo.key === key);

let person = "";
let keeper: Promise<typeof import("./photo-keeper") | undefined> | undefined;

/** From now on what isn't sent is kept on the device, where that can be. Fetched when there is something to keep. */
function keep() {
  keeper ??= import("./photo-keeper").then(
    (module) => {
      module.keepPhotos(visit, () => person);
      return module;
    },
    () => {
      keeper = undefined;
      return undefined;
    },
  );
  return keeper;
}

function forgetAll(): void {
  for (const photo of readPhotos()) forgetPreview(photo);
  put([]);
}

/** Takes up what an earlier visit left unsent. @param who is signed in: "" for nobody */
export function resumePhotos(who: string): void {
  // Photos of somebody who has signed out are nobody else's.
  if (person !== "" && person !== who) forgetAll();
  person = who;
  const kept = keptPhotos(person);
  if (kept === "over") void keep().then((module) => module?.forgetKept("all"));
  if (kept === "ours") void keep().then((module) => module?.takeUp(() => void pump()));
}

/** Forgets all: the report was sent, or thrown away. */
export function resetPhotos(): void {
  forgetAll();
  if (keptPhotos(person) !== "none") void keep().then((module) => module?.forgetKept("unused"));
}

function refuse(key: string, state: ErrorCode): void {
  const photo = photoOf(key);
  forgetPreview(photo);
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
  void keep();
  const photos = readPhotos().filter((photo) => isPending(photo) || photo.id);
  const room = MAX_PHOTOS - photos.length;
  const added = files.map((file, index) => ({
    key: `${visit}-${made++}`,
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
  const old = photoOf(key);
  if (!old) return;
  void keep();
  forgetPreview(old);
  change(key, {
    file: covered,
    preview: URL.createObjectURL(covered),
    state: "ready",
    progress: 0,
    ...(old.id && { replaces: old.id }),
  });
  void pump();
}

/** The person has gone on: what is here may be sent. */
export function releasePhotos(): void {
  const photos = readPhotos();
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
  put(readPhotos().map((photo) => (photo.state === "lost" ? { ...photo, state: "ready" as const } : photo)));
  void pump();
}

/** Sends one photo after another: a weak line carries one better than six. */
async function pump(): Promise<void> {
  if (sending) return;
  const next = readPhotos().find(({ state, released }) => state === "ready" && released);
  if (!next?.file) return;
  sending = true;
  const { key, name, file, replaces } = next;
  change(key, { state: "sending", progress: 0 });
  const after = behindOf(key);
  const answer = await upload({ photo: file, name: name || "photo.jpg", replaces, after }, (progress) =>
    change(key, { progress }),
  );
  sending = false;
  if (answer) again = AGAIN_MS.first;
  if (!answer) {
    change(key, { state: "lost" });
    tryLater();
  } else if (!answer.ok) refuse(key, answer.error);
  else if (readPhotos().some((photo) => photo.key !== key && photo.id === answer.value.id)) removePhoto(key);
  else change(key, { state: "sent", progress: 100, id: answer.value.id, replaces: undefined });
  void pump();
}

if (typeof window !== "undefined") window.addEventListener("online", retryPhotos);
