import { createHash } from "node:crypto";
import { solveChallenge } from "altcha-lib/v1";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { newChallenge } from "@/lib/limits/proof";
import { DRAFT_DAYS } from "@/lib/reports/drafts";
import { addQueuedPhoto, fileQueued } from "@/lib/reports/queue-commands";
import { type QueuedReport, queuedReportSchema, queueKeySchema } from "@/lib/reports/queue-schema";
import { phonePhoto } from "../support/images";
import { inside, person } from "../support/world";

let made = 0;
const key = () => ({ id: uuidv7(), secret: `secret-of-a-device-${String(++made).padStart(20, "0")}` });
const ip = "10.9.0.1";
const sha = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

const entry = (data: QueuedReport["data"] = {}, photos: string[] = []): QueuedReport =>
  queuedReportSchema.parse({
    locale: "sr",
    photos,
    data: {
      ...inside.prishtina,
      categoryId: "potholes",
      title: "A deep hole before the school",
      email: "queued@example.com",
      ...data,
    },
  });

const reportsOf = (id: string) =>
  db().report.findMany({ where: { sourceKey: `draft:${id}` }, include: { photos: true } });

test("an entry becomes one report with its photos in their order, however often and from wherever it is sent", async () => {
  const one = key();
  const [first, second] = await Promise.all([
    phonePhoto({ width: 90, height: 60, seed: 901 }),
    phonePhoto({ width: 90, height: 60, seed: 902 }),
  ]);
  for (const bytes of [first, second, first])
    expect(await addQueuedPhoto(anonymous, one, bytes, ip)).toEqual({ ok: true, value: { sha256: sha(bytes) } });
  const send = () => fileQueued(anonymous, one, entry({}, [sha(second), sha(first)]), ip);
  const answers = await Promise.all([send(), send(), send()]);
  answers.push(await send());
  const refs = new Set(answers.map((answer) => answer.ok && answer.value.ref));
  expect(refs.size).toBe(1);
  expect(answers.at(-1)).toMatchObject({
    ok: true,
    value: { state: "unconfirmed", email: "q•••@example.com", already: true },
  });
  const [report, ...more] = await reportsOf(one.id);
  expect(more).toEqual([]);
  expect(report).toMatchObject({ language: "sr", municipalityId: "prishtina", pendingEmail: "queued@example.com" });
  expect(report?.photos.sort((a, b) => a.position - b.position).map(({ sha256 }) => sha256)).toEqual([
    sha(second),
    sha(first),
  ]);
  expect(await db().outboundMail.count({ where: { dedupeKey: `confirm:${report?.id}` } })).toBe(1);
  // A photo that comes after the report is told to be there, and changes nothing.
  expect(
    await addQueuedPhoto(anonymous, one, await phonePhoto({ seed: 903, width: 60, height: 60 }), ip),
  ).toMatchObject({
    ok: true,
  });
  expect((await reportsOf(one.id))[0]?.photos).toHaveLength(2);
});

test("an entry whose draft has been forgotten since is still not filed twice", async () => {
  const one = key();
  const sent = await fileQueued(anonymous, one, entry(), ip);
  await db().reportDraft.delete({ where: { id: one.id } });
  expect(await fileQueued(anonymous, one, entry(), ip)).toEqual({
    ok: true,
    value: { ref: sent.ok && sent.value.ref, already: true },
  });
  expect(await reportsOf(one.id)).toHaveLength(1);
});

