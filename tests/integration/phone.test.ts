import { beforeAll, expect, test } from "vitest";
import { type Actor, anonymous, system } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { submitReport } from "@/lib/reports/commands";
import { moveReport } from "@/lib/reports/desk-commands";
import { findDeskReport } from "@/lib/reports/desk-queries";
import { findDraft, saveDraft } from "@/lib/reports/drafts";
import { tellMunicipality } from "@/lib/reports/jobs";
import { CONTACT_DAYS, enterForCaller, forgetCallers, startForCaller } from "@/lib/reports/phone-commands";
import { findPublicReport } from "@/lib/reports/queries";
import type { DraftData } from "@/lib/reports/schema";
import { firstMissing } from "@/lib/reports/steps";
import { everybody, inside } from "../support/world";

let who: Record<string, Actor>;
beforeAll(async () => {
  who = await everybody();
});

const caller = { callerName: "Agim Krasniqi", callerPhone: "+383 44 000 111", callerEmail: "agim.caller@example.com" };
const told = { ...inside.prishtina, categoryId: "potholes", title: "A deep hole before the school" };

/** A draft for somebody who called. @returns its secret */
async function begun(actor: Actor, data: DraftData = {}): Promise<string> {
  const started = await startForCaller(actor, "10.4.0.1");
  if (!started.ok) throw new Error(started.error);
  await saveDraft(actor, started.value.secret, { ...told, ...data });
  return started.value.secret;
}

test("officials enter for their own municipality, D+'s staff for every one, nobody else", async () => {
  for (const name of ["anonymous", "system", "citizen"])
    expect(await startForCaller(who[name] as Actor, "10.4.0.2"), name).toEqual({ ok: false, error: "forbidden" });
  for (const name of ["official", "manager", "editor", "moderator", "admin"])
    expect(
      await enterForCaller(who[name] as Actor, await begun(who[name] as Actor), "sq", "10.4.0.3"),
      name,
    ).toMatchObject({
      ok: true,
    });
  const stranger = who.stranger as Actor;
  expect(await enterForCaller(stranger, await begun(stranger), "sq", "10.4.0.3")).toMatchObject({
    error: "other_municipality",
  });
  // A draft that says it is for a caller says nothing in other hands.
  const secret = await begun(who.official as Actor);
  expect(await enterForCaller(who.citizen as Actor, secret, "sq", "10.4.0.3")).toMatchObject({ error: "forbidden" });
  expect(await firstMissing(await findDraft(secret), anonymous)).toBe("you");
  expect(await firstMissing(await findDraft(secret), who.official as Actor)).toBe("check");
  expect(await submitReport(anonymous, secret, "sq", "10.4.0.3")).toMatchObject({ error: "required" });
});

test("it is public at once and answered by nobody yet; the caller is told, and known to the municipality alone", async () => {
  const official = who.official as Actor;
  const secret = await begun(official, caller);
  const sent = await enterForCaller(official, secret, "sq", "10.4.0.4");
  expect(await enterForCaller(official, secret, "sq", "10.4.0.4")).toEqual(sent);
  const ref = sent.ok ? sent.value.ref : "";
  const report = await db().report.findUniqueOrThrow({ where: { ref } });
  expect(report).toMatchObject({
    source: "phone",
    status: "open",
    isPublic: true,
    firstResponseAt: null,
    reporterName: null,
  });
  const seen = await findPublicReport(ref, anonymous);
  for (const secretOf of Object.values(caller)) expect(JSON.stringify(seen)).not.toContain(secretOf);
  expect(seen?.story.at(-1)).toMatchObject({ actorKind: "municipality", data: { source: "phone" } });
  expect((await findDeskReport(official, ref))?.contact).toEqual({
    name: caller.callerName,
    phone: caller.callerPhone,
    email: caller.callerEmail,
  });
  expect((await findDeskReport(who.admin as Actor, ref))?.contact).toBeNull();
  expect(await findDeskReport(who.stranger as Actor, ref)).toBeNull();
  const row = await db().person.findUniqueOrThrow({ where: { email: caller.callerEmail } });
  expect(row).toMatchObject({ emailVerified: null, passwordHash: null });
  expect(report.reporterId).toBe(row.id);
  expect(await db().follow.count({ where: { reportId: report.id, personId: row.id } })).toBe(1);
  const mails = await db().outboundMail.findMany({ where: { toAddress: caller.callerEmail } });
  expect(mails.map(({ dedupeKey }) => dedupeKey)).toEqual([`phone:${report.id}`]);
  await tellMunicipality({ reportId: report.id });
  const inner = await db().outboundMail.findMany({ where: { dedupeKey: { startsWith: `new:${report.id}` } } });
  expect(inner.length).toBeGreaterThan(0);
  for (const { text } of inner) expect(text).not.toContain(caller.callerPhone);
});

test("nothing of the caller need be known", async () => {
  const official = who.official as Actor;
  const sent = await enterForCaller(official, await begun(official), "sr", "10.4.0.5");
  const report = await db().report.findUniqueOrThrow({ where: { ref: sent.ok ? sent.value.ref : "" } });
  expect(report.reporterId).toBeNull();
  expect(await db().reportContact.count({ where: { reportId: report.id } })).toBe(0);
  expect(
    await enterForCaller(official, await begun(official, { callerEmail: "nobody" }), "sq", "10.4.0.5"),
  ).toMatchObject({
    error: "invalid_email",
  });
});

test("who called is forgotten a while after the report was closed", async () => {
  const official = who.official as Actor;
  const sent = await enterForCaller(official, await begun(official, { callerName: "Vesa" }), "sq", "10.4.0.6");
  const { id, version } = await db().report.findUniqueOrThrow({ where: { ref: sent.ok ? sent.value.ref : "" } });
  const later = new Date(Date.now() + (CONTACT_DAYS + 1) * 24 * 3600 * 1000);
  const kept = () => db().reportContact.count({ where: { reportId: id } });
  await forgetCallers(system, later);
  expect(await kept()).toBe(1);
  const close = { reportId: id, version, to: "rejected" as const, text: "Not ours.", referredTo: "", duplicateOf: "" };
  expect(await moveReport(official, close)).toMatchObject({ ok: true });
  await forgetCallers(system);
  expect(await kept()).toBe(1);
  await forgetCallers(system, later);
  expect(await kept()).toBe(0);
  expect(await forgetCallers(official)).toMatchObject({ error: "forbidden" });
});
