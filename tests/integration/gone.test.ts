import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor, PersonActor } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { followTarget } from "@/lib/follows/commands";
import { countFollows, listFollows } from "@/lib/follows/queries";
import { hideReport } from "@/lib/reports/desk-commands";
import { tellGone } from "@/lib/reports/gone-jobs";
import { restoreReport, withdrawReport } from "@/lib/reports/own-commands";
import { everybody, person, publicReport } from "../support/world";

let who: Record<string, Actor>;
beforeAll(async () => {
  who = await everybody();
});

let reporter: PersonActor & { email: string };
let followers: (PersonActor & { email: string })[];
let report: { id: string; ref: string };

beforeEach(async () => {
  reporter = await person();
  report = await publicReport(reporter, { title: "Arta Krasniqi parks here", name: "Besim", nameShown: true });
  followers = [await person(), await person()];
  for (const [index, cadence] of (["instant", "weekly"] as const).entries())
    await followTarget(followers[index] as Actor, { kind: "report", ref: report.ref }, cadence);
  await db().person.update({ where: { id: followers[1]?.id ?? "" }, data: { locale: "sr" } });
});

/** Does the queued work of a report that is gone. @returns how often it was queued */
async function work(): Promise<number> {
  const jobs = await db().$queryRaw<{ eventId: string }[]>`
    select payload->>'eventId' as "eventId" from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    join report_event e on e.id = (payload->>'eventId')::uuid
    where t.identifier = 'report_gone' and e.report_id = ${report.id}::uuid`;
  // Run twice and beside itself, it tells nobody twice.
  for (const job of jobs) await Promise.all([tellGone(job), tellGone(job)]);
  return jobs.length;
}

const goneMails = async () =>
  (
    await db().outboundMail.findMany({
      where: { dedupeKey: { startsWith: "gone:" }, OR: [reporter, ...followers].map((p) => ({ toAddress: p.email })) },
    })
  ).sort((a, b) => a.toAddress.localeCompare(b.toAddress));

/** Nobody follows it, and the page of everything one follows has nothing left of it. */
async function nobodyFollows(): Promise<void> {
  expect(await db().follow.count({ where: { reportId: report.id } })).toBe(0);
  for (const follower of followers) {
    expect(await listFollows(follower)).toEqual([]);
    expect(await countFollows(follower)).toBe(0);
  }
}

const neutral = (text: string) => {
  for (const word of ["Arta", "Besim", "parks here"]) expect(text).not.toContain(word);
};

describe("a report that leaves the public view", () => {
  test("withdrawn whole: its followers are told once, whatever their pace, and follow it no longer", async () => {
    expect(await withdrawReport(reporter, { reportId: report.id })).toEqual({ ok: true, value: "hidden" });
    expect(await work()).toBe(1);
    const mails = await goneMails();
    expect(mails.map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
      [followers[0]?.email, `Raportimi ${report.ref} u tërhoq`],
      [followers[1]?.email, `Prijava ${report.ref} je povučena`],
    ]);
    for (const { text, html } of mails) {
      neutral(text);
      neutral(html);
    }
    expect(mails[1]?.text).toContain("Praćenje se time završava");
    await nobodyFollows();
    // Brought back, its reporter follows it again; nobody else does without wanting to.
    expect(await restoreReport(reporter, { reportId: report.id })).toMatchObject({ ok: true });
    expect(await db().follow.findMany({ where: { reportId: report.id } })).toMatchObject([{ personId: reporter.id }]);
  });

  test("hidden by a moderator: followers and reporter are told that it isn't public any more, not why", async () => {
    const hide = { reportId: report.id, hidden: true, reason: "It names Arta." };
    expect(await hideReport(who.moderator as Actor, hide)).toMatchObject({ ok: true });
    expect(await work()).toBe(1);
    const mails = await goneMails();
    expect(mails).toHaveLength(3);
    for (const { text, html, subject } of mails) {
      expect(subject).toMatch(/nuk është më publik|više nije javna/);
      neutral(text);
      neutral(html);
    }
    expect(mails.find(({ toAddress }) => toAddress === reporter.email)?.text).toContain("e raportuat ju");
    await nobodyFollows();
    const show = { reportId: report.id, hidden: false, reason: "" };
    expect(await hideReport(who.moderator as Actor, show)).toMatchObject({ ok: true });
    expect(await db().follow.findMany({ where: { reportId: report.id } })).toMatchObject([{ personId: reporter.id }]);
    expect(await goneMails()).toHaveLength(3);
  });

  test("brought back before anybody was told, nothing has happened", async () => {
    await withdrawReport(reporter, { reportId: report.id });
    await restoreReport(reporter, { reportId: report.id });
    expect(await work()).toBe(1);
    expect(await goneMails()).toEqual([]);
    expect(await db().follow.count({ where: { reportId: report.id } })).toBe(3);
  });
});
