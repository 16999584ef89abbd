import { solveChallenge } from "altcha-lib/v1";
import { beforeAll, expect, test } from "vitest";
import { anonymous } from "@/lib/accounts/actor";
import { actorOfPrivateLink } from "@/lib/accounts/private-link";
import { db } from "@/lib/db/client";
import { forgetSpentProofs, newChallenge, spendProof } from "@/lib/limits/proof";
import { setAnonymousReports } from "@/lib/municipalities/commands";
import { submitReport } from "@/lib/reports/commands";
import { privateLinkOf } from "@/lib/reports/drafts";
import { draft, everybody } from "../support/world";

beforeAll(async () => {
  await db().municipality.update({ where: { slug: "prishtina" }, data: { anonymousReports: true } });
});

/** Does a sum as the browser does, and writes its answer as altcha does. */
async function answer(now?: number): Promise<string> {
  const { maxnumber, ...challenge } = await newChallenge(now);
  const solution = await solveChallenge(challenge.challenge, challenge.salt, challenge.algorithm, maxnumber).promise;
  return Buffer.from(JSON.stringify({ ...challenge, number: solution?.number })).toString("base64");
}

const anew = (noEmailSince?: number) => draft(anonymous, { noEmail: true, noEmailSince, email: undefined });

test("a sum is good once, in time, and only where it is right", async () => {
  const once = await answer();
  expect([await spendProof(once), await spendProof(once)]).toEqual([true, false]);
  const parts = JSON.parse(Buffer.from(await answer(), "base64").toString());
  const forged = (change: object) => Buffer.from(JSON.stringify({ ...parts, ...change })).toString("base64");
  expect(await spendProof(forged({ number: parts.number + 1 }))).toBe(false);
  expect(await spendProof(forged({ signature: "00" }))).toBe(false);
  for (const nonsense of ["", "x", "e30=", "x".repeat(3000)]) expect(await spendProof(nonsense)).toBe(false);
  expect(await spendProof(await answer(Date.now() - 2 * 3600 * 1000))).toBe(false);
  // The same sum in other letters is the same sum.
  expect(await spendProof(forged({ more: 1 }))).toBe(true);
  expect(await spendProof(forged({ more: 2 }))).toBe(false);
  await forgetSpentProofs(new Date(Date.now() + 2 * 3600 * 1000));
  expect(await db().spentProof.count()).toBe(0);
});

test("with the sum it goes at once; without it after half a minute, and seldom", async () => {
  const now = Date.now();
  expect(await submitReport(anonymous, await anew(now), "sq", "10.5.0.1", await answer())).toMatchObject({ ok: true });
  expect(await submitReport(anonymous, await anew(now), "sq", "10.5.0.1")).toEqual({
    ok: false,
    error: "wait_a_little",
  });
  const sent = [];
  for (let i = 0; i < 5; i++) sent.push(await submitReport(anonymous, await anew(now - 31_000), "sq", "10.5.0.2"));
  expect(sent.map(({ ok }) => ok)).toEqual([true, true, true, true, false]);
  // Who does the sum isn't held up by those who don't.
  expect(await submitReport(anonymous, await anew(now), "sq", "10.5.0.2", await answer())).toMatchObject({ ok: true });
});

test("a private link opens its person, and nothing else does", async () => {
  const secret = await anew(1);
  const sent = await submitReport(anonymous, secret, "sq", "10.5.0.3");
  const link = privateLinkOf(secret);
  const actor = await actorOfPrivateLink(link, "10.5.0.3");
  const report = await db().report.findUniqueOrThrow({ where: { ref: sent.ok ? sent.value.ref : "" } });
  expect(actor).toMatchObject({ kind: "person", id: report.reporterId, email: null });
  for (const wrong of ["", "x".repeat(43), secret, link.slice(1), `${link}x`])
    expect(await actorOfPrivateLink(wrong, "10.5.0.3")).toEqual(anonymous);
  // Guessing ends soon.
  for (let i = 0; i < 60; i++) await actorOfPrivateLink("y".repeat(43), "10.5.0.4");
  expect(await actorOfPrivateLink(link, "10.5.0.4")).toEqual(anonymous);
});

test("a municipality's manager and the administrator say whether reports without an e-mail are taken", async () => {
  const who = await everybody();
  for (const [name, actor] of Object.entries(who)) {
    const result = await setAnonymousReports(actor, { slug: "prishtina", allowed: false });
    expect(result.ok, name).toBe(name === "manager" || name === "admin");
  }
  expect(await submitReport(anonymous, await anew(1), "sq", "10.5.0.5")).toMatchObject({ error: "required" });
});
