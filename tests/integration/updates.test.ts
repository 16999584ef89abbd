import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, PersonActor } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { readPhoto } from "@/lib/photos/keep";
import { followReport, supportReport } from "@/lib/reports/citizen-commands";
import { answerReport, hideReport, moveReport } from "@/lib/reports/desk-commands";
import { answerFix } from "@/lib/reports/feedback-commands";
import { dismissFlags, flag } from "@/lib/reports/flag-commands";
import { listFlagged } from "@/lib/reports/flag-queries";
import { tellFollowers } from "@/lib/reports/jobs";
import { correctReport, hideName, restoreReport, withdrawReport } from "@/lib/reports/own-commands";
import { findHiddenReport, findPublicReport, findWithdrawn } from "@/lib/reports/queries";
import { addUpdate, hideUpdate } from "@/lib/reports/update-commands";
import { phonePhoto } from "../support/images";
import { everybody, person, publicReport } from "../support/world";

let actors: Record<string, Actor>;
let citizen: PersonActor;
let moderator: Actor;
let reporter: PersonActor;
const anonymous: Actor = { kind: "anonymous" };
beforeAll(async () => {
  actors = await everybody();
  citizen = actors.citizen as PersonActor;
  moderator = actors.moderator as Actor;
});

const ok = { ok: true, value: undefined };
const refused = (error: string) => ({ ok: false, error });
const row = (id: string) => db().report.findUniqueOrThrow({ where: { id } });

async function filed() {
  reporter = await person();
  return publicReport(reporter);
}

/** The last thing the public reads of a report. */
const last = async (ref: string) => (await findPublicReport(ref, anonymous))?.story.at(-1);

