import "server-only";
import type { Actor } from "../accounts/actor";
import { db, type Tx } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { spend } from "../limits/limits";
import { keepPhoto, removePhotoFiles, removePhotos } from "../photos/keep";
import { processPhoto } from "../photos/process";
import { MAX_PHOTOS } from "../photos/sizes";
import { openDraft, saveDraft } from "./drafts";

/** The photos of a draft in their order, held until the transaction ends. */
async function lockPhotos(tx: Tx, draftId: string) {
  await tx.$queryRaw`select 1 from report_draft where id = ${draftId}::uuid for update`;
  return tx.photo.findMany({
    where: { draftId, reportId: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, sha256: true },
  });
}

async function putInOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) await tx.photo.update({ where: { id }, data: { position } });
}

/** Where among a draft's photos a new one goes: instead of one, or behind one; "" is before all. At the end without either. */
export type PhotoPlace = { replaces?: string | undefined; after?: string | undefined };

/**
 * Takes a photo into a draft; one that is there already is not taken twice. The photo it replaces is gone for good.
 * @param bytes the file as it was sent
 */
export async function addDraftPhoto(
  _actor: Actor,
  secret: string | undefined,
  bytes: Buffer,
  ip: string,
  { replaces, after }: PhotoPlace = {},
): Promise<Result<{ id: string }>> {
  return attempt(async () => {
    const draft = await openDraft(secret);
    await spend("upload_address", ip);
    const replacing = draft.photos.some(({ id }) => id === replaces);
    if (!replacing && draft.photos.length >= MAX_PHOTOS) throw new Refusal("photo_too_many");
    const photo = await processPhoto(bytes);
    const kept = await db().$transaction(async (tx) => {
      const there = await lockPhotos(tx, draft.id);
      const same = there.find((row) => row.sha256 === photo.sha256);
      if (same) return { id: same.id };
      const old = there.findIndex(({ id }) => id === replaces);
      if (old < 0 && there.length >= MAX_PHOTOS) throw new Refusal("photo_too_many");
      const { id } = await keepPhoto(tx, photo, { draftId: draft.id, role: "problem" });
      const ids = there.map((row) => row.id);
      const behind = after === undefined ? ids.length : ids.indexOf(after) + 1;
      ids.splice(old < 0 ? behind : old, old < 0 ? 0 : 1, id);
      await putInOrder(tx, ids);
      if (old < 0) return { id };
      await tx.photo.delete({ where: { id: replaces } });
      return { id, gone: replaces };
    });
    if ("gone" in kept && kept.gone) await removePhotoFiles([kept.gone]);
    return { id: kept.id };
  });
}

/** Takes a photo out of a draft, with the place that was only taken from it. */
export async function removeDraftPhoto(actor: Actor, secret: string | undefined, photoId: string): Promise<Result> {
  return attempt(async () => {
    const draft = await openDraft(secret);
    await removePhotos({ id: photoId, draftId: draft.id, reportId: null });
    const { photoPlace } = draft.data;
    if (photoPlace?.id !== photoId) return;
    const unset = photoPlace.outcome === "used" ? { lat: undefined, lon: undefined, municipalityId: undefined } : {};
    await saveDraft(actor, secret, { ...unset, photoPlace: undefined });
  });
}

/** Puts a photo of a draft one place earlier or later; at either end it stays. */
export async function moveDraftPhoto(
  _actor: Actor,
  secret: string | undefined,
  photoId: string,
  by: -1 | 1,
): Promise<Result> {
  return attempt(async () => {
    const draft = await openDraft(secret);
    await db().$transaction(async (tx) => {
      const ids = (await lockPhotos(tx, draft.id)).map(({ id }) => id);
      const from = ids.indexOf(photoId);
      if (from < 0 || from + by < 0 || from + by >= ids.length) return;
      ids.splice(from + by, 0, ...ids.splice(from, 1));
      await putInOrder(tx, ids);
    });
  });
}
