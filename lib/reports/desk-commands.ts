import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db, type Tx } from "../db/client";
import { attempt, done, failed, Refusal, type Result } from "../errors";
import { enqueue } from "../jobs/queue";
import { keepPhoto } from "../photos/keep";
import type { ProcessedPhoto } from "../photos/process";
import { settle } from "./flags";
import { readFormPhoto } from "./form-photo";
import { canModerate, canWork } from "./policy";
import { followOwn, type KnownReport, lockReport, record } from "./record";
import { parseRef } from "./ref";
import type { Move, Subject } from "./schema";
import { isLawful, requirements } from "./status";

/** Runs an official's command on a locked report of their own municipality. */
function work<T>(actor: Actor, subject: Subject, act: (tx: Tx, report: KnownReport) => Promise<T>): Promise<Result<T>> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      // Permission before staleness: somebody else's report gives nothing away.
      const report = await lockReport(tx, { reportId: subject.reportId });
      if (!canWork(actor, report)) throw new Refusal("forbidden");
      if (subject.version !== report.version) throw new Refusal("stale");
      if (!report.isPublic) throw new Refusal("not_found");
      return act(tx, report);
    }),
  );
}

/**
 * Gives a report to a colleague of the municipality, takes it oneself, or lets it go.
 * @param assigneeId who works on it now; undefined for nobody
 */
export function assignReport(actor: Actor, subject: Subject & { assigneeId?: string | undefined }): Promise<Result> {
  return work(actor, subject, async (tx, report) => {
    const assigneeId = subject.assigneeId ?? null;
    if (assigneeId) {
      const colleague = await tx.roleGrant.findFirst({
        where: { personId: assigneeId, role: { in: ["official", "manager"] }, municipalityId: report.municipalityId },
      });
      if (!colleague) throw new Refusal("invalid");
    }
    await record(
      tx,
      report,
      { kind: "assigned", actorKind: "municipality", actorId: personId(actor), isPublic: false, data: { assigneeId } },
      { assigneeId },
    );
  });
}

/**
 * Answers in public without changing the status; counts as the first response if it is one.
 * @param photo file of a photo of the work, if any
 */
export async function answerReport(actor: Actor, subject: Subject & { text: string }, photo?: Buffer): Promise<Result> {
  const read = await readFile(actor, subject, photo);
  if (!read.ok) return read;
  return work(actor, subject, async (tx, report) => {
    const eventId = await record(tx, report, {
      kind: "answer",
      actorKind: "municipality",
      actorId: personId(actor),
      isPublic: true,
      text: subject.text,
    });
    if (read.value) await keepPhoto(tx, read.value, { reportId: report.id, eventId, role: "progress" });
  });
}

/** The photo that came with an official's form; permission comes first. */
async function readFile(
  actor: Actor,
  { reportId }: Subject,
  photo: Buffer | undefined,
): Promise<Result<ProcessedPhoto | undefined>> {
  if (!photo || photo.length === 0) return done(undefined);
  const facts = { municipalityId: true, reporterId: true };
  const report = await db().report.findUnique({ where: { id: reportId }, select: facts });
  if (!report) return failed("not_found");
  if (!canWork(actor, report)) return failed("forbidden");
  return readFormPhoto(photo);
}

/** Writes a note that only the municipality's own people read. */
export function noteReport(actor: Actor, subject: Subject & { text: string }): Promise<Result> {
  return work(actor, subject, async (tx, report) => {
    await record(tx, report, {
      kind: "note",
      actorKind: "municipality",
      actorId: personId(actor),
      isPublic: false,
      text: subject.text,
    });
  });
}

/**
 * Moves a report to another status, as the state machine allows, with what that status needs.
 * @param photo file of a proof or progress photo
 * @param today the day from which a plan may be, midnight UTC
 */
