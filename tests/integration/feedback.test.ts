import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, type PersonActor, system } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { answerToken, readAnswerToken } from "@/lib/reports/answer-links";
import { followReport } from "@/lib/reports/citizen-commands";
import { answerReport, hideReport, moveReport } from "@/lib/reports/desk-commands";
import { answerFix, answerFixByLink, answerStill, answerStillByLink } from "@/lib/reports/feedback-commands";
import { tellFollowers } from "@/lib/reports/jobs";
import { findPublicReport } from "@/lib/reports/queries";
import { findQuestion } from "@/lib/reports/question-queries";
import { askQuiet } from "@/lib/reports/quiet-commands";
import { tellReopened } from "@/lib/reports/reopened-jobs";
import { noFeedback, readFeedback } from "@/lib/statistics/feedback";
import { phonePhoto } from "../support/images";
import { everybody, person, publicReport } from "../support/world";

let actors: Record<string, Actor>;
let reporter: PersonActor;
let citizen: PersonActor;
beforeAll(async () => {
  actors = await everybody();
  citizen = actors.citizen as PersonActor;
});

const refused = (error: string) => ({ ok: false, error });
const accepted = (ref: string) => ({ ok: true, value: { ref } });
const row = (id: string) => db().report.findUniqueOrThrow({ where: { id } });
const anonymous: Actor = { kind: "anonymous" };

/** The municipality says that it is fixed. @returns the event */
async function fix(id: string): Promise<string> {
  const { version } = await row(id);
  const move = { reportId: id, version, to: "fixed", text: "Filled.", referredTo: "", duplicateOf: "" } as const;
  expect(await moveReport(actors.official as Actor, { ...move, plannedFor: undefined })).toMatchObject({ ok: true });
  const event = await db().reportEvent.findFirstOrThrow({
    where: { reportId: id, statusTo: "fixed" },
    orderBy: { seq: "desc" },
  });
  return event.id;
}

/** A report that a citizen follows, and that the municipality says is fixed. */
async function fixedReport() {
  reporter = await person();
  const report = await publicReport(reporter);
  await followReport(citizen, { reportId: report.id, follow: true });
  return { ...report, fixId: await fix(report.id) };
}

type Made = { id: string; who: PersonActor };

/** A report of a new person, and that the municipality says is fixed. */
async function fixedAlone(): Promise<Made> {
  const who = await person();
  const { id } = await publicReport(who);
  await fix(id);
  return { id, who };
}

const mailsTo = (email: string | null) => db().outboundMail.findMany({ where: { toAddress: email ?? "" } });

