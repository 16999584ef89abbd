import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, PersonActor } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { followReport, supportReport } from "@/lib/reports/citizen-commands";
import { hideReport } from "@/lib/reports/desk-commands";
import { answerStill } from "@/lib/reports/feedback-commands";
import { findHiddenReport, findPublicReport } from "@/lib/reports/queries";
import { everybody, person, publicReport } from "../support/world";

const signedIn = ["citizen", "official", "manager", "stranger", "editor", "moderator", "admin"];
let actors: Record<string, Actor>;
let reporter: PersonActor;
beforeAll(async () => {
  actors = await everybody();
  reporter = await person();
});

const ok = { ok: true, value: undefined };
const refused = (error: string) => ({ ok: false, error });
const row = (id: string) => db().report.findUniqueOrThrow({ where: { id } });

describe("following", () => {
  test("everybody who is signed in may, once; nobody else", async () => {
    const { id } = await publicReport(reporter);
    for (const [name, actor] of Object.entries(actors)) {
      const expected = signedIn.includes(name) ? ok : refused("forbidden");
      expect(await followReport(actor, { reportId: id, follow: true }), name).toEqual(expected);
      expect(await followReport(actor, { reportId: id, follow: true }), name).toEqual(expected);
    }
    expect(await db().follow.count({ where: { reportId: id } })).toBe(signedIn.length + 1);
    await followReport(actors.citizen as Actor, { reportId: id, follow: false });
    expect(await db().follow.count({ where: { reportId: id } })).toBe(signedIn.length);
  });

  test("a report that isn't public can't be followed or supported: nobody learns that it is there", async () => {
    const { id } = await publicReport(reporter);
    await hideReport(actors.moderator as Actor, { reportId: id, hidden: true, reason: "names a neighbour" });
    const citizen = actors.citizen as Actor;
    expect(await followReport(citizen, { reportId: id, follow: true })).toEqual(refused("not_found"));
    expect(await supportReport(citizen, { reportId: id })).toEqual(refused("not_found"));
    expect(await answerStill(citizen, { reportId: id, answer: "gone" })).toEqual(refused("not_found"));
    const nobody = "00000000-0000-7000-8000-000000000000";
    expect(await followReport(citizen, { reportId: nobody, follow: true })).toEqual(refused("not_found"));
    expect(await supportReport(citizen, { reportId: nobody })).toEqual(refused("not_found"));
  });
});

describe("me too", () => {
  test("counts each person once, never the reporter, and they follow from then on", async () => {
    const { id } = await publicReport(reporter);
    for (const [name, actor] of Object.entries(actors))
      expect(await supportReport(actor, { reportId: id }), name).toEqual(
        signedIn.includes(name) ? ok : refused("forbidden"),
      );
    await Promise.all([1, 2, 3].map(() => supportReport(actors.citizen as Actor, { reportId: id })));
    expect(await supportReport(reporter, { reportId: id })).toEqual(ok);
    expect(await row(id)).toMatchObject({ supportCount: signedIn.length });
    expect(await db().follow.count({ where: { reportId: id } })).toBe(signedIn.length + 1);
  });
});

describe("it is gone", () => {
  test("only its reporter may say so of an open report", async () => {
    const { id, ref } = await publicReport(reporter);
    await followReport(actors.citizen as Actor, { reportId: id, follow: true });
    for (const [name, actor] of Object.entries(actors))
      expect(await answerStill(actor, { reportId: id, answer: "gone" }), name).toEqual(refused("forbidden"));
    expect(await answerStill(reporter, { reportId: id, answer: "gone" })).toEqual({ ok: true, value: { ref } });
    const report = await findPublicReport(ref, reporter);
    expect(report).toMatchObject({ status: "fixed", viewer: { isReporter: true } });
    expect(report?.closedAt).not.toBeNull();
    expect(report?.story.at(-1)).toMatchObject({ statusTo: "fixed", actorKind: "citizen" });
    // The municipality did nothing: that isn't counted as its answer.
    expect(report?.firstResponseAt).toBeNull();
    expect(await answerStill(reporter, { reportId: id, answer: "gone" })).toEqual(refused("moved_on"));
  });
});

describe("a hidden report", () => {
  test("is found by moderators alone, who bring it back", async () => {
    const { id, ref } = await publicReport(reporter);
    for (const [name, actor] of Object.entries(actors)) {
      if (name === "moderator" || name === "admin") continue;
      expect(await hideReport(actor, { reportId: id, hidden: true, reason: "no" }), name).toEqual(refused("forbidden"));
    }
    const moderator = actors.moderator as Actor;
    expect(await findHiddenReport(moderator, ref)).toBeNull();
    expect(await hideReport(moderator, { reportId: id, hidden: true, reason: "names a neighbour" })).toEqual(ok);
    for (const [name, actor] of Object.entries({ ...actors, reporter })) {
      expect(await findPublicReport(ref, actor), name).toBeNull();
      const found = await findHiddenReport(actor, ref);
      if (name === "moderator" || name === "admin") expect(found, name).toMatchObject({ id, ref });
      else expect(found, name).toBeNull();
    }
    expect(await hideReport(moderator, { reportId: id, hidden: false, reason: "" })).toEqual(ok);
    expect(await findPublicReport(ref, reporter)).toMatchObject({ ref });
  });
});

test("whoever acts too often is asked to wait", async () => {
  const busy = await person();
  const { id } = await publicReport(reporter);
  for (let i = 0; i < 60; i++) await followReport(busy, { reportId: id, follow: i % 2 === 0 });
  expect(await followReport(busy, { reportId: id, follow: true })).toEqual(refused("too_many"));
});
