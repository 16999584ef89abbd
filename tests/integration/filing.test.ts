import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { anonymous, system } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { confirmReport, expireUnconfirmed, submitReport } from "@/lib/reports/commands";
import { findDraft, saveDraft, startDraft } from "@/lib/reports/drafts";
import { addDraftPhoto, moveDraftPhoto, removeDraftPhoto } from "@/lib/reports/photo-commands";
import { findPublicReport } from "@/lib/reports/queries";
import { decompressionBomb, phonePhoto } from "../support/images";
import { draft, person, publicReport } from "../support/world";

/** The token in the confirmation e-mail of a report. */
async function tokenOf(ref: string): Promise<string> {
  const report = await db().report.findUniqueOrThrow({ where: { ref } });
  const mail = await db().outboundMail.findUniqueOrThrow({ where: { dedupeKey: `confirm:${report.id}` } });
  return /token=([\w-]+)/.exec(mail.text)?.[1] ?? "";
}

describe("filing a report", () => {
  let photo: Buffer;
  beforeAll(async () => {
    photo = await phonePhoto();
  });

  test("is unseen until confirmed, then public, with its photo, and the municipality is queued to be told", async () => {
    const sent = await submitReport(anonymous, await draft(anonymous, {}, photo), "sr", "10.9.0.1");
    expect(sent).toMatchObject({ ok: true, value: { needsConfirmation: true } });
    const ref = sent.ok ? sent.value.ref : "";
    expect(await findPublicReport(ref, anonymous)).toBeNull();

    const mail = await db().outboundMail.findFirstOrThrow({ where: { toAddress: "reporter@example.com" } });
    expect(mail).toMatchObject({ locale: "sr", subject: `Potvrdite svoju prijavu ${ref}` });
    // Nothing that was typed reaches a mailbox that nobody has proven.
    expect(mail.text).not.toContain("A deep hole");
    expect(mail.text).toContain("Rupe na putu, Priština");

    const token = await tokenOf(ref);
    expect(await confirmReport(anonymous, token)).toEqual({ ok: true, value: { ref, already: false } });
    expect(await findPublicReport(ref, anonymous)).toMatchObject({
      status: "open",
      reporterName: "Arta",
      municipality: { slug: "prishtina" },
      photos: [{ role: "problem" }],
      story: [{ kind: "status", statusTo: "open" }],
    });
    expect(await confirmReport(anonymous, token)).toEqual({ ok: true, value: { ref, already: true } });
    const jobs = await db().$queryRaw<
      { n: number }[]
    >`select count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'report_confirmed'`;
    expect(jobs[0]?.n).toBe(1);
  });

  test("sent twice at once, or again later, is filed once", async () => {
    const secret = await draft(anonymous, { email: "twice@example.com" });
    const answers = await Promise.all([1, 2, 3].map(() => submitReport(anonymous, secret, "sq", "10.9.0.2")));
    const again = await submitReport(anonymous, secret, "sq", "10.9.0.2");
    const refs = new Set([...answers, again].map((answer) => (answer.ok ? answer.value.ref : answer.error)));
    expect(refs.size).toBe(1);
    expect(await db().report.count({ where: { pendingEmail: "twice@example.com" } })).toBe(1);
    expect(await db().outboundMail.count({ where: { toAddress: "twice@example.com" } })).toBe(1);
  });

  test("what is typed while it is being sent isn’t kept after it", async () => {
    const secret = await draft(anonymous, { email: "late@example.com" });
    const id = (await findDraft(secret))?.id ?? "";
    const [saving] = await db().$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from report_draft where id = ${id}::uuid for update`;
      const late = saveDraft(anonymous, secret, { name: "Late" });
      // Long enough for it to have read the draft, and to wait for the row.
      await new Promise((go) => setTimeout(go, 300));
      await tx.reportDraft.update({ where: { id }, data: { reportId: crypto.randomUUID(), data: {} } });
      return [late];
    });
    expect(await saving).toEqual({ ok: false, error: "draft_missing" });
    expect((await findDraft(secret))?.data).toEqual({});
  });

  test("of a signed-in person is public at once", async () => {
    const reporter = await person();
    const report = await publicReport(reporter);
    expect(report).toMatchObject({ status: "open", isPublic: true, reporterId: reporter.id, pendingEmail: null });
    expect(report.departmentId).not.toBeNull();
    expect(report.answerDueAt).not.toBeNull();
  });

  test("outside, near a border, without category: refused by name, and nothing is lost", async () => {
    const outside = await draft(anonymous, { lat: 41.33, lon: 19.82 });
    expect(await submitReport(anonymous, outside, "sq", "10.9.0.3")).toEqual({ ok: false, error: "outside" });
    expect(await findDraft(outside)).toMatchObject({
      data: { title: "A deep hole before the school" },
      reportId: null,
    });
    const noCategory = await draft(anonymous, { categoryId: undefined });
    expect(await submitReport(anonymous, noCategory, "sq", "10.9.0.3")).toEqual({
      ok: false,
      error: "category_missing",
    });
  });

  test("within 250 m of a border the person's choice counts, and only a neighbour may be chosen", async () => {
    const { locatePosition } = await import("@/lib/municipalities/queries");
    const rings = (await db().municipality.findUniqueOrThrow({ where: { slug: "gjakova" } })).outline as number[][][];
    const [lon, lat] = (rings[0] as number[][])[0] as [number, number];
    const located = await locatePosition({ lat, lon });
    if (located.kind !== "border") throw new Error("a border point is near a border");
    const secret = await draft(anonymous, { lat, lon, email: "border@example.com" });
    expect(await submitReport(anonymous, secret, "sq", "10.9.0.4")).toEqual({ ok: false, error: "border_choice" });
    await saveDraft(anonymous, secret, { municipalityId: "prishtina" });
    expect(await submitReport(anonymous, secret, "sq", "10.9.0.4")).toEqual({ ok: false, error: "border_choice" });
    await saveDraft(anonymous, secret, { municipalityId: located.candidates[0] });
    expect(await submitReport(anonymous, secret, "sq", "10.9.0.4")).toMatchObject({ ok: true });
  });

  test("unconfirmed runs out after seven days, with the mailbox; its link then says so", async () => {
    const sent = await submitReport(anonymous, await draft(anonymous, { email: "late@example.com" }), "sq", "10.9.0.5");
    const ref = sent.ok ? sent.value.ref : "";
    const token = await tokenOf(ref);
    await expireUnconfirmed(system, new Date(Date.now() + 6.9 * 864e5));
    expect(await db().report.findUniqueOrThrow({ where: { ref } })).toMatchObject({ status: "unconfirmed" });
    await expireUnconfirmed(system, new Date(Date.now() + 7.1 * 864e5));
    expect(await db().report.findUniqueOrThrow({ where: { ref } })).toMatchObject({
      status: "expired",
      pendingEmail: null,
      reporterName: null,
      title: "",
      details: "",
    });
    // The address goes with the e-mail that was sent to it.
    expect(await db().outboundMail.count({ where: { text: { contains: token } } })).toBe(0);
    expect(await confirmReport(anonymous, token)).toEqual({ ok: false, error: "link_expired" });
    expect(await expireUnconfirmed(anonymous)).toEqual({ ok: false, error: "forbidden" });
  });

  test("twenty an hour with one mailbox, then a kind refusal", async () => {
    for (let i = 0; i < 20; i++) {
      expect(
        await submitReport(anonymous, await draft(anonymous, { email: "many@example.com" }), "sq", `10.9.9.${i}`),
      ).toMatchObject({ ok: true });
    }
    const more = await draft(anonymous, { email: "many@example.com" });
    expect(await submitReport(anonymous, more, "sq", "10.9.9.99")).toEqual({ ok: false, error: "too_many" });
    expect(await findDraft(more)).toMatchObject({ data: { title: "A deep hole before the school" } });
  });
});

test("a mailbox that may be somebody else’s gets no flood of links, however patient the sender", async () => {
  const { forgive, spend } = await import("@/lib/limits/limits");
  const email = "victim@example.com";
  for (let i = 0; i < 40; i++) await spend("confirm_mailbox", email);
  await forgive("file_report_mailbox", email);
  const more = await draft(anonymous, { email });
  expect(await submitReport(anonymous, more, "sq", "10.9.8.1")).toEqual({ ok: false, error: "too_many" });
  // Whoever is signed in has proven theirs.
  const known = await person();
  for (let i = 0; i < 40; i++) await spend("confirm_mailbox", known.email);
  expect(await publicReport(known)).toMatchObject({ status: "open" });
});

describe("photos of a draft", () => {
  test("are re-encoded upright in three sizes, and no metadata is left", async () => {
    const { readPhoto } = await import("@/lib/photos/keep");
    const secret = await draft(anonymous);
    const taken = await phonePhoto({ width: 4032, height: 3024, orientation: 6 });
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const added = await addDraftPhoto(anonymous, secret, taken, "10.9.1.1");
    if (!added.ok) throw new Error(added.error);
    const own = await findDraft(secret);
    for (const [size, side] of [
      ["thumb", 320],
      ["medium", 960],
      ["large", 2048],
    ] as const) {
      const read = await readPhoto(added.value.id, size, { draftId: own?.id, municipalities: [], staff: false });
      const meta = await sharp(read?.bytes).metadata();
      expect(meta).toMatchObject({ format: "jpeg", height: side, width: Math.round((side * 3) / 4) });
      expect([meta.exif, meta.xmp, meta.iptc, meta.icc, meta.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(
        await readPhoto(added.value.id, size, { draftId: undefined, municipalities: ["prishtina"], staff: true }),
      ).toBeUndefined();
    }
  });

  test("PNG and WebP are taken as well, what is see-through on white", async () => {
    const { default: sharp } = await import("sharp");
    const { readPhoto } = await import("@/lib/photos/keep");
    const secret = await draft(anonymous);
    const picture = sharp({
      create: { width: 400, height: 300, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } },
    });
    for (const bytes of [
      await picture.clone().png().toBuffer(),
      await picture.clone().webp({ lossless: true }).toBuffer(),
    ]) {
      const added = await addDraftPhoto(anonymous, secret, bytes, "10.9.1.9");
      if (!added.ok) throw new Error(added.error);
      const own = await findDraft(secret);
      const read = await readPhoto(added.value.id, "medium", { draftId: own?.id, municipalities: [], staff: false });
      const { dominant } = await sharp(read?.bytes).stats();
      expect([(await sharp(read?.bytes).metadata()).format, dominant]).toEqual(["jpeg", { r: 248, g: 248, b: 248 }]);
    }
  });

  test("six at the most, the same one once, and out again", async () => {
    const secret = await draft(anonymous);
    const photos = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((seed) => phonePhoto({ width: 80, height: 60, seed })));
    for (const one of photos.slice(0, 6))
      expect(await addDraftPhoto(anonymous, secret, one, "10.9.1.2")).toMatchObject({ ok: true });
    expect(await addDraftPhoto(anonymous, secret, photos[6] as Buffer, "10.9.1.2")).toEqual({
      ok: false,
      error: "photo_too_many",
    });
    const { id: draftId, photos: kept = [] } = (await findDraft(secret)) ?? {};
    const first = kept[0]?.id ?? "";
    const { readPhoto } = await import("@/lib/photos/keep");
    const access = { draftId, municipalities: [], staff: false };
    expect(await readPhoto(first, "thumb", access)).toBeDefined();
    await removeDraftPhoto(anonymous, secret, first);
    const { photoStore } = await import("@/lib/photos/storage");
    expect(await photoStore().get(`${first.slice(-2)}/${first}-thumb.jpg`)).toBeUndefined();
    expect(await addDraftPhoto(anonymous, secret, photos[1] as Buffer, "10.9.1.2")).toMatchObject({
      ok: true,
      value: { id: kept[1]?.id },
    });
    expect((await findDraft(secret))?.photos).toHaveLength(5);
  });

  test("a covered photo takes the place of the one it covers, whose files are gone; photos change places", async () => {
    const secret = await draft(anonymous);
    const [one, two, covered, first] = await Promise.all(
      [1, 2, 3, 4].map((seed) => phonePhoto({ width: 80, height: 60, seed })),
    );
    const add = async (photo: Buffer | undefined, place = {}) => {
      const added = await addDraftPhoto(anonymous, secret, photo as Buffer, "10.9.1.4", place);
      return added.ok ? added.value.id : added.error;
    };
    const order = async () => (await findDraft(secret))?.photos.map(({ id }) => id);
    const [a, b] = [await add(one), await add(two)];
    const c = await add(covered, { replaces: a });
    expect(await order()).toEqual([c, b]);
    const { photoStore } = await import("@/lib/photos/storage");
    for (const size of ["thumb", "medium", "large"])
      expect(await photoStore().get(`${a.slice(-2)}/${a}-${size}.jpg`)).toBeUndefined();
    const d = await add(first, { after: "" });
    expect(await order()).toEqual([d, c, b]);
    for (const [id, by, then] of [
      [b, -1, [d, b, c]],
      [d, 1, [b, d, c]],
      [b, -1, [b, d, c]],
      [c, 1, [b, d, c]],
    ] as const) {
      expect(await moveDraftPhoto(anonymous, secret, id, by)).toMatchObject({ ok: true });
      expect(await order()).toEqual(then);
    }
    // A photo of somebody else's draft is neither replaced nor moved.
    const other = await draft(anonymous, {}, one);
    const foreign = (await findDraft(other))?.photos[0]?.id ?? "";
    await moveDraftPhoto(anonymous, secret, foreign, 1);
    await addDraftPhoto(anonymous, secret, two as Buffer, "10.9.1.4", { replaces: foreign });
    expect((await findDraft(other))?.photos).toHaveLength(1);
    expect(await order()).toEqual([b, d, c]);
  });

  test("what isn't an image, is cut off, or is a decompression bomb has an error of its own", async () => {
    const secret = await draft(anonymous);
    const good = await phonePhoto();
    const add = (bytes: Buffer) => addDraftPhoto(anonymous, secret, bytes, "10.9.1.3");
    expect(await add(Buffer.from("%PDF-1.7 not a photo"))).toEqual({ ok: false, error: "photo_not_image" });
    expect(await add(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toEqual({
      ok: false,
      error: "photo_not_image",
    });
    expect(await add(good.subarray(0, good.length / 2))).toEqual({ ok: false, error: "photo_broken" });
    expect(await add(await decompressionBomb())).toEqual({ ok: false, error: "photo_bomb" });
    // What has to be unfolded whole has a lower bound than a JPEG.
    const wide = sharp({ create: { width: 8000, height: 7000, channels: 3, background: "#000" } });
    expect(await add(await wide.png().toBuffer())).toEqual({ ok: false, error: "photo_bomb" });
    expect(await add(Buffer.alloc(26 * 1024 * 1024))).toEqual({ ok: false, error: "photo_too_large" });
    expect(await add(good)).toMatchObject({ ok: true });
  });

  test("of a report nobody confirmed are seen by its person alone; of a hidden one by those who work on it", async () => {
    const { readPhoto } = await import("@/lib/photos/keep");
    const secret = await draft(anonymous, { email: "unseen@example.com" }, await phonePhoto());
    const sent = await submitReport(anonymous, secret, "sq", "10.9.1.5");
    const ref = sent.ok ? sent.value.ref : "";
    const { id, photos } = await db().report.findUniqueOrThrow({ where: { ref }, include: { photos: true } });
    const photo = photos[0]?.id ?? "";
    const official = { municipalities: ["prishtina"], staff: false };
    const moderator = { municipalities: [], staff: true };
    const stranger = { municipalities: ["peja"], staff: false };
    const own = { draftId: (await findDraft(secret))?.id, municipalities: [], staff: false };
    const seenBy = async () =>
      Promise.all(
        [official, moderator, stranger, own].map(async (who) => Boolean(await readPhoto(photo, "thumb", who))),
      );
    expect(await seenBy()).toEqual([false, false, false, true]);
    await confirmReport(anonymous, await tokenOf(ref));
    expect(await seenBy()).toEqual([true, true, true, true]);
    await db().report.update({ where: { id }, data: { hiddenAt: new Date() } });
    expect(await seenBy()).toEqual([true, true, false, true]);
  });

  test("the store can be checked by many at once", async () => {
    const { photoStore } = await import("@/lib/photos/storage");
    await Promise.all(Array.from({ length: 20 }, () => photoStore().check()));
  });

  test("a secret that opens nothing takes nothing", async () => {
    expect(await findDraft("no such secret")).toBeNull();
    expect(await saveDraft(anonymous, "no such secret", { title: "x" })).toEqual({ ok: false, error: "draft_missing" });
    const started = await startDraft(anonymous, "10.9.1.4");
    expect(started.ok && (await findDraft(started.value.secret))).toMatchObject({ data: {}, photos: [] });
  });
});