describe("is it fixed?", () => {
  test("reporter and followers may say; nobody else, and nobody of the municipality itself", async () => {
    const { id, ref } = await fixedReport();
    await followReport(actors.official as Actor, { reportId: id, follow: true });
    for (const [name, actor] of Object.entries(actors)) {
      const said = await answerFix(actor, { reportId: id, answer: "yes", text: "" });
      expect(said, name).toEqual(name === "citizen" ? accepted(ref) : refused("forbidden"));
    }
    expect(await answerFix(reporter, { reportId: id, answer: "yes", text: "" })).toEqual(accepted(ref));
    expect(await db().feedback.findMany({ where: { reportId: id } })).toHaveLength(2);
  });

  test("yes and partly may be changed; each person counts once a fix", async () => {
    const { id, fixId } = await fixedReport();
    await answerFix(citizen, { reportId: id, answer: "yes", text: "" });
    await answerFix(citizen, { reportId: id, answer: "partly", text: "Half of it." });
    expect(await row(id)).toMatchObject({ status: "fixed", reopenedCount: 0 });
    expect(await db().feedback.findMany({ where: { reportId: id } })).toMatchObject([
      { eventId: fixId, personId: citizen.id, answer: "partly" },
    ]);
    const update = await db().reportEvent.findFirst({ where: { reportId: id, kind: "comment" } });
    expect(update).toMatchObject({ text: "Half of it.", isPublic: true, actorKind: "citizen" });
  });

  test("no, with words or a photo, reopens it, counted and told to the municipality", async () => {
    const { id, ref } = await fixedReport();
    expect(await answerFix(citizen, { reportId: id, answer: "no", text: "" })).toEqual({
      ...refused("words_or_photo"),
      fields: { text: "words_or_photo" },
    });
    expect(await answerFix(citizen, { reportId: id, answer: "no", text: "" }, Buffer.from("no photo"))).toMatchObject(
      refused("photo_not_image"),
    );
    expect(await answerFix(citizen, { reportId: id, answer: "no", text: "Still deep." })).toEqual(accepted(ref));
    expect(await row(id)).toMatchObject({ status: "open", reopenedCount: 1, closedAt: null });
    const reopened = await db().reportEvent.findFirstOrThrow({ where: { reportId: id, statusFrom: "fixed" } });
    await tellReopened({ eventId: reopened.id });
    await tellReopened({ eventId: reopened.id });
    const mails = await mailsTo((actors.official as PersonActor).email);
    expect(mails.filter(({ subject, text }) => subject.includes(ref) && text.includes("> Still deep."))).toHaveLength(
      1,
    );

    // A second fix is another question: a photo alone is enough to deny it.
    await fix(id);
    const photo = await phonePhoto({ width: 400, height: 300 });
    expect(await answerFix(reporter, { reportId: id, answer: "no", text: "" }, photo)).toEqual(accepted(ref));
    expect(await row(id)).toMatchObject({ status: "open", reopenedCount: 2 });
    const story = (await findPublicReport(ref, anonymous))?.story.at(-1);
    expect(story).toMatchObject({ statusTo: "open", text: null, photos: [{ role: "update" }] });
    const answers = await db().feedback.findMany({ where: { reportId: id }, orderBy: { createdAt: "asc" } });
    expect(answers.map(({ personId, answer }) => [personId, answer])).toEqual([
      [citizen.id, "no"],
      [reporter.id, "no"],
    ]);
  });

  test("two who say no at once reopen it once", async () => {
    const { id } = await fixedReport();
    const said = await Promise.all(
      [reporter, citizen].map((who) => answerFix(who, { reportId: id, answer: "no", text: "No." })),
    );
    expect(said.filter(({ ok }) => ok)).toHaveLength(1);
    expect(said.filter(({ ok }) => !ok)).toEqual([refused("moved_on")]);
    expect(await row(id)).toMatchObject({ reopenedCount: 1 });
    expect(await db().feedback.count({ where: { reportId: id } })).toBe(1);
  });

  test("where its reporter said it is gone there is no fix of the municipality to judge; a follower can reopen", async () => {
    reporter = await person();
    const { id, ref } = await publicReport(reporter);
    await followReport(citizen, { reportId: id, follow: true });
    await answerStill(reporter, { reportId: id, answer: "gone" });
    expect(await answerFix(citizen, { reportId: id, answer: "yes", text: "" })).toEqual(refused("moved_on"));
    expect(await answerFix(citizen, { reportId: id, answer: "no", text: "It is there." })).toEqual(accepted(ref));
    expect(await db().feedback.count({ where: { reportId: id } })).toBe(0);
  });

  test("the database refuses feedback of anything but a fix of that report by the municipality", async () => {
    const { id, fixId } = await fixedReport();
    const other = await publicReport(reporter);
    const opened = await db().reportEvent.findFirstOrThrow({ where: { reportId: id, statusTo: "open" } });
    const give = (eventId: string, reportId: string) =>
      db().feedback.create({ data: { eventId, reportId, personId: citizen.id, answer: "yes" } });
    await expect(give(opened.id, id)).rejects.toThrow();
    await expect(give(fixId, other.id)).rejects.toThrow();
    await expect(give(fixId, id)).resolves.toMatchObject({ answer: "yes" });
  });
});

test("each fix counts once in its municipality's figures, at the worst that was said of it; hidden reports don't", async () => {
  const before = (await readFeedback("prishtina")).total;
  const [yes, partly, no, none, hidden] = await Promise.all(Array.from({ length: 5 }, fixedAlone));
  const say = (of: Made | undefined, answer: "yes" | "partly" | "no") =>
    answerFix(of?.who as PersonActor, { reportId: of?.id ?? "", answer, text: "So it is." });
  await followReport(citizen, { reportId: no?.id ?? "", follow: true });
  await followReport(citizen, { reportId: partly?.id ?? "", follow: true });
  await answerFix(citizen, { reportId: no?.id ?? "", answer: "yes", text: "" });
  await answerFix(citizen, { reportId: partly?.id ?? "", answer: "yes", text: "" });
  for (const [of, answer] of [
    [yes, "yes"],
    [partly, "partly"],
    [no, "no"],
    [hidden, "no"],
  ] as const)
    expect(await say(of, answer)).toMatchObject({ ok: true });
  await hideReport(actors.moderator as Actor, { reportId: hidden?.id ?? "", hidden: true, reason: "no" });
  expect(none).toBeDefined();
  const { total, municipalities } = await readFeedback("prishtina");
  expect(total).toEqual({
    judged: before.judged + 3,
    confirmed: before.confirmed + 1,
    partly: before.partly + 1,
    denied: before.denied + 1,
    withdrawn: before.withdrawn,
  });
  expect(municipalities.get("prishtina")).toEqual(total);
  expect((await readFeedback("peja")).total).toEqual(noFeedback);
});

