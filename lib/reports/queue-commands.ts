import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "../accounts/actor";
import { db } from "../db/client";
import { attempt, type ErrorCode, type FieldErrors, failed, Refusal, type Result } from "../errors";
import { spend } from "../limits/limits";
import { removePhotos } from "../photos/keep";
import { hashSecret } from "../secrets";
import { submitReport } from "./commands";
import { DRAFT_DAYS, findDraft, findSent, type SentReport, saveDraft } from "./drafts";
import { addDraftPhoto } from "./photo-commands";
import { readProblem } from "./problems";
import type { QueuedReport, QueueKey } from "./queue-schema";
import { type DraftData, placeSchema, problemSchema } from "./schema";
import { answersIn, categoryExists, municipalityOf, takesWithoutEmail, whoIn } from "./steps";

/**
 * Reports that were finished on a device without network. Each brings an id and a secret that were made there once,
 * and becomes a draft of that id: sending it again, from wherever, finds the same draft, and so the same report.
 */

/** A report that came from a device; `already` when it had come before. */
export type Arrived = Partial<SentReport> & { ref: string; already: boolean };

/** The report that a device's entry became, even where its draft has been forgotten since. */
async function arrived({ id, secret }: QueueKey): Promise<Arrived | null> {
  const sent = await findSent(secret);
  if (sent) return { ...sent, already: true };
  const report = await db().report.findUnique({ where: { sourceKey: `draft:${id}` }, select: { ref: true } });
  return report && { ...report, already: true };
}

/** Opens the draft of a device's entry; begins it where there is none. @throws Refusal forbidden: the id is somebody else's */
async function openEntry({ id, secret }: QueueKey, ip: string): Promise<void> {
  const secretHash = hashSecret(secret);
  const expiresAt = new Date(Date.now() + DRAFT_DAYS * 24 * 3600 * 1000);
  const there = () => db().reportDraft.updateMany({ where: { id, secretHash }, data: { expiresAt } });
  if ((await there()).count === 1) return;
  await spend("draft_address", ip);
  await db().reportDraft.createMany({ data: { id, secretHash, data: {}, expiresAt }, skipDuplicates: true });
  if ((await there()).count === 0) throw new Refusal("forbidden");
}

/**
 * Takes a photo of an entry in; one that is there already is not taken twice.
 * @param bytes the file as it was sent
 * @returns SHA-256 of the file, by which `fileQueued` names it
 */
export async function addQueuedPhoto(
  actor: Actor,
  key: QueueKey,
  bytes: Buffer,
  ip: string,
): Promise<Result<{ sha256: string }>> {
  return attempt(async () => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (await arrived(key)) return { sha256 };
    await openEntry(key, ip);
    const added = await addDraftPhoto(actor, key.secret, bytes, ip);
    if (!added.ok) throw new Refusal(added.error);
    return { sha256 };
  });
}

/**
 * Files an entry: one report, however often this is called for it.
 * @param ip address of the visitor, for the limits
 * @returns the report; or what is wrong with which field ("place" for where it lies); photo_missing when a photo that is named has not come
 */
export async function fileQueued(
  actor: Actor,
  key: QueueKey,
  entry: QueuedReport,
  ip: string,
): Promise<Result<Arrived>> {
  return attempt(async () => {
    const before = await arrived(key);
    if (before) return before;
    // A field nobody sees was filled in: a program did it, or an over-eager browser, whose person sends again.
    if (entry.website !== "") throw new Refusal("robot_suspected");
    const fields = await wrongIn(entry.data, actor);
    const [first] = Object.values(fields);
    if (first) throw new Refusal(first, fields);
    await openEntry(key, ip);
    await keepOnly(key.secret, entry.photos);
    await saveDraft(actor, key.secret, entry.data);
    const sent = await submitReport(actor, key.secret, entry.locale, ip, entry.proof);
    if (!sent.ok) throw new Refusal(sent.error);
    return { ...((await arrived(key)) ?? { ref: sent.value.ref }), already: false };
  });
}

/** Everything that is wrong with an entry at once: its person is asked once. */
async function wrongIn(data: DraftData, actor: Actor): Promise<FieldErrors> {
  const place = placeSchema.safeParse(data);
  const problem = problemSchema.safeParse(data);
  const located = place.success
    ? await attempt(() => municipalityOf(place.data, data.municipalityId))
    : failed("place_missing");
  const who = whoIn(data, actor, located.ok && (await takesWithoutEmail(located.value)));
  const fields: FieldErrors = {};
  for (const checked of [place, problem, who]) Object.assign(fields, readProblem("fields", () => checked).fields);
  Object.assign(fields, (await answersIn(data)).fields);
  for (const part of ["lat", "lon"]) delete fields[part];
  if (!located.ok) fields.place = located.error;
  if (problem.success && !(await categoryExists(problem.data.categoryId)))
    fields.categoryId = "category_missing" satisfies ErrorCode;
  return fields;
}

/** Leaves a draft's photos as the entry names them, in its order: some may have been taken out on the device since they came. */
async function keepOnly(secret: string, wanted: string[]): Promise<void> {
  const draft = await findDraft(secret);
  if (!draft || draft.reportId) return;
  await removePhotos({ draftId: draft.id, reportId: null, sha256: { notIn: wanted } });
  const there = await db().photo.findMany({ where: { draftId: draft.id }, select: { id: true, sha256: true } });
  if (wanted.some((sha256) => !there.some((photo) => photo.sha256 === sha256))) throw new Refusal("photo_missing");
  for (const { id, sha256 } of there)
    await db().photo.update({ where: { id }, data: { position: wanted.indexOf(sha256) } });
}