describe("an update", () => {
  test("is public at once from everybody confirmed, but not from the municipality's own people", async () => {
    const { id, ref } = await filed();
    for (const [name, actor] of Object.entries({ ...actors, reporter })) {
      const said = await addUpdate(actor, { reportId: id, text: `Seen by ${name}.` });
      const outside = ["anonymous", "system", "official", "manager"].includes(name);
      expect(said, name).toEqual(outside ? refused("forbidden") : ok);
      if (outside) continue;
      expect(await last(ref), name).toMatchObject({
        kind: "comment",
        text: `Seen by ${name}.`,
        actorKind: "citizen",
        byReporter: name === "reporter",
      });
    }
    // It is no answer of the municipality, and whoever added follows from then on.
    expect(await row(id)).toMatchObject({ status: "open", firstResponseAt: null });
    expect(await db().follow.count({ where: { reportId: id } })).toBe(6);
    expect(JSON.stringify(await findPublicReport(ref, anonymous))).not.toContain(citizen.id);
  });

  test("may be a photo alone, without its metadata; empty it is refused", async () => {
    const { id, ref } = await filed();
    expect(await addUpdate(citizen, { reportId: id, text: "" })).toEqual({
      ...refused("required"),
      fields: { text: "required" },
    });
    const broken = await addUpdate(citizen, { reportId: id, text: "" }, Buffer.from("not a photo"));
    expect(broken).toEqual({ ...refused("photo_not_image"), fields: { photo: "photo_not_image" } });
    expect(await addUpdate(citizen, { reportId: id, text: "" }, await phonePhoto({ width: 800, height: 600 }))).toEqual(
      ok,
    );
    const entry = await last(ref);
    expect(entry).toMatchObject({ text: null, photos: [{ role: "update", width: 800 }] });
    const bytes = await readPhoto(entry?.photos[0]?.id ?? "", "large", { municipalities: [], staff: false });
    expect(bytes?.isPublic).toBe(true);
    expect(bytes?.bytes.includes("Telephone")).toBe(false);
  });

  test("followers are told once, whoever wrote it isn't, nor anybody of what was hidden before", async () => {
    const { id, ref } = await filed();
    await addUpdate(citizen, { reportId: id, text: "It grew." });
    const event = await db().reportEvent.findFirstOrThrow({ where: { reportId: id, kind: "comment" } });
    await tellFollowers({ eventId: event.id });
    await tellFollowers({ eventId: event.id });
    const mails = (email: string | null) =>
      db().outboundMail.findMany({ where: { toAddress: email ?? "", text: { contains: ref } } });
    expect(await mails(reporter.email)).toMatchObject([{ text: expect.stringContaining("> It grew.") }]);
    expect((await mails(citizen.email)).filter(({ text }) => text.includes("It grew."))).toEqual([]);
    await addUpdate(citizen, { reportId: id, text: "Abuse." });
    const abuse = await db().reportEvent.findFirstOrThrow({ where: { reportId: id, text: "Abuse." } });
    await hideUpdate(moderator, { eventId: abuse.id, hidden: true, reason: "abuse" });
    await tellFollowers({ eventId: abuse.id });
    expect(await mails(reporter.email)).toHaveLength(1);
  });

  test("nobody adds to a hidden report, and nobody more than ten an hour", async () => {
    const { id } = await filed();
    const busy = await person();
    for (let i = 0; i < 10; i++) expect(await addUpdate(busy, { reportId: id, text: `${i}` })).toEqual(ok);
    expect(await addUpdate(busy, { reportId: id, text: "11" })).toEqual(refused("too_many"));
    await hideReport(moderator, { reportId: id, hidden: true, reason: "no" });
    expect(await addUpdate(citizen, { reportId: id, text: "Still." })).toEqual(refused("not_found"));
  });

  test("a moderator hides its words and photos; the story says so; nothing is lost", async () => {
    const { id, ref } = await filed();
    await addUpdate(
      citizen,
      { reportId: id, text: "The mayor is a fool." },
      await phonePhoto({ width: 400, height: 300 }),
    );
    const entry = await last(ref);
    const eventId = entry?.id ?? "";
    const photoId = entry?.photos[0]?.id ?? "";
    for (const [name, actor] of Object.entries({ ...actors, reporter })) {
      if (name === "moderator" || name === "admin") continue;
      expect(await hideUpdate(actor, { eventId, hidden: true, reason: "no" }), name).toEqual(refused("forbidden"));
    }
    expect(await hideUpdate(moderator, { eventId, hidden: true, reason: "abuse" })).toMatchObject({ ok: true });
    expect(await last(ref)).toMatchObject({ id: eventId, hidden: true, text: null, photos: [] });
    expect(await readPhoto(photoId, "thumb", { municipalities: [], staff: false })).toBeUndefined();
    expect(await readPhoto(photoId, "thumb", { municipalities: [], staff: true })).toMatchObject({ isPublic: false });
    expect(await hideUpdate(moderator, { eventId, hidden: false, reason: "" })).toMatchObject({ ok: true });
    expect(await last(ref)).toMatchObject({ hidden: false, text: "The mayor is a fool.", photos: [{ id: photoId }] });
  });

  test("what a municipality said can't be hidden so, neither by the command nor in the database", async () => {
    const { id, version } = await filed();
    await answerReport(actors.official as Actor, { reportId: id, version, text: "We come." });
    const answer = await db().reportEvent.findFirstOrThrow({ where: { reportId: id, kind: "answer" } });
    expect(await hideUpdate(moderator, { eventId: answer.id, hidden: true, reason: "no" })).toEqual(
      refused("not_found"),
    );
    await expect(db().eventHiding.create({ data: { eventId: answer.id } })).rejects.toThrow();
  });
});

