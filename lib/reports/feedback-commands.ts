import "server-only";
import type { Actor, PersonActor } from "../accounts/actor";
import { db, type Tx } from "../db/client";
import { attempt, failed, Refusal, type Result } from "../errors";
import { enqueue } from "../jobs/queue";
import { spend } from "../limits/limits";
import { keepPhoto } from "../photos/keep";
import type { ProcessedPhoto } from "../photos/process";
import { readAnswerToken } from "./answer-links";
import { readFormPhoto } from "./form-photo";
import { canJudgeFix, isReporter } from "./policy";
import { type KnownReport, lockReport, record } from "./record";
import type { FixAnswer, StillAnswer } from "./schema";
import { isLawful } from "./status";

type Words = { text: string; photo?: ProcessedPhoto | undefined };

/** The person behind a link, with the roles they hold now. */
async function personOf(id: string): Promise<PersonActor> {
  const select = { role: true, municipalityId: true, departmentId: true } as const;
  const person = await db().person.findUnique({ where: { id }, include: { grants: { select } } });
  if (!person || person.erasedAt) throw new Refusal("link_invalid");
  const { email, name, locale, grants } = person;
  return { kind: "person", id, email, name, locale, grants };
}

function person(actor: Actor): PersonActor {
  if (actor.kind !== "person") throw new Refusal("forbidden");
  return actor;
}

/**
 * Says whether a fix holds. "No" needs words or a photo and reopens the report, publicly counted; "partly" and "yes" are
 * counted and may be changed until the report moves on.
 * @param photo file of a photo, if any
 */
export function answerFix(
  actor: Actor,
  { reportId, ...answer }: { reportId: string } & FixAnswer,
  photo?: Buffer,
): Promise<Result<{ ref: string }>> {
  return withPhoto(photo, answer, async (words) => judgeFix(person(actor), reportId, undefined, answer.answer, words));
}

/** The same by the link of an e-mail, without signing in; it is about one fix alone. */
export function answerFixByLink(
  _actor: Actor,
  { token, ...answer }: { token: string } & FixAnswer,
  photo?: Buffer,
): Promise<Result<{ ref: string }>> {
  const question = readAnswerToken(token);
  if (question?.kind !== "fixed") return Promise.resolve(failed("link_invalid"));
  return withPhoto(photo, answer, async (words) => {
    const fix = await db().reportEvent.findUnique({ where: { id: question.aboutId }, select: { reportId: true } });
    if (!fix) throw new Refusal("link_invalid");
    return judgeFix(await personOf(question.personId), fix.reportId, question.aboutId, answer.answer, words);
  });
}

async function withPhoto<T>(
  file: Buffer | undefined,
  { answer, text }: FixAnswer,
  act: (words: Words) => Promise<T>,
): Promise<Result<T>> {
  if (answer === "no" && !text && !file?.length) return failed("words_or_photo", { text: "words_or_photo" });
  // A plain yes says it all.
  if (answer === "yes") return attempt(() => act({ text: "" }));
  const read = await readFormPhoto(file);
  return read.ok ? attempt(() => act({ text, photo: read.value })) : read;
}

async function judgeFix(
  who: PersonActor,
  reportId: string,
  fixId: string | undefined,
  answer: FixAnswer["answer"],
  words: Words,
): Promise<{ ref: string }> {
  await spend(answer === "yes" ? "act_person" : "update_person", who.id);
  return db().$transaction(async (tx) => {
    const report = await lockReport(tx, { reportId });
    if (!report.isPublic) throw new Refusal("not_found");
    const key = { reportId_personId: { reportId, personId: who.id } };
    const follows = Boolean(await tx.follow.findUnique({ where: key, select: { personId: true } }));
    if (!canJudgeFix(who, report, follows)) throw new Refusal("forbidden");
    const fix = await lastFix(tx, report);
    if (!fix || (fixId && fix.id !== fixId)) throw new Refusal("moved_on");
    // Where its reporter said that it is gone there is no work of the municipality to judge; it can only be reopened.
    if (fix.actorKind === "municipality") {
      await tx.feedback.upsert({
        where: { eventId_personId: { eventId: fix.id, personId: who.id } },
        create: { eventId: fix.id, personId: who.id, reportId, answer },
        update: { answer },
      });
    } else if (answer !== "no") throw new Refusal("moved_on");
    await tellAnswer(tx, report, who, answer, words);
    return { ref: report.ref };
  });
}

