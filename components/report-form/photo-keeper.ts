import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { behindOf, isPending, knowSafe, type QueuedPhoto, readPhotos, restorePhotos, watchPhotos } from "./photo-list";
import { KEPT_MS, markPhotos, onUnmarked, unmarkPhotos } from "./photo-mark";

/**
 * Keeps the form's photos on this device until the server has them: after a reload, a closed tab or a crash they are back,
 * in their order, as they were covered, and sent only if their person had gone on. Each showing of the form holds a lock
 * with its photos; another takes them over when it is gone, so that no two send the same.
 */
type KeptPhoto = Pick<QueuedPhoto, "key" | "name" | "released" | "facts" | "id" | "replaces"> & {
  visit: string;
  at: number;
  position: number;
  file: Blob;
  behind: string;
};

interface Schema extends DBSchema {
  photos: { key: string; value: KeptPhoto };
}

const LOCK = "form-photos:";
let opened: Promise<IDBPDatabase<Schema>> | undefined;

function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("form-photos", 1, {
    upgrade: (base) => void base.createObjectStore("photos", { keyPath: "key" }),
    terminated: () => {
      opened = undefined;
    },
  });
  return opened;
}

/** As they are kept now. */
const kept = new Map<string, KeptPhoto>();
let own = "";
let owner = () => "";
/** Counts how often all was forgotten: what waited until then isn't taken over any more. */
let forgotten = 0;

const isSame = (one: KeptPhoto, other: KeptPhoto | undefined): boolean =>
  one.file === other?.file && JSON.stringify(one) === JSON.stringify(other);

/** Writes down what has changed in the list. What is covered takes the place of what it was: that is nowhere any more. */
async function save(): Promise<void> {
  const wanted = readPhotos().flatMap((photo, position): KeptPhoto[] => {
    const { key, name, released, facts, id, replaces, file } = photo;
    if (!file || !isPending(photo)) return [];
    const at = kept.get(key)?.at ?? Date.now();
    return [{ key, name, released, facts, id, replaces, file, position, at, visit: own, behind: behindOf(key) }];
  });
  const gone = [...kept.keys()].filter((key) => !wanted.some((photo) => photo.key === key));
  const changed = wanted.filter((photo) => !isSame(photo, kept.get(photo.key)));
  if (gone.length === 0 && changed.length === 0) return;
  const tx = (await store()).transaction("photos", "readwrite", { durability: "strict" });
  for (const key of gone) void tx.store.delete(key);
  for (const photo of changed) void tx.store.put(photo);
  const left = await tx.store.count();
  await tx.done;
  kept.clear();
  for (const photo of wanted) kept.set(photo.key, photo);
  if (left > 0) markPhotos(owner());
  else unmarkPhotos();
  knowSafe(new Set(wanted.map(({ file }) => file)));
}

/** One writer at a time. Where nothing can be kept, nothing is: the browser asks before the page goes. */
let work: Promise<void> = Promise.resolve();
function then(next: () => Promise<void>): Promise<void> {
  work = work.then(next).catch(() => knowSafe(new Set()));
  return work;
}

/** Runs while nobody has the photos of a visit in hand; waits for that, or passes over it. */
const whenFree = (visit: string, wait: boolean, run: () => Promise<void>): Promise<void> =>
  "locks" in navigator
    ? navigator.locks.request(LOCK + visit, { ifAvailable: !wait }, async (lock) => {
        if (lock) await run();
      })
    : run();

/** Makes the photos of a visit that is gone this one's own. */
async function adopt(visit: string, onRestored: () => void): Promise<void> {
  const tx = (await store()).transaction("photos", "readwrite");
  const theirs = (await tx.store.getAll()).filter((photo) => photo.visit === visit);
  const fresh = theirs.filter(({ at }) => Date.now() - at < KEPT_MS).sort((a, b) => a.position - b.position);
  for (const { key } of theirs) void tx.store.delete(key);
  for (const photo of fresh) void tx.store.put({ ...photo, visit: own });
  await tx.done;
  if (fresh.length === 0) return;
  for (const photo of fresh) kept.set(photo.key, { ...photo, visit: own });
  restorePhotos(
    fresh.map(({ visit: _, at: __, position: ___, ...photo }) => ({
      ...photo,
      state: "ready",
      progress: 0,
      preview: URL.createObjectURL(photo.file),
    })),
  );
  knowSafe(new Set([...kept.values()].map(({ file }) => file)));
  onRestored();
}

const visitsIn = async (): Promise<string[]> => [
  ...new Set((await (await store()).getAll("photos")).map(({ visit }) => visit)),
];

/** Takes over what earlier visits left; of one that another tab shows, as soon as that is closed. @param onRestored told when photos came back */
export async function takeUp(onRestored: () => void): Promise<void> {
  const asked = forgotten;
  const visits = await visitsIn().catch(() => []);
  for (const visit of visits) {
    if (visit === own) continue;
    const run = () => then(() => (asked === forgotten ? adopt(visit, onRestored) : Promise.resolve()));
    void whenFree(visit, true, run);
  }
}

/**
 * Begins to keep the list's photos.
 * @param visit names this showing of the form
 * @param person who is signed in at a moment: "" for nobody
 */
export function keepPhotos(visit: string, person: () => string): void {
  own = visit;
  owner = person;
  if ("locks" in navigator) void navigator.locks.request(LOCK + own, () => new Promise(() => undefined));
  onUnmarked(() => {
    kept.clear();
    knowSafe(new Set());
  });
  watchPhotos(() => void then(save));
  void then(save);
}

/** Forgets what is kept: all of it, or what no open page has in hand. */
export async function forgetKept(which: "all" | "unused"): Promise<void> {
  forgotten++;
  try {
    const visits = await visitsIn();
    for (const visit of visits) {
      const remove = async () => {
        const tx = (await store()).transaction("photos", "readwrite");
        for (const photo of await tx.store.getAll()) if (photo.visit === visit) void tx.store.delete(photo.key);
        await tx.done;
      };
      await (which === "all" ? remove() : whenFree(visit, false, remove));
    }
    if ((await (await store()).count("photos")) === 0) unmarkPhotos();
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}

/** The photos that are kept, in their order: for the form that needs no network. */
export async function keptFiles(): Promise<Pick<KeptPhoto, "file" | "name" | "facts">[]> {
  const photos = (await (await store()).getAll("photos")).filter(({ at }) => Date.now() - at < KEPT_MS);
  return photos.sort((a, b) => a.position - b.position);
}
