import { inspect } from "node:util";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { submitReport } from "@/lib/reports/commands";
import { findDraft, saveDraft } from "@/lib/reports/drafts";
import { removeDraftPhoto } from "@/lib/reports/photo-commands";
import { placeFromPhotos } from "@/lib/reports/photo-place";
import { phonePhoto } from "../support/images";
import { draft, inside } from "../support/world";

const peja = inside.peja;
const tirana = { lat: 41.33, lon: 19.82 };
const day = "2026-11-20";

test("the first photo taken in Kosovo sets the pin; what the others say is said", async () => {
  expect(await placeFromPhotos({}, [{ day }, { position: tirana }, { position: peja, day, id: "x" }], true)).toEqual({
    ...peja,
    municipalityId: undefined,
    photoPlace: { outcome: "used", day, id: "x" },
  });
  expect(await placeFromPhotos({}, [{ position: tirana }], true)).toMatchObject({ photoPlace: { outcome: "outside" } });
  expect(await placeFromPhotos({}, [{ day }], true)).toMatchObject({ photoPlace: { outcome: "none", day } });
  expect(await placeFromPhotos({}, [], true)).toEqual({});
});

test("a place the person has chosen stays; one that a photo set goes with its photo", async () => {
  const chosen = { lat: 42.2, lon: 20.7 };
  expect(await placeFromPhotos(chosen, [{ position: peja }], true)).toEqual({});
  expect(await placeFromPhotos({ latText: "at the corner" }, [{ position: peja }], true)).toEqual({});
  const used = { ...chosen, photoPlace: { outcome: "used" as const } };
  expect(await placeFromPhotos(used, [{}], false)).toEqual({});
  expect(await placeFromPhotos(used, [{}], true)).toMatchObject({ lat: undefined, photoPlace: { outcome: "none" } });
  expect(await placeFromPhotos(used, [], true)).toEqual({
    lat: undefined,
    lon: undefined,
    municipalityId: undefined,
    photoPlace: undefined,
  });

  const secret = await draft(anonymous, {}, await phonePhoto({ width: 80, height: 60, seed: 31 }));
  const id = (await findDraft(secret))?.photos[0]?.id ?? "";
  await saveDraft(anonymous, secret, { ...peja, photoPlace: { outcome: "used", id } });
  await removeDraftPhoto(anonymous, secret, id);
  const data = (await findDraft(secret))?.data;
  expect([data?.lat, data?.photoPlace, data?.title]).toEqual([undefined, undefined, "A deep hole before the school"]);
});

test("of what a photo said nothing is left once the report is sent", async () => {
  const secret = await draft(anonymous, { photoPlace: { outcome: "used", day }, email: "place@example.com" });
  const sent = await submitReport(anonymous, secret, "sq", "10.9.2.1");
  expect(sent).toMatchObject({ ok: true });
  const row = await db().reportDraft.findFirstOrThrow({ where: { reportId: { not: null } }, orderBy: { id: "desc" } });
  expect(JSON.stringify(row.data)).not.toContain(day);
  const ref = sent.ok ? sent.value.ref : "";
  const report = await db().report.findUniqueOrThrow({ where: { ref }, include: { events: true, photos: true } });
  expect(inspect(report, { depth: 9 })).not.toContain(day);
});