describe("a flag", () => {
  test("is one a person and thing, from everybody confirmed; moderators alone read it", async () => {
    const { id } = await filed();
    const bad = { reportId: id, reason: "abuse", text: "Names a neighbour." } as const;
    for (const [name, actor] of Object.entries(actors)) {
      const expected = ["anonymous", "system"].includes(name) ? refused("forbidden") : ok;
      expect(await flag(actor, bad), name).toEqual(expected);
      expect(await flag(actor, bad), name).toEqual(expected);
    }
    expect(await db().flag.count({ where: { reportId: id } })).toBe(7);
    for (const [name, actor] of Object.entries({ ...actors, reporter })) {
      const listed = (await listFlagged(actor)).filter(({ report }) => report.id === id);
      expect(listed.length, name).toBe(name === "moderator" || name === "admin" ? 1 : 0);
    }
    const [thing] = (await listFlagged(moderator)).filter(({ report }) => report.id === id);
    expect(thing?.flags).toHaveLength(7);
    expect(thing?.flags[0]).toMatchObject({ reason: "abuse", text: "Names a neighbour." });
    // The report itself stands as it was.
    expect(await row(id)).toMatchObject({ hiddenAt: null, version: 2 });
  });

  test("of an update stands beside its words; hiding it, or seeing nothing wrong, ends it", async () => {
    const { id, ref } = await filed();
    await addUpdate(citizen, { reportId: id, text: "Fools." });
    const eventId = (await last(ref))?.id ?? "";
    const mine = async () => (await listFlagged(moderator)).filter(({ report }) => report.id === id);
    await flag(reporter, { reportId: id, eventId, reason: "abuse", text: "" });
    await flag(reporter, { reportId: id, reason: "false_claim", text: "" });
    expect(await mine()).toHaveLength(2);
    expect((await mine()).find(({ update }) => update)).toMatchObject({ update: { id: eventId, text: "Fools." } });
    expect(await dismissFlags(citizen, { reportId: id, eventId: null })).toEqual(refused("forbidden"));
    expect(await dismissFlags(moderator, { reportId: id, eventId: null })).toEqual(ok);
    expect(await mine()).toMatchObject([{ update: { id: eventId } }]);
    await hideUpdate(moderator, { eventId, hidden: true, reason: "abuse" });
    expect(await mine()).toEqual([]);
    // A flag that was looked at isn't raised again by the same person.
    await flag(reporter, { reportId: id, reason: "abuse", text: "again" });
    expect(await mine()).toEqual([]);
  });

  test("what the public doesn't see, or what a municipality said, can't be flagged", async () => {
    const { id, version } = await filed();
    await answerReport(actors.official as Actor, { reportId: id, version, text: "We come." });
    const answer = await db().reportEvent.findFirstOrThrow({ where: { reportId: id, kind: "answer" } });
    const wrong = { reportId: id, reason: "abuse", text: "" } as const;
    expect(await flag(citizen, { ...wrong, eventId: answer.id })).toEqual(refused("not_found"));
    await flag(citizen, wrong);
    await hideReport(moderator, { reportId: id, hidden: true, reason: "so it is" });
    expect(await flag(await person(), wrong)).toEqual(refused("not_found"));
    expect((await listFlagged(moderator)).filter(({ report }) => report.id === id)).toEqual([]);
  });
});

