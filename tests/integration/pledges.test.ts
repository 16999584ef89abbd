import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, PersonActor } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import {
  correctAssessment,
  discardDraft,
  draftAssessment,
  keepReply,
  publishAssessment,
  sendBack,
  submitForReview,
} from "@/lib/pledges/commands";
import { publishMandate, setPledge } from "@/lib/pledges/mandate-commands";
import { mandatePage, pledgeBoard, pledgePage } from "@/lib/pledges/queries";
import { staffAssessment, staffBoard, staffMandate, staffPledge } from "@/lib/pledges/staff-queries";
import { METHOD_VERSION } from "@/lib/pledges/status";
import {
  assessmentInput,
  day,
  mandateOf,
  pledgeInput,
  publishedAssessment,
  publishedSix,
  reading,
  value,
} from "../support/pledges";
import { everybody, person } from "../support/world";

let people: Record<string, Actor>;
let one: PersonActor;
let two: PersonActor;
/** The six of Prishtina, published. */
let six: Awaited<ReturnType<typeof publishedSix>>;
const pledge = (slot: number) => {
  const found = six.find((row) => row.slot === slot);
  if (!found) throw new Error(`no pledge ${slot}`);
  return found;
};

beforeAll(async () => {
  people = await everybody();
  one = await person({ role: "editor" });
  two = await person({ role: "editor" });
  six = await publishedSix(one, "prishtina");
});

/** Everybody but editors. */
const others = () => Object.entries(people).filter(([name]) => name !== "editor");

describe("the six of a mandate", () => {
  test("are written and published by editors alone", async () => {
    const { id } = await mandateOf("peja");
    for (const [name, actor] of others()) {
      expect([name, await setPledge(actor, pledgeInput(id, 1))]).toEqual([name, { ok: false, error: "forbidden" }]);
      expect([name, await publishMandate(actor, id)]).toEqual([name, { ok: false, error: "forbidden" }]);
    }
    expect(await db().pledge.count({ where: { mandateId: id } })).toBe(0);
  });

  test("are six: not five, and never a seventh", async () => {
    const { id } = await mandateOf("gjilan");
    for (const slot of [1, 2, 3, 4, 5]) value(await setPledge(one, pledgeInput(id, slot)));
    expect(await publishMandate(one, id)).toEqual({ ok: false, error: "six_pledges" });
    for (const slot of [0, 7, 1.5, -1])
      expect(await setPledge(one, pledgeInput(id, slot))).toEqual({ ok: false, error: "six_pledges" });
    value(await setPledge(one, pledgeInput(id, 6, { textSr: "" })));
    expect(await publishMandate(one, id)).toEqual({ ok: false, error: "translation_missing" });
    value(await setPledge(one, pledgeInput(id, 6)));
    value(await publishMandate(one, id));
    expect(await publishMandate(one, id)).toEqual({ ok: false, error: "mandate_published" });
    expect(await setPledge(one, pledgeInput(id, 2, { measureEn: "" }))).toEqual({
      ok: false,
      error: "translation_missing",
      fields: { measureEn: "translation_missing" },
    });
  });

  test("every wording is kept in the record, and frozen once a rating of it is public", async () => {
    value(await setPledge(one, pledgeInput(pledge(6).mandateId, 6, { textEn: "Pledge six, anew" })));
    const record = await db().auditEvent.findMany({
      where: { subject: `pledge:${pledge(6).id}` },
      orderBy: { at: "asc" },
    });
    expect(record.at(-1)).toMatchObject({
      actorId: one.id,
      action: "pledge.write",
      data: { before: { textEn: "Pledge 6" }, after: { textEn: "Pledge six, anew" } },
    });
    await publishedAssessment(one, two, pledge(6).id);
    const moved = pledgeInput(pledge(6).mandateId, 6, { measureSq: "Më pak" });
    expect(await setPledge(one, moved)).toEqual({ ok: false, error: "pledge_frozen" });
    await expect(db().pledge.update({ where: { id: pledge(6).id }, data: { measureSq: "Më pak" } })).rejects.toThrow(
      /stays as it was/,
    );
  });

  test("a mandate or pledge that isn't there", async () => {
    const nowhere = crypto.randomUUID();
    expect(await setPledge(one, pledgeInput(nowhere, 1))).toEqual({ ok: false, error: "not_found" });
    expect(await publishMandate(one, nowhere)).toEqual({ ok: false, error: "not_found" });
    expect(await draftAssessment(one, { pledgeId: nowhere }, assessmentInput())).toEqual({
      ok: false,
      error: "not_found",
    });
    expect(await submitForReview(one, nowhere)).toEqual({ ok: false, error: "not_found" });
  });
});