describe("by the link of the e-mail", () => {
  const linkIn = (text: string, answer: string) =>
    new URL(new RegExp(`http://\\S+reports/answer\\?\\S+answer=${answer}`).exec(text)?.[0] ?? "http://none")
      .searchParams;

  test("reporter and follower are asked once, each with a link of their own that answers without signing in", async () => {
    const { id, ref, fixId } = await fixedReport();
    await tellFollowers({ eventId: fixId });
    await tellFollowers({ eventId: fixId });
    const [mail, ...more] = (await mailsTo(reporter.email)).filter(({ subject }) => subject.includes(ref));
    expect(more).toEqual([]);
    const token = linkIn(mail?.text ?? "", "yes").get("token") ?? "";
    expect(mail?.text.match(/answer=(yes|partly|no)/g)).toEqual(["answer=yes", "answer=partly", "answer=no"]);
    const other = (await mailsTo(citizen.email)).find(({ subject }) => subject.includes(ref));
    expect(linkIn(other?.text ?? "", "yes").get("token")).not.toBe(token);

    // Opening the link is no answer.
    expect(await findQuestion(token)).toMatchObject({ ref, kind: "fixed", given: null, isOver: false });
    expect(await db().feedback.count({ where: { reportId: id } })).toBe(0);
    expect(await answerFixByLink(anonymous, { token, answer: "yes", text: "" })).toEqual(accepted(ref));
    expect(await findQuestion(token)).toMatchObject({ given: "yes" });
    expect(await answerFixByLink(anonymous, { token, answer: "no", text: "Not so." })).toEqual(accepted(ref));
    expect(await db().feedback.findMany({ where: { reportId: id } })).toMatchObject([
      { personId: reporter.id, answer: "no" },
    ]);
    expect(await row(id)).toMatchObject({ status: "open", reopenedCount: 1 });
    expect(await findQuestion(token)).toMatchObject({ isOver: true });

    // The link is about that fix alone.
    await fix(id);
    expect(await answerFixByLink(anonymous, { token, answer: "yes", text: "" })).toEqual(refused("moved_on"));
    // And only about it being fixed.
    expect(await answerStillByLink(anonymous, { token, answer: "gone" })).toEqual(refused("link_invalid"));
  });

  test("a link of another's making, changed or run out opens nothing", async () => {
    const { fixId } = await fixedReport();
    const question = { kind: "fixed", personId: reporter.id, aboutId: fixId, askedAt: new Date() } as const;
    const token = answerToken(question);
    expect(readAnswerToken(token)).toMatchObject({ kind: "fixed", personId: reporter.id, aboutId: fixId });
    const changed = Buffer.from(token, "base64url");
    changed[5] = (changed[5] ?? 0) ^ 1;
    for (const wrong of ["", "x", `${token}A`, changed.toString("base64url"), token.slice(0, -2)]) {
      expect(readAnswerToken(wrong), wrong).toBeUndefined();
      expect(await findQuestion(wrong)).toBeNull();
      expect(await answerFixByLink(anonymous, { token: wrong, answer: "yes", text: "" })).toEqual(
        refused("link_invalid"),
      );
    }
    expect(readAnswerToken(token, new Date(Date.now() + 61 * 24 * 3600 * 1000))).toBeUndefined();
  });

  test("a report that was hidden since asks nothing any more", async () => {
    const { id, fixId } = await fixedReport();
    const token = answerToken({ kind: "fixed", personId: reporter.id, aboutId: fixId, askedAt: new Date() });
    await hideReport(actors.moderator as Actor, { reportId: id, hidden: true, reason: "a name in it" });
    expect(await findQuestion(token)).toBeNull();
    expect(await answerFixByLink(anonymous, { token, answer: "yes", text: "" })).toEqual(refused("not_found"));
  });
});

