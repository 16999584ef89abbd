import { expect, test } from "vitest";
import { anonymous } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { KEY_ZOOM, keyRange, mortonKey, tileAt } from "@/lib/geo/tiles";
import { confirmReport, submitReport } from "@/lib/reports/commands";
import { hideReport } from "@/lib/reports/desk-commands";
import { discardDraft, findDraft, findSent, maskEmail } from "@/lib/reports/drafts";
import { firstMissing } from "@/lib/reports/steps";
import { phonePhoto } from "../support/images";
import { draft, inside, person, publicReport } from "../support/world";

test("a position's tile is the one the database keeps for it", async () => {
  const report = await publicReport(await person(), inside.peja);
  const { x, y } = tileAt(inside.peja, KEY_ZOOM);
  expect(report.mapKey).toBe(mortonKey(x, y));
  const wide = tileAt(inside.peja, 17);
  const { from, to } = keyRange(17, wide.x, wide.y, KEY_ZOOM);
  expect(report.mapKey >= from && report.mapKey < to).toBe(true);
});

test("the first step that lacks something, for whoever is signed in and whoever isn't", async () => {
  const citizen = await person();
  const missing = async (data: Parameters<typeof draft>[1], actor: Parameters<typeof draft>[0] = anonymous) =>
    firstMissing(await findDraft(await draft(anonymous, data)), actor);
  expect(await firstMissing(null, anonymous)).toBe("photo");
  expect(await missing({ lat: undefined })).toBe("where");
  expect(await missing({ lat: 41.33, lon: 19.82 })).toBe("where");
  expect(await missing({ placeText: "x".repeat(201) })).toBe("where");
  expect(await missing({ title: "No" })).toBe("problem");
  expect(await missing({ categoryId: "no-such-kind" })).toBe("problem");
  expect(await missing({ email: "nobody" })).toBe("you");
  expect(await missing({ email: "nobody" }, citizen)).toBe("check");
  expect(await missing({})).toBe("check");
  const secret = await draft(anonymous, { categoryId: "no-such-kind" });
  expect(await submitReport(anonymous, secret, "sq", "10.8.0.2")).toEqual({ ok: false, error: "category_missing" });
});

test("the page after sending knows what became of the report, and shows the mailbox masked", async () => {
  expect(await findSent(undefined)).toBeNull();
  const secret = await draft(anonymous, { email: "arta.sent@example.com" });
  expect(await findSent(secret)).toBeNull();
  const sent = await submitReport(anonymous, secret, "sq", "10.8.0.3");
  expect(await findSent(secret)).toMatchObject({ state: "unconfirmed", email: "a•••@example.com" });
  const ref = sent.ok ? sent.value.ref : "";
  const report = await db().report.findUniqueOrThrow({ where: { ref } });
  const mail = await db().outboundMail.findUniqueOrThrow({ where: { dedupeKey: `confirm:${report.id}` } });
  await confirmReport(anonymous, /token=([\w-]+)/.exec(mail.text)?.[1] ?? "");
  expect(await findSent(secret)).toEqual({ ref, title: report.title, state: "public", email: null, privateLink: null });
  await hideReport(await person({ role: "admin" }), { reportId: report.id, hidden: true, reason: "test" });
  expect(await findSent(secret)).toMatchObject({ state: "hidden" });
  expect(maskEmail("a@b.example")).toBe("a•••@b.example");
});

test("a draft thrown away is gone with its photos; a report that was sent stays", async () => {
  const secret = await draft(anonymous, {}, await phonePhoto({ width: 80, height: 60, seed: 77 }));
  const id = (await findDraft(secret))?.id ?? "";
  expect(await db().photo.count({ where: { draftId: id } })).toBe(1);
  expect(await discardDraft(anonymous, secret)).toMatchObject({ ok: true });
  expect(await findDraft(secret)).toBeNull();
  expect(await db().photo.count({ where: { draftId: id } })).toBe(0);
  const kept = await draft(anonymous, { email: "kept@example.com" });
  await submitReport(anonymous, kept, "sq", "10.8.0.4");
  expect(await discardDraft(anonymous, kept)).toEqual({ ok: false, error: "draft_missing" });
  expect(await findSent(kept)).toMatchObject({ state: "unconfirmed" });
});