export async function moveReport(actor: Actor, move: Move, photo?: Buffer, today = new Date()): Promise<Result> {
  const read = await readFile(actor, move, photo);
  if (!read.ok) return read;
  return work(actor, move, async (tx, report) => {
    if (!isLawful(report.status, move.to, "municipality")) throw new Refusal("move_unlawful");
    const needs = requirements(move.to);
    if (needs.answer && !move.text) throw new Refusal("answer_missing", { text: "answer_missing" });
    const planned = plannedFor(move, needs.plannedFor, today);
    if (needs.referredTo && !move.referredTo) throw new Refusal("referred_missing", { referredTo: "referred_missing" });
    const target = needs.duplicateOf ? await duplicateTarget(tx, report, move.duplicateOf) : undefined;

    const eventId = await record(
      tx,
      report,
      {
        kind: "status",
        actorKind: "municipality",
        actorId: personId(actor),
        isPublic: true,
        statusTo: move.to,
        text: move.text || undefined,
        data: {
          ...(planned && { plannedFor: planned.toISOString().slice(0, 10) }),
          ...(needs.referredTo && { referredTo: move.referredTo }),
          ...(target && { duplicateOf: target.ref }),
        },
      },
      {
        plannedFor: planned ?? (move.to === "planned" ? undefined : null),
        referredTo: needs.referredTo ? move.referredTo : null,
        duplicateOfId: target?.id ?? null,
        ...(report.assigneeId ? {} : { assigneeId: personId(actor) }),
      },
    );
    if (read.value) {
      await keepPhoto(tx, read.value, {
        reportId: report.id,
        eventId,
        role: move.to === "fixed" ? "proof" : "progress",
      });
    }
    if (target) await joinFollowers(tx, report.id, target.id);
  });
}

function plannedFor(move: Move, needed: boolean, today: Date): Date | undefined {
  if (!needed) return undefined;
  if (!move.plannedFor) throw new Refusal("planned_missing", { plannedFor: "planned_missing" });
  if (move.plannedFor < today.toISOString().slice(0, 10))
    throw new Refusal("planned_past", { plannedFor: "planned_past" });
  return new Date(`${move.plannedFor}T00:00:00Z`);
}

/** The report that stays: public, of the same municipality, not itself a duplicate. */
async function duplicateTarget(tx: Tx, report: KnownReport, typed: string) {
  const ref = parseRef(typed);
  const target = ref
    ? await tx.report.findUnique({
        where: { ref },
        select: { id: true, ref: true, isPublic: true, status: true, municipalityId: true },
      })
    : null;
  const fits =
    target?.isPublic &&
    target.status !== "duplicate" &&
    target.id !== report.id &&
    target.municipalityId === report.municipalityId;
  if (!fits) throw new Refusal("duplicate_unknown", { duplicateOf: "duplicate_unknown" });
  return target;
}

/** Followers of a duplicate follow the report that stays; those who supported it are counted there. */
async function joinFollowers(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.$executeRaw`
    insert into follow (report_id, person_id, created_at) select ${toId}::uuid, person_id, created_at from follow where report_id = ${fromId}::uuid
    on conflict do nothing`;
  await tx.$executeRaw`
    insert into support (report_id, person_id, created_at) select ${toId}::uuid, person_id, created_at from support where report_id = ${fromId}::uuid
    on conflict do nothing`;
  await tx.$executeRaw`update report set support_count = (select count(*) from support where report_id = ${toId}::uuid) where id = ${toId}::uuid`;
}

/**
 * Takes a report from public view, or brings it back. Nothing is deleted.
 * @param reason words for the record
 */
export function hideReport(
  actor: Actor,
  subject: { reportId: string; version?: number; hidden: boolean; reason: string },
): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      if (!canModerate(actor)) throw new Refusal("forbidden");
      const report = await lockReport(tx, subject);
      // What its reporter took back, they alone bring back.
      if (!subject.hidden && report.withdrawnAt) throw new Refusal("forbidden");
      const eventId = await record(
        tx,
        report,
        {
          kind: subject.hidden ? "hidden" : "unhidden",
          actorKind: "staff",
          actorId: personId(actor),
          isPublic: false,
          text: subject.reason,
        },
        { hiddenAt: subject.hidden ? new Date() : null },
      );
      await tx.auditEvent.create({
        data: {
          actorId: personId(actor),
          action: subject.hidden ? "report.hide" : "report.unhide",
          subject: `report:${report.id}`,
        },
      });
      if (subject.hidden) {
        await settle(tx, actor, { reportId: report.id, eventId: null });
        await enqueue(tx, "report_gone", { eventId });
      } else await followOwn(tx, report);
    }),
  );
}
