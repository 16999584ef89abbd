import "server-only";
import { v7 as uuidv7 } from "uuid";
import { db, type Tx } from "../db/client";
import type { Prisma } from "../db/generated/client";
import type { PhotoRole } from "../db/generated/enums";
import type { ProcessedPhoto } from "./process";
import { type PhotoSize, photoSizes } from "./sizes";
import { photoStore } from "./storage";

const storageKey = (id: string, size: PhotoSize) => `${id.slice(-2)}/${id}-${size}.jpg`;

type Owner = {
  draftId?: string;
  reportId?: string;
  eventId?: string;
  role: PhotoRole;
  position?: number;
  createdAt?: Date;
};

/**
 * Writes a processed photo's sizes to the store and its row to the database.
 * Files come first: a row never points at nothing; a file without a row is swept up later.
 */
export async function keepPhoto(tx: Tx, photo: ProcessedPhoto, owner: Owner): Promise<{ id: string }> {
  const id = uuidv7();
  const store = photoStore();
  await Promise.all(
    (Object.keys(photoSizes) as PhotoSize[]).map((size) => store.put(storageKey(id, size), photo.sizes[size])),
  );
  await tx.photo.create({ data: { id, width: photo.width, height: photo.height, sha256: photo.sha256, ...owner } });
  return { id };
}

/** Takes photos away for good: their rows, then their files. For drafts that ran out and photos a person took back. */
export async function removePhotos(where: Prisma.PhotoWhereInput): Promise<void> {
  const ids = (await db().photo.findMany({ where, select: { id: true } })).map(({ id }) => id);
  await db().photo.deleteMany({ where: { id: { in: ids } } });
  await removePhotoFiles(ids);
}

/** Takes the files of photos away whose rows are gone. */
export async function removePhotoFiles(ids: readonly string[]): Promise<void> {
  const store = photoStore();
  await Promise.all(
    ids.flatMap((id) => (Object.keys(photoSizes) as PhotoSize[]).map((size) => store.remove(storageKey(id, size)))),
  );
}

/** Who may see a photo that isn't public. */
export type PhotoAccess = {
  draftId?: string | undefined;
  personId?: string | null;
  municipalities: string[];
  staff: boolean;
};

/**
 * The bytes of a photo, if the asker may see it: everybody a public report's, the draft's person and the reporter their
 * own, the municipality and D+ staff a hidden report's and one's that waits for their look.
 * @returns JPEG bytes and whether they may be kept by shared caches; undefined when there is nothing to see
 */
export async function readPhoto(
  id: string,
  size: PhotoSize,
  access: PhotoAccess,
): Promise<{ bytes: Buffer; isPublic: boolean } | undefined> {
  const row = await db().photo.findUnique({
    where: { id },
    select: { draftId: true, report: true, event: { select: { hiding: { select: { eventId: true } } } } },
  });
  if (!row) return undefined;
  const isHidden = Boolean(row.event?.hiding);
  const isPublic = (row.report?.isPublic ?? false) && !isHidden;
  const own =
    (row.draftId !== null && row.draftId === access.draftId) ||
    (!isHidden && Boolean(access.personId) && row.report?.reporterId === access.personId);
  // Of a report whose link was never opened its person alone sees anything.
  const known = row.report?.confirmedAt || row.report?.lookSince ? row.report : null;
  const worker = known !== null && (access.staff || access.municipalities.includes(known.municipalityId));
  if (!isPublic && !own && !worker) return undefined;
  const bytes = await photoStore().get(storageKey(id, size));
  return bytes && { bytes, isPublic };
}