describe("an assessment", () => {
  test("is nobody's business but the editors'", async () => {
    const waiting = value(await draftAssessment(one, { pledgeId: pledge(1).id }, assessmentInput(), true)).id;
    const publicId = await publishedAssessment(one, two, pledge(2).id);
    for (const [name, actor] of others()) {
      const answers = [
        await draftAssessment(actor, { pledgeId: pledge(1).id }, assessmentInput()),
        await draftAssessment(actor, { assessmentId: waiting }, assessmentInput()),
        await submitForReview(actor, waiting),
        await discardDraft(actor, waiting),
        await sendBack(actor, { ...(await reading(waiting)), note: "No" }),
        await publishAssessment(actor, await reading(waiting)),
        await correctAssessment(actor, publicId),
        await keepReply(actor, { assessmentId: publicId, text: "We did it", language: "en" }),
      ];
      expect([name, answers]).toEqual([name, answers.map(() => ({ ok: false, error: "forbidden" }))]);
      const reads = [
        await staffBoard(actor),
        await staffMandate(actor, pledge(1).mandateId),
        await staffPledge(actor, pledge(1).id),
        await staffAssessment(actor, waiting),
      ];
      if (name === "admin") {
        expect(reads.every((read) => read !== null)).toBe(true);
        expect(await staffAssessment(actor, waiting)).toMatchObject({ mayChange: false, mayReview: false });
        expect((await staffBoard(actor))?.waiting).toEqual([]);
      } else expect([name, reads]).toEqual([name, [null, null, null, null]]);
    }
    await discardDraft(one, waiting);
  });

  test("goes from one editor through another to the public, with its evidence and the method's version", async () => {
    const { id } = value(await draftAssessment(one, { pledgeId: pledge(1).id }, assessmentInput({ evidence: [] })));
    expect(await publishAssessment(two, await reading(id))).toEqual({ ok: false, error: "not_submitted" });
    expect(await submitForReview(one, id)).toMatchObject({ ok: false, error: "evidence_missing" });
    value(await draftAssessment(one, { assessmentId: id }, assessmentInput({ findingSr: "" })));
    expect(await submitForReview(one, id)).toEqual({
      ok: false,
      error: "translation_missing",
      fields: { findingSr: "translation_missing" },
    });
    value(await draftAssessment(one, { assessmentId: id }, assessmentInput()));
    value(await submitForReview(one, id));
    expect(await publishAssessment(one, await reading(id))).toEqual({ ok: false, error: "own_assessment" });
    expect(await sendBack(one, { ...(await reading(id)), note: "x" })).toEqual({ ok: false, error: "own_assessment" });
    expect((await staffBoard(two))?.waiting.map((row) => row.id)).toContain(id);
    expect((await staffBoard(one))?.waiting.map((row) => row.id)).not.toContain(id);

    value(await sendBack(two, { ...(await reading(id)), note: "Which contract?" }));
    expect(await staffAssessment(one, id)).toMatchObject({ stage: "sent_back", reviewNote: "Which contract?" });
    expect((await staffBoard(one))?.waiting.map((row) => row.id)).toContain(id);
    expect((await pledgePage("prishtina", 1, "2025"))?.assessments).toEqual([]);

    value(await draftAssessment(one, { assessmentId: id }, assessmentInput({ findingEn: "Contract 12" }), true));
    value(await publishAssessment(two, await reading(id)));
    expect(await publishAssessment(two, await reading(id))).toEqual({ ok: false, error: "already_published" });
    expect(await draftAssessment(one, { assessmentId: id }, assessmentInput())).toEqual({
      ok: false,
      error: "already_published",
    });
    expect(await discardDraft(one, id)).toEqual({ ok: false, error: "already_published" });

    const page = await pledgePage("prishtina", 1, "2025");
    expect(page).toMatchObject({
      pledge: { status: "initiated", asOf: day("2026-06-30") },
      assessments: [
        {
          finding: { en: "Contract 12" },
          methodVersion: METHOD_VERSION,
          evidence: [{ title: "Contract", publisher: "Municipality" }],
          corrects: null,
          correctedBy: null,
        },
      ],
    });
    // Roles are told, not persons.
    for (const secret of [one.id, two.id, one.email, two.email, "Which contract?"])
      expect(JSON.stringify(page)).not.toContain(secret);
    const actions = await db().auditEvent.findMany({ where: { subject: `assessment:${id}` }, orderBy: { at: "asc" } });
    expect(actions.map(({ action, actorId }) => [action, actorId === two.id ? "two" : "one"])).toEqual([
      ["assessment.draft", "one"],
      ["assessment.draft", "one"],
      ["assessment.draft", "one"],
      ["assessment.submit", "one"],
      ["assessment.send_back", "two"],
      ["assessment.draft", "one"],
      ["assessment.submit", "one"],
      ["assessment.publish", "two"],
    ]);
  });

  test("is changed by its author alone, and what was changed meanwhile isn't published unread", async () => {
    const { id } = value(await draftAssessment(one, { pledgeId: pledge(3).id }, assessmentInput(), true));
    expect(await draftAssessment(two, { assessmentId: id }, assessmentInput())).toEqual({
      ok: false,
      error: "forbidden",
    });
    const read = await reading(id);
    value(await draftAssessment(one, { assessmentId: id }, assessmentInput({ status: "fulfilled" }), true));
    expect(await publishAssessment(two, read)).toEqual({ ok: false, error: "stale" });
    value(await publishAssessment(two, await reading(id)));
  });

  test("that is sent to review incomplete keeps nothing of it", async () => {
    const before = await db().assessment.count();
    expect(
      await draftAssessment(one, { pledgeId: pledge(3).id }, assessmentInput({ evidence: [] }), true),
    ).toMatchObject({ ok: false, error: "evidence_missing" });
    expect(await db().assessment.count()).toBe(before);
  });

  test("speaks of days within the mandate that have been", async () => {
    for (const asOf of [day("2025-10-11"), day("2999-01-01")])
      expect(await draftAssessment(one, { pledgeId: pledge(3).id }, assessmentInput({ asOf }))).toMatchObject({
        ok: false,
        error: "as_of_range",
      });
  });

  test("says broken only with a dated source that has a link, until the mandate is over", async () => {
    const broken = assessmentInput({ status: "broken" });
    const subject = { pledgeId: pledge(4).id };
    expect(await draftAssessment(one, subject, broken, true)).toEqual({
      ok: false,
      error: "broken_source",
      fields: { status: "broken_source" },
    });
    const after = await draftAssessment(one, subject, broken, true, day("2029-11-01"));
    expect(after.ok).toBe(true);
    const [evidence] = broken.evidence;
    if (!evidence) throw new Error("no evidence");
    const sourced = { ...broken, evidence: [{ ...evidence, url: "https://example.org/decision" }] };
    const { id } = value(await draftAssessment(one, subject, sourced, true));
    value(await publishAssessment(two, await reading(id)));
    expect((await mandatePage("prishtina", "2025"))?.pledges[3]).toMatchObject({ slot: 4, status: "broken" });
  });

  test("waits for its mandate to be published", async () => {
    const { id: mandateId } = await mandateOf("ferizaj");
    const { id: pledgeId } = value(await setPledge(one, pledgeInput(mandateId, 1)));
    const { id } = value(await draftAssessment(one, { pledgeId }, assessmentInput(), true));
    expect(await publishAssessment(two, await reading(id))).toEqual({ ok: false, error: "six_pledges" });
    expect(await pledgePage("ferizaj", 1, "2025")).toBeNull();
  });
});

