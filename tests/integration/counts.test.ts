import { PrismaPg } from "@prisma/adapter-pg";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { PrismaClient } from "@/lib/db/generated/client";
import { checkCounts } from "@/lib/map/check";
import { countReports } from "@/lib/map/counts";
import { supportReport } from "@/lib/reports/citizen-commands";
import { submitReport } from "@/lib/reports/commands";
import { restQuiet } from "@/lib/reports/rest";
import { readFilter } from "@/lib/reports/schema";
import { miscounted } from "../support/counts";
import { become, plant } from "../support/reports";
import { draft, inside, person, publicReport } from "../support/world";

// More connections than the product has, and patience: what is tried is that everybody comes through, not how soon.
beforeAll(() => {
  globalThis.prismaClient = new PrismaClient({
    adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL ?? "", max: 15 }),
    transactionOptions: { maxWait: 110_000, timeout: 110_000 },
  });
});

const right = { differ: 0, first: [] };

test("200 people file in one place, and 200 say “me too”, at once: every count is exact", {
  timeout: 120_000,
}, async () => {
  const PEOPLE = 200;
  const shared = await publicReport(await person());
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => person()));
  const drafts = await Promise.all(people.map((one) => draft(one, { ...inside.prishtina, email: one.email ?? "" })));
  const sent = await Promise.all(
    people.flatMap((one, i) => [
      submitReport(one, drafts[i], "sq", `10.7.${i % 250}.1`),
      supportReport(one, { reportId: shared.id }),
    ]),
  );
  expect(sent.filter((result) => !result.ok)).toEqual([]);
  expect(await db().report.count({ where: { isPublic: true } })).toBe(PEOPLE + 1);
  expect((await countReports(readFilter({}))).count).toBe(PEOPLE + 1);
  const { supportCount } = await db().report.findUniqueOrThrow({ where: { id: shared.id } });
  expect([supportCount, await db().support.count()]).toEqual([PEOPLE, PEOPLE]);
  expect(await miscounted()).toEqual([]);
  expect(await checkCounts(false)).toEqual(right);
});

test("transactions that write reports of two municipalities in opposite order don't lock each other out", async () => {
  const prishtina = await Promise.all(Array.from({ length: 10 }, () => plant()));
  const peja = await Promise.all(Array.from({ length: 10 }, () => plant({ municipalityId: "peja", ...inside.peja })));
  const hide = (ids: (string | undefined)[]) =>
    db().$transaction(async (tx) => {
      for (const id of ids) if (id) await tx.report.update({ where: { id }, data: { hiddenAt: new Date() } });
    });
  await Promise.all(prishtina.map((one, i) => hide(i % 2 === 0 ? [one.id, peja[i]?.id] : [peja[i]?.id, one.id])));
  expect(await checkCounts(false)).toEqual(right);
});

test("counts broken by hand are found and put right, also while others write", async () => {
  await plant({ status: "fixed", firstResponseAt: new Date(), reopenedCount: 1 });
  const moving = await plant({ municipalityId: "peja", ...inside.peja });
  await db()
    .$executeRaw`update map_cell set count = count + 3 where zoom = 8 and category_id = '*' and status = 'fixed'`;
  await db().$executeRaw`delete from map_cell where zoom = 20 and municipality_id = 'peja'`;
  await db().$executeRaw`insert into map_cell values (14, 'waste', 4711, 'gjilan', 'open', false, 2, 85, 42)`;
  await db().$executeRaw`update report_tally set count = 70 where kind = 'answered'`;
  await db().$executeRaw`delete from report_tally where kind = 'reopened'`;
  const found = await checkCounts(false);
  expect(found.differ).toBeGreaterThan(5);
  expect(found.first).toContainEqual({ table: "map_cell", what: "14 waste 4711 gjilan open false", kept: 2, truth: 0 });
  // Looking alone changes nothing.
  expect((await checkCounts(false)).differ).toBe(found.differ);

  let writing = true;
  const writers = [0, 1, 2].map(async (n) => {
    for (let i = 0; writing; i++) {
      await plant({ lat: inside.prishtina.lat + (i % 7) / 1000, status: i % 2 === 0 ? "open" : "fixed" });
      if (n === 0) await become(moving.id, i % 2 === 0 ? "acknowledged" : "in_progress");
    }
  });
  const repaired = await checkCounts(true);
  writing = false;
  await Promise.all(writers);
  expect(repaired.differ).toBe(found.differ);
  expect(await checkCounts(false)).toEqual(right);
  expect(await miscounted()).toEqual([]);
});

test("open reports nothing happened to for six months rest until somebody says something", async () => {
  const old = new Date(Date.now() - 200 * 864e5);
  const counted = async () => (await countReports(readFilter({ municipality: "prizren" }))).count;
  const place = { municipalityId: "prizren", lat: 42.214, lon: 20.74 };
  const { id } = await plant({ ...place, createdAt: old, statusAt: old });
  await plant(place);
  // It came in while it was young.
  await db().$executeRaw`update report set dormant = false where id = ${id}::uuid`;
  expect(await counted()).toBe(2);
  expect(await restQuiet({ kind: "anonymous" })).toMatchObject({ ok: false, error: "forbidden" });
  expect(await restQuiet({ kind: "system" })).toEqual({ ok: true, value: 1 });
  expect(await restQuiet({ kind: "system" })).toEqual({ ok: true, value: 0 });
  expect(await counted()).toBe(1);
  expect((await countReports(readFilter({ municipality: "prizren", show: "open" }))).count).toBe(2);
  await db().reportEvent.create({
    data: { reportId: id, kind: "comment", actorKind: "citizen", isPublic: true, text: "Still there." },
  });
  expect(await counted()).toBe(2);
  expect(await restQuiet({ kind: "system" })).toEqual({ ok: true, value: 0 });
  expect(await miscounted()).toEqual([]);
});
