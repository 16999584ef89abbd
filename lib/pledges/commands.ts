import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db, type Tx } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { attempt, type FieldErrors, Refusal, type Result } from "../errors";
import { canChange, canEdit, canReview } from "./policy";
import type { AssessmentInput, ReplyInput, ReviewSubject } from "./schema";
import { METHOD_VERSION, maySayBroken } from "./status";

/** What commands need to know of an assessment. */
const known = {
  id: true,
  pledgeId: true,
  status: true,
  asOf: true,
  findingSq: true,
  findingSr: true,
  findingEn: true,
  authorId: true,
  correctsId: true,
  submittedAt: true,
  publishedAt: true,
  evidence: {
    select: { kind: true, title: true, publisher: true, date: true, url: true },
    orderBy: { position: "asc" },
  },
  pledge: { select: { mandate: { select: { id: true, fromDate: true, toDate: true, publishedAt: true } } } },
} satisfies Prisma.AssessmentSelect;

type Known = Prisma.AssessmentGetPayload<{ select: typeof known }>;

/** The assessment a command is about, locked until its transaction ends. */
async function lock(tx: Tx, id: string): Promise<Known> {
  await tx.$queryRaw`select 1 from assessment where id = ${id}::uuid for update`;
  const assessment = await tx.assessment.findUnique({ where: { id }, select: known });
  if (!assessment) throw new Refusal("not_found");
  return assessment;
}

function note(tx: Tx, actor: Actor, action: string, assessmentId: string, data?: Prisma.InputJsonValue) {
  return tx.auditEvent.create({
    data: { actorId: personId(actor), action, subject: `assessment:${assessmentId}`, ...(data && { data }) },
  });
}

/** Sends back the words of the first thing that hinders a review, with the fields it is about. */
function checkComplete(assessment: Known, today: Date): void {
  const fields: FieldErrors = {};
  for (const field of ["findingSq", "findingSr", "findingEn"] as const)
    if (!assessment[field]) fields[field] = "translation_missing";
  if (assessment.evidence.length === 0) fields["evidence.0.title"] = "evidence_missing";
  const { mandate } = assessment.pledge;
  if (assessment.status === "broken" && !maySayBroken(mandate, assessment.evidence, today))
    fields.status = "broken_source";
  const [first] = Object.values(fields);
  if (first) throw new Refusal(fields["evidence.0.title"] ?? first, fields);
}

function checkDay(asOf: Date, mandate: { fromDate: Date }, today: Date): void {
  if (asOf > today || asOf < mandate.fromDate) throw new Refusal("as_of_range", { asOf: "as_of_range" });
}

async function sendForReview(tx: Tx, actor: Actor, id: string, today: Date): Promise<void> {
  const assessment = await lock(tx, id);
  if (!canChange(actor, assessment)) throw new Refusal("forbidden");
  if (assessment.publishedAt) throw new Refusal("already_published");
  if (assessment.submittedAt) return;
  checkComplete(assessment, today);
  await tx.assessment.update({ where: { id }, data: { submittedAt: new Date() } });
  await note(tx, actor, "assessment.submit", id);
}

const evidenceRows = (evidence: AssessmentInput["evidence"]) => evidence.map((row, position) => ({ ...row, position }));

/**
 * Writes an assessment, or goes on writing one's own that isn't public yet. Whoever changes what waits for review
 * takes it back from review by that.
 * @param subject the pledge of a new assessment, or the draft that is changed
 * @param submit whether it goes to a second reader at once; then all or nothing is kept
 * @param today the day after which facts can't lie
 * @returns the assessment's id
 */
export function draftAssessment(
  actor: Actor,
  subject: { pledgeId: string } | { assessmentId: string },
  { evidence, ...input }: AssessmentInput,
  submit = false,
  today = new Date(),
): Promise<Result<{ id: string }>> {
  return attempt(async () => {
    if (!canEdit(actor) || actor.kind !== "person") throw new Refusal("forbidden");
    return db().$transaction(async (tx) => {
      const id =
        "pledgeId" in subject
          ? await begin(tx, actor.id, subject.pledgeId, { ...input, evidence }, today)
          : await goOn(tx, actor, subject.assessmentId, { ...input, evidence }, today);
      await note(tx, actor, "assessment.draft", id, { status: input.status });
      if (submit) await sendForReview(tx, actor, id, today);
      return { id };
    });
  });
}

async function begin(tx: Tx, authorId: string, pledgeId: string, input: AssessmentInput, today: Date) {
  const pledge = await tx.pledge.findUnique({ where: { id: pledgeId }, select: { mandate: true } });
  if (!pledge) throw new Refusal("not_found");
  checkDay(input.asOf, pledge.mandate, today);
  const { evidence, ...rest } = input;
  const { id } = await tx.assessment.create({
    data: {
      ...rest,
      pledgeId,
      authorId,
      methodVersion: METHOD_VERSION,
      evidence: { create: evidenceRows(evidence) },
    },
  });
  return id;
}

