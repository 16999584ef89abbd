import { expect, test } from "vitest";
import { anonymous } from "@/lib/accounts/actor";
import { actorOf } from "@/lib/accounts/session";
import { db } from "@/lib/db/client";
import { submitReport } from "@/lib/reports/commands";
import { hideReport } from "@/lib/reports/desk-commands";
import { findDraft, saveDraft } from "@/lib/reports/drafts";
import { answerStill } from "@/lib/reports/feedback-commands";
import { confirmJoin, joinReport, requestJoin } from "@/lib/reports/join-commands";
import { readJoin, signJoin } from "@/lib/reports/join-token";
import { listNearby, nearDraft, nearKey } from "@/lib/reports/nearby";
import { draft, person, publicReport } from "../support/world";

test("open public reports of the same kind within its distance are offered, the nearest first; none that is hidden, closed or further", async () => {
  const reporter = await person();
  const at = { lat: 42.6432, lon: 21.1588 };
  // 0.0001° of latitude are 11.1 metres.
  const north = (metres: number) => ({ lat: at.lat + metres / 111_320, lon: at.lon });
  const near = await publicReport(reporter, { ...north(100), title: "A hundred metres away" });
  const nearest = await publicReport(reporter, { ...north(10), title: "Ten metres away" });
  await publicReport(reporter, { ...north(140), title: "Too far away" });
  await publicReport(reporter, { ...north(9), categoryId: "lighting", title: "Of another kind" });
  const hidden = await publicReport(reporter, { ...north(5), title: "Hidden by a moderator" });
  await hideReport(await person({ role: "moderator" }), {
    reportId: hidden.id,
    hidden: true,
    reason: "names somebody",
  });
  const closed = await publicReport(reporter, { ...north(7), title: "Gone already" });
  await answerStill(reporter, { reportId: closed.id, answer: "gone" });
  const potholes = { categoryId: "potholes", metres: 120 };
  await submitReport(anonymous, await draft(anonymous, { ...north(3), email: "near@example.com" }), "sq", "10.8.0.1");
  expect(await listNearby(at, potholes)).toMatchObject([
    { ref: nearest.ref, metres: 10, status: "open", photoId: null },
    { ref: near.ref, metres: 100 },
  ]);
  expect(await listNearby(at, potholes, 1)).toHaveLength(1);
  expect(await listNearby(at, { ...potholes, metres: 50 })).toHaveLength(1);
  expect(await listNearby(at, { ...potholes, metres: 1000 })).toHaveLength(3);
  expect(await listNearby({ lat: 42.2, lon: 20.7 }, potholes)).toEqual([]);
});

test("a kind's own distance decides, and whoever said that theirs is another isn't asked again", async () => {
  const at = { lat: 42.6532, lon: 21.1488 };
  const there = await publicReport(await person(), { ...at, categoryId: "water" });
  const secret = await draft(anonymous, { lat: at.lat + 0.0018, lon: at.lon, categoryId: "water" });
  const data = (await findDraft(secret))?.data ?? {};
  // 200 m: near for a burst pipe, not for a pothole.
  expect(await nearDraft(data)).toMatchObject([{ ref: there.ref, metres: 200 }]);
  await saveDraft(anonymous, secret, { nearSeen: nearKey(data) });
  expect(await nearDraft((await findDraft(secret))?.data ?? {})).toEqual([]);
  await saveDraft(anonymous, secret, { lat: at.lat });
  expect(await nearDraft((await findDraft(secret))?.data ?? {})).toHaveLength(1);
  expect(await nearDraft({})).toEqual([]);
});

test("this is it: counted and followed at once by who is signed in", async () => {
  const report = await publicReport(await person());
  const me = await person();
  expect(await joinReport(me, { reportId: report.id })).toMatchObject({ ok: true });
  expect(await db().report.findUnique({ where: { id: report.id } })).toMatchObject({ supportCount: 1 });
  expect(await db().follow.count({ where: { reportId: report.id, personId: me.id } })).toBe(1);
  expect(await joinReport(anonymous, { reportId: report.id })).toMatchObject({ ok: false });
  // Whoever came by a private link follows it, and isn't counted.
  const row = await db().person.create({ data: { linkHash: "join-test" } });
  expect(await joinReport(await actorOf({ id: row.id, epoch: 0 }), { reportId: report.id })).toMatchObject({
    ok: true,
  });
  expect(await db().report.findUnique({ where: { id: report.id } })).toMatchObject({ supportCount: 1 });
  expect(await db().follow.count({ where: { reportId: report.id, personId: row.id } })).toBe(1);
});

test("this is it, by e-mail: nothing is counted before the link is opened, and once however often it is", async () => {
  const report = await publicReport(await person());
  const ask = { reportId: report.id, email: "joiner@example.com", locale: "sr" as const, ip: "10.6.0.1" };
  expect(await requestJoin(anonymous, { ...ask, email: "nobody" })).toMatchObject({ error: "invalid_email" });
  expect(await requestJoin(anonymous, ask)).toMatchObject({ ok: true });
  expect(await db().report.findUnique({ where: { id: report.id } })).toMatchObject({ supportCount: 0 });
  const mail = await db().outboundMail.findFirstOrThrow({ where: { toAddress: ask.email } });
  expect(mail.locale).toBe("sr");
  const token = decodeURIComponent(/token=(\S+)/.exec(mail.text)?.[1] ?? "");
  for (const _ of [1, 2])
    expect(await confirmJoin(anonymous, token)).toMatchObject({ ok: true, value: { ref: report.ref } });
  expect(await db().report.findUnique({ where: { id: report.id } })).toMatchObject({ supportCount: 1 });
  expect(await db().person.findUnique({ where: { email: ask.email } })).toMatchObject({ locale: "sr" });
});

test("a link that was changed, or is old, says nothing", async () => {
  const join = { reportId: "01970000-0000-7000-8000-000000000009", email: "a@example.com", locale: "sq" as const };
  const token = signJoin({ ...join, until: Date.now() + 1000 });
  expect(readJoin(token)).toMatchObject(join);
  expect(readJoin(token, Date.now() + 2000)).toBeUndefined();
  const [, sign] = token.split(".");
  const body = Buffer.from(JSON.stringify({ ...join, email: "b@example.com", until: Date.now() + 1000 }));
  for (const bad of ["", "x", token.slice(1), `${body.toString("base64url")}.${sign}`]) {
    expect(readJoin(bad)).toBeUndefined();
    expect(await confirmJoin(anonymous, bad)).toMatchObject({ error: "link_invalid" });
  }
});