test("a photo that was taken out on the device goes; one that never came, or went with an old draft, is asked for", async () => {
  const one = key();
  const [kept, dropped] = [
    await phonePhoto({ seed: 904, width: 70, height: 50 }),
    await phonePhoto({ seed: 905, width: 70, height: 50 }),
  ];
  await addQueuedPhoto(anonymous, one, dropped, ip);
  expect(await fileQueued(anonymous, one, entry({}, [sha(kept)]), ip)).toEqual({ ok: false, error: "photo_missing" });
  await addQueuedPhoto(anonymous, one, kept, ip);
  // Weeks without network: the draft is opened anew.
  await db().reportDraft.update({ where: { id: one.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
  expect(await fileQueued(anonymous, one, entry({}, [sha(kept)]), ip)).toMatchObject({ ok: true });
  const [report] = await reportsOf(one.id);
  expect(report?.photos.map(({ sha256 }) => sha256)).toEqual([sha(kept)]);
  const draft = await db().reportDraft.findUniqueOrThrow({ where: { id: one.id } });
  expect(draft.expiresAt.getTime()).toBeGreaterThan(Date.now() + (DRAFT_DAYS - 1) * 24 * 3600 * 1000);
});

test("everything that is wrong is said at once, and nothing is filed", async () => {
  const wrong = async (data: QueuedReport["data"]) => {
    const one = key();
    const answer = await fileQueued(anonymous, one, entry(data), ip);
    expect(await reportsOf(one.id)).toEqual([]);
    return answer.ok ? {} : answer.fields;
  };
  expect(await wrong({ lat: undefined, title: "No", email: "nobody", categoryId: "nothing" })).toEqual({
    place: "place_missing",
    title: "too_short",
    email: "invalid_email",
  });
  expect(await wrong({ lat: 41.33, lon: 19.82 })).toEqual({ place: "outside" });
  expect(await wrong({ categoryId: "no-such-kind" })).toEqual({ categoryId: "category_missing" });
  expect(await wrong({ email: "" })).toEqual({ email: "required" });
  // The municipality doesn't take reports without an e-mail.
  expect(await wrong({ email: "", noEmail: true })).toEqual({ email: "required" });
});

test("what a kind asks besides is asked of the queue too, and its answers are kept", async () => {
  const question = await db().categoryQuestion.create({
    data: {
      categoryId: "noise",
      nameSq: "Kur?",
      nameSr: "Kada?",
      nameEn: "When?",
      kind: "text",
      required: true,
      position: 9,
    },
  });
  const one = key();
  const data = { categoryId: "noise", title: "Music until four" };
  expect(await fileQueued(anonymous, one, entry(data), ip)).toEqual({
    ok: false,
    error: "required",
    fields: { [`answer-${question.id}`]: "required" },
  });
  const sent = await fileQueued(anonymous, one, entry({ ...data, answers: { [question.id]: "At night" } }), ip);
  expect(sent).toMatchObject({ ok: true });
  expect(await db().reportAnswer.findMany({ where: { questionId: question.id }, select: { value: true } })).toEqual([
    { value: "At night" },
  ]);
});

test("what a program filled in is not taken, and somebody else's entry opens to nobody", async () => {
  const one = key();
  expect(await fileQueued(anonymous, one, { ...entry(), website: "x" }, ip)).toEqual({
    ok: false,
    error: "robot_suspected",
  });
  await fileQueued(anonymous, one, entry(), ip);
  await db().report.updateMany({ where: { sourceKey: `draft:${one.id}` }, data: { sourceKey: null } });
  const thief = { ...one, secret: key().secret };
  expect(await fileQueued(anonymous, thief, entry(), ip)).toEqual({ ok: false, error: "forbidden" });
  expect(await addQueuedPhoto(anonymous, thief, await phonePhoto({ width: 50, height: 50 }), ip)).toEqual({
    ok: false,
    error: "forbidden",
  });
});

test("whoever is signed in needs no e-mail, and the report is public at once", async () => {
  const one = key();
  const answer = await fileQueued(await person(), one, entry({ email: "" }), ip);
  expect(answer).toMatchObject({ ok: true, value: { state: "public", already: false } });
});

test("without an e-mail it brings a sum, and is told its private link again however often it asks", async () => {
  await db().municipality.update({ where: { slug: "prizren" }, data: { anonymousReports: true } });
  const data = { lat: 42.2139, lon: 20.7397, email: "", noEmail: true };
  const [hasty, one] = [key(), key()];
  expect(await fileQueued(anonymous, hasty, entry(data), ip)).toEqual({ ok: false, error: "wait_a_little" });
  const { algorithm, challenge, salt, signature, maxnumber } = await newChallenge();
  const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
  const proof = btoa(JSON.stringify({ algorithm, challenge, number: solution?.number, salt, signature }));
  const first = await fileQueued(anonymous, one, { ...entry(data), proof }, ip);
  expect(first).toMatchObject({ ok: true, value: { state: "look", already: false } });
  const again = await fileQueued(anonymous, one, { ...entry(data), proof }, ip);
  expect(again.ok && again.value.privateLink).toHaveLength(43);
  expect(again.ok && again.value.privateLink).toBe(first.ok && first.value.privateLink);
});

test("a device's ids and texts are looked at before anything is done with them", () => {
  expect(queueKeySchema.safeParse({ id: "019ab000-0000-4000-8000-000000000000", secret: key().secret }).success).toBe(
    false,
  );
  expect(queueKeySchema.safeParse({ id: uuidv7(), secret: "short" }).success).toBe(false);
  const rough = queuedReportSchema.parse({ locale: "sq", photos: [], data: { title: `a\0${"b".repeat(900)}` } });
  expect(rough.data.title).toHaveLength(500);
  expect(rough.data.title).not.toContain("\0");
  expect(queuedReportSchema.safeParse({ locale: "de", photos: [], data: {} }).success).toBe(false);
});