describe("one's own report", () => {
  const hour = 3600 * 1000;

  test("its words are corrected within an hour, by its reporter alone; the earlier ones stay inside", async () => {
    const { id, ref } = await filed();
    const words = { reportId: id, title: "A hole before the school", details: "" };
    for (const [name, actor] of Object.entries(actors))
      expect(await correctReport(actor, words), name).toEqual(refused("forbidden"));
    for (let twice = 0; twice < 2; twice++)
      expect(await correctReport(reporter, words)).toEqual({ ok: true, value: { unseen: false } });
    const report = await findPublicReport(ref, anonymous);
    expect(report).toMatchObject({ title: words.title, details: "", correctedAt: expect.any(Date) });
    expect(JSON.stringify(report)).not.toContain("A deep hole");
    const kept = await db().reportEvent.findMany({ where: { reportId: id, kind: "corrected" } });
    expect(kept).toMatchObject([
      { isPublic: false, data: { title: "A deep hole before the school", details: "It is as wide as a wheel." } },
    ]);
    const late = new Date(Date.now() + hour + 1000);
    expect(await correctReport(reporter, { ...words, title: "Too late now" }, late)).toEqual(refused("hour_over"));
    expect(await row(id)).toMatchObject({ title: words.title });
  });

  test("its name is shown no longer, anywhere in public", async () => {
    const { id, ref } = await filed();
    expect(await findPublicReport(ref, anonymous)).toMatchObject({ reporterName: "Arta" });
    expect(await hideName(citizen, { reportId: id })).toEqual(refused("forbidden"));
    expect(await hideName(reporter, { reportId: id })).toEqual(ok);
    expect(await hideName(reporter, { reportId: id })).toEqual(ok);
    expect(JSON.stringify(await findPublicReport(ref, reporter))).not.toContain("Arta");
    expect(await db().reportEvent.count({ where: { reportId: id, kind: "name_hidden" } })).toBe(1);
  });

  test("withdrawn while it is theirs alone, it leaves the public view, and they can bring it back", async () => {
    const { id, ref, version } = await filed();
    await answerReport(actors.official as Actor, { reportId: id, version, text: "Which school?" });
    for (const [name, actor] of Object.entries(actors))
      expect(await withdrawReport(actor, { reportId: id }), name).toEqual(refused("forbidden"));
    expect(await withdrawReport(reporter, { reportId: id })).toEqual({ ok: true, value: "hidden" });
    expect(await findPublicReport(ref, reporter)).toBeNull();
    expect(await row(id)).toMatchObject({ isPublic: false, status: "open" });
    expect(await findWithdrawn(ref, anonymous)).toEqual({ ref, withdrawnAt: expect.any(Date), mine: null });
    expect(await findWithdrawn(ref, reporter)).toMatchObject({ mine: { id } });
    // Moderators don't undo what a citizen decided for themselves.
    expect(await findHiddenReport(moderator, ref)).toBeNull();
    expect(await hideReport(moderator, { reportId: id, hidden: false, reason: "" })).toEqual(refused("forbidden"));
    expect(await restoreReport(citizen, { reportId: id })).toEqual(refused("not_found"));
    expect(await restoreReport(reporter, { reportId: id })).toEqual(ok);
    expect(await findPublicReport(ref, anonymous)).toMatchObject({ ref, reporterName: null });
    expect(await findWithdrawn(ref, anonymous)).toBeNull();
    expect(await restoreReport(reporter, { reportId: id })).toEqual(refused("forbidden"));
  });

  test.each([
    ["somebody said me too", (id: string) => supportReport(citizen, { reportId: id })],
    ["somebody added to it", (id: string) => addUpdate(citizen, { reportId: id, text: "Here too." })],
  ])("withdrawn after %s it stays, without them", async (_, happen) => {
    const { id, ref } = await filed();
    expect(await happen(id)).toEqual(ok);
    expect(await withdrawReport(reporter, { reportId: id })).toEqual({ ok: true, value: "stays" });
    const report = await findPublicReport(ref, anonymous);
    expect(report).toMatchObject({ status: "open", reporterName: null, withdrawnAt: expect.any(Date) });
    expect(report?.story.at(-1)).toMatchObject({ kind: "withdrawn" });
    expect(await db().follow.count({ where: { reportId: id, personId: reporter.id } })).toBe(0);
    expect(await withdrawReport(reporter, { reportId: id })).toEqual(refused("move_unlawful"));
    expect(await restoreReport(reporter, { reportId: id })).toEqual(refused("forbidden"));
  });

  test("a fix that was denied can't be made to vanish, nor anything that is closed", async () => {
    const { id } = await filed();
    const move = {
      reportId: id,
      to: "fixed",
      text: "Filled.",
      referredTo: "",
      duplicateOf: "",
      plannedFor: undefined,
    } as const;
    const { version } = await row(id);
    expect(await moveReport(actors.official as Actor, { ...move, version })).toMatchObject({ ok: true });
    expect(await withdrawReport(reporter, { reportId: id })).toEqual(refused("move_unlawful"));
    await answerFix(reporter, { reportId: id, answer: "no", text: "It isn't." });
    expect(await withdrawReport(reporter, { reportId: id })).toEqual({ ok: true, value: "stays" });
  });

  test("hidden by moderators, its reporter doesn't bring it back", async () => {
    const { id } = await filed();
    await followReport(citizen, { reportId: id, follow: true });
    await withdrawReport(reporter, { reportId: id });
    await hideReport(moderator, { reportId: id, hidden: true, reason: "abuse" });
    expect(await restoreReport(reporter, { reportId: id })).toEqual(refused("forbidden"));
  });
});