describe("a correction", () => {
  test("is a new assessment by two people that names the one it corrects; both stay", async () => {
    const wrong = await publishedAssessment(one, two, pledge(5).id, { status: "fulfilled" });
    const { id } = value(await correctAssessment(two, wrong));
    expect(value(await correctAssessment(two, wrong)).id).toBe(id);
    expect(await db().evidence.count({ where: { assessmentId: id } })).toBe(1);
    value(await draftAssessment(two, { assessmentId: id }, assessmentInput({ status: "partially_fulfilled" }), true));
    expect(await publishAssessment(two, await reading(id))).toEqual({ ok: false, error: "own_assessment" });
    value(await publishAssessment(one, await reading(id)));
    expect(await correctAssessment(one, wrong)).toEqual({ ok: false, error: "corrected_already" });

    const page = await pledgePage("prishtina", 5, "2025");
    expect(page?.pledge.status).toBe("partially_fulfilled");
    expect(page?.assessments).toMatchObject([
      { id, status: "partially_fulfilled", corrects: wrong, correctedBy: null },
      { id: wrong, status: "fulfilled", corrects: null, correctedBy: id },
    ]);
  });

  test("of a draft there is none; of two at once one is published", async () => {
    const { id: draftId } = value(await draftAssessment(one, { pledgeId: pledge(5).id }, assessmentInput()));
    expect(await correctAssessment(two, draftId)).toEqual({ ok: false, error: "not_found" });
    const wrong = await publishedAssessment(one, two, pledge(3).id, { asOf: day("2026-07-31") });
    const first = value(await correctAssessment(one, wrong)).id;
    const second = value(await correctAssessment(two, wrong)).id;
    value(await submitForReview(one, first));
    value(await submitForReview(two, second));
    const answers = await Promise.all([
      publishAssessment(two, await reading(first)),
      publishAssessment(one, await reading(second)),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: "corrected_already" }]);
  });
});