async function goOn(tx: Tx, actor: Actor, id: string, input: AssessmentInput, today: Date) {
  const assessment = await lock(tx, id);
  if (!canChange(actor, assessment)) throw new Refusal("forbidden");
  if (assessment.publishedAt) throw new Refusal("already_published");
  checkDay(input.asOf, assessment.pledge.mandate, today);
  const { evidence, ...rest } = input;
  await tx.evidence.deleteMany({ where: { assessmentId: id } });
  await tx.assessment.update({
    where: { id },
    data: {
      ...rest,
      submittedAt: null,
      methodVersion: METHOD_VERSION,
      evidence: { create: evidenceRows(evidence) },
    },
  });
  return id;
}

/** Sends one's own assessment to a second reader: complete, in three languages, with evidence. */
export function submitForReview(actor: Actor, assessmentId: string, today = new Date()): Promise<Result> {
  return attempt(() => db().$transaction((tx) => sendForReview(tx, actor, assessmentId, today)));
}

/** Throws away one's own draft; what has been published can't be. */
export function discardDraft(actor: Actor, assessmentId: string): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      const assessment = await lock(tx, assessmentId);
      if (!canChange(actor, assessment)) throw new Refusal("forbidden");
      if (assessment.publishedAt) throw new Refusal("already_published");
      await tx.evidence.deleteMany({ where: { assessmentId } });
      await tx.assessment.delete({ where: { id: assessmentId } });
      await note(tx, actor, "assessment.discard", assessmentId);
    }),
  );
}

/** An assessment that waits for this actor's review, in the state they have read. */
async function underReview(tx: Tx, actor: Actor, { assessmentId, submittedAt }: ReviewSubject): Promise<Known> {
  if (!canEdit(actor)) throw new Refusal("forbidden");
  const assessment = await lock(tx, assessmentId);
  if (!canReview(actor, assessment)) throw new Refusal("own_assessment");
  if (assessment.publishedAt) throw new Refusal("already_published");
  if (!assessment.submittedAt) throw new Refusal("not_submitted");
  if (assessment.submittedAt.getTime() !== submittedAt.getTime()) throw new Refusal("stale");
  return assessment;
}

/** The second reader gives an assessment back to its author, with words. */
export function sendBack(actor: Actor, subject: ReviewSubject & { note: string }): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      const { id } = await underReview(tx, actor, subject);
      await tx.assessment.update({ where: { id }, data: { submittedAt: null, reviewNote: subject.note } });
      await note(tx, actor, "assessment.send_back", id, { note: subject.note });
    }),
  );
}

/** The second reader answers for an assessment with its author: it is public from here on, and stays as it is. */
export function publishAssessment(actor: Actor, subject: ReviewSubject, today = new Date()): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      const assessment = await underReview(tx, actor, subject);
      checkComplete(assessment, today);
      if (!assessment.pledge.mandate.publishedAt) throw new Refusal("six_pledges");
      if (assessment.correctsId) await checkCorrectable(tx, assessment.correctsId);
      const { id } = assessment;
      await tx.assessment.update({ where: { id }, data: { reviewerId: personId(actor), publishedAt: new Date() } });
      await note(tx, actor, "assessment.publish", id, { status: assessment.status });
    }),
  );
}

/** Published, and not corrected by another: the newest of its line. */
async function checkCorrectable(tx: Tx, id: string): Promise<Known> {
  const corrected = await lock(tx, id);
  if (!corrected.publishedAt) throw new Refusal("not_found");
  const newer = await tx.assessment.findFirst({ where: { correctsId: id, publishedAt: { not: null } } });
  if (newer) throw new Refusal("corrected_already");
  return corrected;
}

/**
 * Begins a correction: a new draft that names the published assessment it corrects and starts from its words and evidence.
 * @returns the draft's id; that of the actor's own unfinished correction where there is one
 */
export function correctAssessment(actor: Actor, assessmentId: string): Promise<Result<{ id: string }>> {
  return attempt(async () => {
    if (!canEdit(actor) || actor.kind !== "person") throw new Refusal("forbidden");
    return db().$transaction(async (tx) => {
      const corrected = await checkCorrectable(tx, assessmentId);
      const begun = await tx.assessment.findFirst({ where: { correctsId: assessmentId, authorId: actor.id } });
      if (begun) return { id: begun.id };
      const { pledgeId, status, asOf, findingSq, findingSr, findingEn, evidence } = corrected;
      const { id } = await tx.assessment.create({
        data: {
          ...{ pledgeId, status, asOf, findingSq, findingSr, findingEn },
          authorId: actor.id,
          correctsId: assessmentId,
          methodVersion: METHOD_VERSION,
          evidence: { create: evidenceRows(evidence) },
        },
      });
      await note(tx, actor, "assessment.correct", id, { corrects: assessmentId });
      return { id };
    });
  });
}

/** Keeps the reply of the mayor's office to a published assessment: whole, as it was given, for good. */
export function keepReply(actor: Actor, { assessmentId, text, language }: ReplyInput): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      if (!canEdit(actor)) throw new Refusal("forbidden");
      const assessment = await lock(tx, assessmentId);
      if (!assessment.publishedAt) throw new Refusal("not_found");
      await tx.mayorReply.create({ data: { assessmentId, text, language } });
      await note(tx, actor, "assessment.reply", assessmentId, { language });
    }),
  );
}