describe("an open report that went quiet", () => {
  const DAY = 24 * 3600 * 1000;
  const later = (days: number) => new Date(Date.now() + days * DAY);
  const questions = async (ref: string) =>
    (await mailsTo(reporter.email)).filter(({ text }) => text.includes("/reports/answer?") && text.includes(ref));

  test("its reporter is asked after four weeks, once for each quiet time", async () => {
    reporter = await person();
    const { id, ref } = await publicReport(reporter);
    expect(await askQuiet(actors.admin as Actor, later(40))).toEqual(refused("forbidden"));
    expect(await askQuiet(system, later(27))).toEqual({ ok: true, value: 0 });
    expect(await questions(ref)).toHaveLength(0);
    await askQuiet(system, later(29));
    await askQuiet(system, later(30));
    await askQuiet(system, later(90));
    const [mail, ...more] = await questions(ref);
    expect(more).toEqual([]);
    expect(mail?.locale).toBe("en");

    // Something public happens, and four weeks later it is quiet again.
    const { version } = await row(id);
    await answerReport(actors.official as Actor, { reportId: id, version, text: "We look at it." });
    await db().report.update({ where: { id }, data: { stillAskedAt: new Date(Date.now() - DAY) } });
    await askQuiet(system, later(27));
    expect(await questions(ref)).toHaveLength(1);
    await askQuiet(system, later(29));
    expect(await questions(ref)).toHaveLength(2);
  });

  test("nobody is asked of a closed or hidden report, of one without its reporter, or of one planned for a day to come", async () => {
    reporter = await person();
    const planned = await publicReport(reporter);
    const fixed = await publicReport(reporter);
    const hidden = await publicReport(reporter);
    const orphan = await publicReport(reporter);
    const move = { text: "", referredTo: "", duplicateOf: "" };
    const day = later(50).toISOString().slice(0, 10);
    const { version } = planned;
    const plan = { ...move, reportId: planned.id, version, to: "planned", plannedFor: day } as const;
    expect(await moveReport(actors.official as Actor, plan)).toMatchObject({ ok: true });
    await fix(fixed.id);
    await hideReport(actors.moderator as Actor, { reportId: hidden.id, hidden: true, reason: "no" });
    await db().report.update({ where: { id: orphan.id }, data: { reporterId: null } });
    await askQuiet(system, later(40));
    expect(
      await db().report.count({
        where: { id: { in: [fixed.id, hidden.id, orphan.id, planned.id] }, stillAskedAt: { not: null } },
      }),
    ).toBe(0);
    await askQuiet(system, later(60));
    expect(await row(planned.id)).toMatchObject({ stillAskedAt: expect.any(Date) });
  });

  test("still there is said in public, once; gone closes it; don't know changes nothing", async () => {
    reporter = await person();
    const { id, ref } = await publicReport(reporter);
    const token = answerToken({ kind: "still", personId: reporter.id, aboutId: id, askedAt: new Date() });
    const events = () => db().reportEvent.count({ where: { reportId: id, isPublic: true } });
    const before = await events();
    expect(await answerStillByLink(anonymous, { token, answer: "unknown" })).toEqual(accepted(ref));
    expect(await events()).toBe(before);
    // The word of a link is exact to the second.
    await db().report.update({ where: { id }, data: { stillAskedAt: new Date() } });
    for (let press = 0; press < 2; press++)
      expect(await answerStill(reporter, { reportId: id, answer: "still" })).toEqual(accepted(ref));
    expect(await events()).toBe(before + 1);
    expect((await findPublicReport(ref, anonymous))?.story.at(-1)).toMatchObject({ kind: "still_there" });
    expect(await answerStill(citizen, { reportId: id, answer: "still" })).toEqual(refused("forbidden"));
    expect(await answerStillByLink(anonymous, { token, answer: "gone" })).toEqual(accepted(ref));
    expect(await row(id)).toMatchObject({ status: "fixed" });
    expect(await answerStillByLink(anonymous, { token, answer: "still" })).toEqual(refused("moved_on"));
    expect(await findQuestion(token)).toMatchObject({ kind: "still", isOver: true });
  });
});