test("the mayor's reply is kept whole beside what is public", async () => {
  const id = await publishedAssessment(one, two, pledge(2).id, { asOf: day("2026-08-31") });
  const { id: draftId } = value(await draftAssessment(one, { pledgeId: pledge(2).id }, assessmentInput()));
  const text = "First line.\n\nSecond line, with <b>signs</b>.";
  expect(await keepReply(one, { assessmentId: draftId, text, language: "en" })).toEqual({
    ok: false,
    error: "not_found",
  });
  value(await keepReply(one, { assessmentId: id, text, language: "en" }));
  const page = await pledgePage("prishtina", 2, "2025");
  expect(page?.assessments.find((row) => row.id === id)?.replies).toMatchObject([{ text, language: "en" }]);
});

describe("the board", () => {
  test("shows seven municipalities; mandates without six written pledges show none", async () => {
    const board = await pledgeBoard();
    expect(board.rows).toHaveLength(7);
    expect(board.shown).toMatchObject({ key: "2025", sample: false });
    const prizren = board.rows.find(({ municipality }) => municipality.slug === "prizren");
    expect(prizren).toMatchObject({ mandate: { mayorName: "Shaqir Totaj", published: false }, pledges: [] });
    const ferizaj = board.rows.find(({ municipality }) => municipality.slug === "ferizaj");
    expect(ferizaj?.pledges).toEqual([]);
    const prishtina = board.rows.find(({ municipality }) => municipality.slug === "prishtina");
    expect(prishtina?.pledges.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("outside demonstration mode there are no samples", async () => {
    await db().mandate.create({
      data: {
        municipalityId: "peja",
        key: "sample",
        fromDate: day("2025-10-12"),
        toDate: day("2029-10-12"),
        source: "–",
        sample: true,
      },
    });
    expect((await pledgeBoard("sample")).shown.key).toBe("2025");
    expect((await pledgeBoard()).links.map(({ key }) => key)).toEqual(["2025"]);
    expect(await mandatePage("peja", "sample")).toBeNull();
    expect(await mandatePage("nowhere")).toBeNull();
  });
});

describe("the database itself refuses", () => {
  const refused = (work: PromiseLike<unknown>, why: RegExp) => expect(work).rejects.toThrow(why);
  const row = () => ({
    pledgeId: pledge(1).id,
    status: "initiated" as const,
    asOf: day("2026-06-30"),
    findingSq: "x",
    findingSr: "x",
    findingEn: "x",
    authorId: one.id,
    methodVersion: METHOD_VERSION,
  });

  test("one person as author and reviewer", async () => {
    await refused(db().assessment.create({ data: { ...row(), reviewerId: one.id } }), /assessment_two_people/);
  });

  test("a publication without a second person, without evidence", async () => {
    const now = new Date();
    await refused(
      db().assessment.create({ data: { ...row(), submittedAt: now, publishedAt: now } }),
      /assessment_reviewed/,
    );
    await refused(
      db().assessment.create({ data: { ...row(), reviewerId: two.id, submittedAt: now, publishedAt: now } }),
      /at least one piece of evidence/,
    );
  });

  test("a change of a published assessment, of its evidence, of a reply, and their deletion", async () => {
    const id = await publishedAssessment(one, two, pledge(1).id, { asOf: day("2026-09-30") });
    value(await keepReply(one, { assessmentId: id, text: "Our word", language: "en" }));
    const other = value(await draftAssessment(one, { pledgeId: pledge(1).id }, assessmentInput())).id;
    await refused(db().assessment.update({ where: { id }, data: { status: "fulfilled" } }), /never changed/);
    await refused(db().assessment.update({ where: { id }, data: { publishedAt: null } }), /never changed/);
    await refused(db().$executeRaw`delete from assessment where id = ${id}::uuid`, /never changed|foreign key/);
    const stays = /stays as it was/;
    await refused(db().evidence.updateMany({ where: { assessmentId: id }, data: { title: "Other" } }), stays);
    await refused(db().evidence.deleteMany({ where: { assessmentId: id } }), stays);
    await refused(db().evidence.updateMany({ where: { assessmentId: other }, data: { assessmentId: id } }), stays);
    await refused(
      db().evidence.create({ data: { assessmentId: id, kind: "link", title: "Late", publisher: "x" } }),
      stays,
    );
    await refused(db().mayorReply.updateMany({ where: { assessmentId: id }, data: { text: "" } }), /append-only/);
    await refused(db().mayorReply.deleteMany({ where: { assessmentId: id } }), /append-only/);
    await refused(db().mayorReply.create({ data: { assessmentId: other, text: "x", language: "en" } }), /published/);
  });

  test("a correction of another pledge's assessment", async () => {
    const id = await publishedAssessment(one, two, pledge(2).id, { asOf: day("2026-09-30") });
    await refused(db().assessment.create({ data: { ...row(), correctsId: id } }), /same pledge/);
  });

  test("a seventh pledge, a second one in a slot, a pledge less", async () => {
    const { slot: _, mandateId, ...input } = pledgeInput(pledge(1).mandateId, 7);
    await refused(db().pledge.create({ data: { ...input, mandateId, slot: 7 } }), /pledge_six/);
    await refused(db().pledge.create({ data: { ...input, mandateId, slot: 3 } }), /[Uu]nique/);
    const { id } = await mandateOf("gjilan");
    await refused(db().pledge.delete({ where: { mandateId_slot: { mandateId: id, slot: 5 } } }), /exactly six pledges/);
  });

  test("the publication of a mandate with five, and its being taken back", async () => {
    const { id } = await mandateOf("prizren");
    for (const slot of [1, 2, 3, 4, 5]) value(await setPledge(one, pledgeInput(id, slot)));
    await refused(db().mandate.update({ where: { id }, data: { publishedAt: new Date() } }), /exactly six pledges/);
    const published = await mandateOf("prishtina");
    await refused(db().mandate.update({ where: { id: published.id }, data: { publishedAt: null } }), /stays published/);
  });

  test("a sample with a mayor's name, a sample that turns real, two active mandates", async () => {
    const mandate = {
      municipalityId: "mitrovica",
      fromDate: day("2025-10-12"),
      toDate: day("2029-10-12"),
      source: "–",
    };
    await refused(
      db().mandate.create({ data: { ...mandate, key: "sample", sample: true, mayorName: "Somebody" } }),
      /mandate_sample_unnamed/,
    );
    const sample = await db().mandate.create({ data: { ...mandate, key: "sample", sample: true } });
    await refused(db().mandate.update({ where: { id: sample.id }, data: { sample: false } }), /sample or real/);
    await refused(db().mandate.create({ data: { ...mandate, key: "2029", active: true } }), /[Uu]nique/);
    await refused(
      db().mandate.create({ data: { ...mandate, key: "1999", fromDate: day("2029-10-13") } }),
      /mandate_dates/,
    );
  });
});