/** The event by which the report became fixed, if it is. */
async function lastFix(tx: Tx, report: KnownReport) {
  if (report.status !== "fixed") return null;
  return tx.reportEvent.findFirst({
    where: { reportId: report.id, statusTo: { not: null } },
    orderBy: { seq: "desc" },
    select: { id: true, actorKind: true },
  });
}

/** What the public reads of an answer: a "no" reopens; a "partly" with words is an update; a "yes" is counted alone. */
async function tellAnswer(
  tx: Tx,
  report: KnownReport,
  who: PersonActor,
  answer: FixAnswer["answer"],
  { text, photo }: Words,
): Promise<void> {
  const by = { actorKind: "citizen", actorId: who.id, isPublic: true, text: text || undefined } as const;
  let eventId: string;
  if (answer === "no") {
    if (!isLawful(report.status, "open", "follower")) throw new Refusal("move_unlawful");
    const reopened = { reopenedCount: report.reopenedCount + 1 };
    eventId = await record(tx, report, { kind: "status", ...by, statusTo: "open" }, reopened);
    await enqueue(tx, "report_reopened", { eventId });
  } else if (answer === "partly" && (text || photo)) {
    eventId = await record(tx, report, { kind: "comment", ...by, data: { feedback: "partly" } });
  } else return;
  if (photo) await keepPhoto(tx, photo, { reportId: report.id, eventId, role: "update" });
}

/** The reporter says that the problem is gone, or that it is still there, or that they don't know. */
export function answerStill(
  actor: Actor,
  { reportId, answer }: { reportId: string } & StillAnswer,
): Promise<Result<{ ref: string }>> {
  return attempt(() => sayStill(person(actor), reportId, answer, undefined));
}

/** The same by the link of an e-mail, without signing in. */
export function answerStillByLink(
  _actor: Actor,
  { token, answer }: { token: string } & StillAnswer,
): Promise<Result<{ ref: string }>> {
  return attempt(async () => {
    const question = readAnswerToken(token);
    if (question?.kind !== "still") throw new Refusal("link_invalid");
    return sayStill(await personOf(question.personId), question.aboutId, answer, question.askedAt);
  });
}

async function sayStill(
  who: PersonActor,
  reportId: string,
  answer: StillAnswer["answer"],
  askedAt: Date | undefined,
): Promise<{ ref: string }> {
  await spend("act_person", who.id);
  return db().$transaction(async (tx) => {
    const report = await lockReport(tx, { reportId });
    if (!report.isPublic) throw new Refusal("not_found");
    if (!isReporter(who, report)) throw new Refusal("forbidden");
    if (!isLawful(report.status, "fixed", "reporter")) throw new Refusal("moved_on");
    const by = { actorKind: "citizen", actorId: who.id, isPublic: true } as const;
    if (answer === "gone") await record(tx, report, { kind: "status", ...by, statusTo: "fixed" });
    if (answer === "still" && (await isQuiet(tx, report, askedAt)))
      await record(tx, report, { kind: "still_there", ...by });
    return { ref: report.ref };
  });
}

/** Whether nothing public has happened since the question: a second press, or an answer given meanwhile, adds nothing. */
async function isQuiet(tx: Tx, report: KnownReport, askedAt: Date | undefined): Promise<boolean> {
  const since = askedAt ?? report.stillAskedAt;
  if (!since) return false;
  const later = { reportId: report.id, isPublic: true, at: { gt: since } };
  return (await tx.reportEvent.findFirst({ where: later, select: { id: true } })) === null;
}
