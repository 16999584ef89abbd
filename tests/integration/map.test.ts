import { randomInt } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/map/[z]/[x]/[y]/route";
import { db } from "@/lib/db/client";
import { fold } from "@/lib/geo/fold";
import { mortonKey } from "@/lib/geo/tiles";
import { countByMunicipality, countReports, findMapTile } from "@/lib/map/queries";
import { MAX_ZOOM, type MapTile, MOST_PINS, type TileAddress } from "@/lib/map/schema";
import { listReports } from "@/lib/reports/queries";
import { filterSchema, type ReportFilter } from "@/lib/reports/schema";
import { isOpen, publicStatuses, type Status } from "@/lib/reports/status";
import { miscounted } from "../support/counts";
import { become, plant } from "../support/reports";

const everything = filterSchema.parse({});
const where = (given: Partial<ReportFilter>): ReportFilter => ({ ...everything, ...given });

/** The tile of a position, by the textbook formula in doubles. */
function tileAt(z: number, lat: number, lon: number): TileAddress {
  const n = 2 ** z;
  return {
    z,
    x: Math.floor(((lon + 180) / 360) * n),
    y: Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * n),
  };
}

const DAY = 864e5;
const centres = {
  prishtina: { lat: 42.663, lon: 21.162 },
  peja: { lat: 42.659, lon: 20.288 },
  prizren: { lat: 42.214, lon: 20.74 },
} as const;
const towns = Object.keys(centres) as (keyof typeof centres)[];
const categories = ["potholes", "lighting", "waste"] as const;

/** The longest title there may be, of letters that don't compress. */
const noise = () => Array.from({ length: 120 }, () => String.fromCodePoint(0x4e00 + randomInt(20_000))).join("");

/** 180 public reports around three towns, and 9 that nobody may see. */
async function plantField() {
  for (let i = 0; i < 180; i++) {
    const town = towns[i % 3] ?? "prishtina";
    const status = publicStatuses[i % 7] ?? "open";
    await plant({
      // Every fifth is past its date for an answer, every ninth past that for the fix, every eleventh was reopened.
      answerDueAt: i % 5 === 0 ? new Date(Date.now() - DAY) : new Date(Date.now() + DAY),
      firstResponseAt: i % 2 === 0 ? new Date() : null,
      fixDueAt: i % 9 === 0 ? new Date(Date.now() - DAY) : null,
      reopenedCount: i % 11 === 0 ? 1 : 0,
      municipalityId: town,
      categoryId: categories[Math.floor(i / 3) % 3] ?? "potholes",
      lat: centres[town].lat + ((i * 37) % 100) / 5000,
      lon: centres[town].lon + ((i * 61) % 100) / 5000,
      status,
      // Every seventh hasn't moved for eight months.
      statusAt: new Date(Date.now() - (Math.floor(i / 7) % 4 === 0 ? 240 : 3) * DAY),
      createdAt: new Date(Date.now() - (i % 60) * 2 * DAY),
      title: `Public ${i}`,
    });
  }
  const unseen: Parameters<typeof plant>[0][] = [
    { training: true },
    { hiddenAt: new Date() },
    { status: "unconfirmed" as Status },
  ];
  for (const given of [...unseen, ...unseen, ...unseen]) await plant({ ...given, title: "Nobody sees this" });
}

type Row = Awaited<ReturnType<ReturnType<typeof db>["report"]["findMany"]>>[number];

const isPast = (due: Date | null) => due !== null && due.getTime() < Date.now();

/** The rule as /statistics says it. */
const isLate = (row: Row) =>
  isOpen(row.status) &&
  ((row.firstResponseAt === null && isPast(row.answerDueAt)) || (isPast(row.fixDueAt) && row.status !== "referred"));

/** Every public report of a filter, counted one by one. */
async function recount(filter: ReportFilter) {
  const all = await db().report.findMany();
  return all.filter(
    (row) =>
      row.status !== "unconfirmed" &&
      row.status !== "expired" &&
      row.hiddenAt === null &&
      !row.training &&
      (filter.show !== "current" || (isOpen(row.status) && row.statusAt.getTime() > Date.now() - 183 * DAY)) &&
      (filter.show !== "open" || isOpen(row.status)) &&
      (!filter.q || fold(row.title).includes(fold(filter.q))) &&
      (!filter.municipality || row.municipalityId === filter.municipality) &&
      (!filter.category || row.categoryId === filter.category) &&
      (filter.status.length === 0 || (filter.status as Status[]).includes(row.status)) &&
      (filter.only !== "reopened" || row.reopenedCount > 0) &&
      (filter.only !== "overdue" || isLate(row)) &&
      (!filter.period || row.createdAt.getTime() >= Date.now() - Number(filter.period) * DAY),
  );
}

const countOf = (tile: MapTile) => tile.clusters.reduce((sum, one) => sum + one.count, 0) + tile.pins.length;

/** What the tiles that hold the three towns show together. */
async function shown(z: number, filter: ReportFilter) {
  const tiles = new Map<string, TileAddress>();
  for (const row of await db().report.findMany({ select: { lat: true, lon: true } })) {
    const tile = tileAt(z, row.lat, row.lon);
    tiles.set(`${tile.x}/${tile.y}`, tile);
  }
  return Promise.all([...tiles.values()].map((tile) => findMapTile(tile, filter)));
}

/** The list, page after page. */
async function wholeList(filter: ReportFilter): Promise<string[]> {
  const refs: string[] = [];
  for (let after: string | undefined | null; after !== null; ) {
    const page = await listReports(filter, after);
    refs.push(...page.rows.map((row) => row.ref));
    after = page.next;
  }
  return refs;
}

const filters: [string, ReportFilter][] = [
  ["everything", everything],
  ["a municipality", where({ municipality: "peja" })],
  ["a category", where({ category: "lighting" })],
  ["two statuses", where({ status: ["open", "fixed"] })],
  ["a period", where({ period: "30" })],
  ["all of them", where({ municipality: "prizren", category: "waste", status: ["open", "planned"], period: "90" })],
  ["what is overdue", where({ only: "overdue" })],
  ["what was reopened in a municipality", where({ only: "reopened", municipality: "peja" })],
  ["what is current", where({ show: "current" })],
  ["what is current of a category", where({ show: "current", category: "potholes", municipality: "peja" })],
  ["what is open", where({ show: "open" })],
  ["a word", where({ q: "PÚBLIC 17" })],
  ["a word in what is current", where({ q: "blic", show: "current", municipality: "prizren" })],
  ["a word that nobody wrote", where({ q: "xylophone" })],
  ["nothing", where({ municipality: "gjilan" })],
];

describe("map tiles", () => {
  beforeAll(plantField);

  test.each(filters)("filtered by %s show as many reports as there are, at every zoom", async (_, filter) => {
    const expected = await recount(filter);
    for (const z of [0, 5, 7, 9, 12, 15, 16, 17, 18, 19]) {
      const tiles = await shown(z, filter);
      expect([z, tiles.reduce((sum, tile) => sum + countOf(tile), 0)]).toEqual([z, expected.length]);
    }
    expect(await countReports(filter)).toEqual({
      count: expected.length,
      open: expected.filter((row) => isOpen(row.status)).length,
      fixed: expected.filter((row) => row.status === "fixed").length,
      more: false,
    });
    const byHand = new Map<string, number>();
    for (const row of expected) byHand.set(row.municipalityId, (byHand.get(row.municipalityId) ?? 0) + 1);
    expect(await countByMunicipality(filter)).toEqual(byHand);
    expect((await wholeList(filter)).sort()).toEqual(expected.map((row) => row.ref).sort());
  });

  test("a cluster stands at the mean of its reports, and says how many are open and fixed", async () => {
    const { x, y } = tileAt(9, centres.peja.lat, centres.peja.lon);
    const { clusters } = await findMapTile({ z: 9, x, y }, everything);
    expect(clusters.length).toBeGreaterThan(0);
    const within = (await recount(everything)).filter((row) => row.mapKey >> 22n === mortonKey(x, y));
    const cells = new Map<bigint, typeof within>();
    for (const row of within) cells.set(row.mapKey >> 16n, [...(cells.get(row.mapKey >> 16n) ?? []), row]);
    for (const [key, rows] of cells) if (rows.length === 1) cells.delete(key);
    expect(clusters).toHaveLength(cells.size);
    for (const rows of cells.values()) {
      const lat = rows.reduce((sum, row) => sum + row.lat, 0) / rows.length;
      const cluster = clusters.find((one) => Math.abs(one.lat - lat) < 1e-4);
      expect(cluster).toMatchObject({
        count: rows.length,
        open: rows.filter((row) => isOpen(row.status)).length,
        fixed: rows.filter((row) => row.status === "fixed").length,
      });
    }
  });

  test("near, each report is a pin with what is needed to draw and name it", async () => {
    const report = await plant({ municipalityId: "gjakova", lat: 42.38, lon: 20.431, title: "Alone in Gjakova" });
    const { pins, clusters } = await findMapTile(tileAt(12, 42.38, 20.431), everything);
    expect(clusters).toEqual([]);
    expect(pins).toEqual([
      {
        ref: report.ref,
        lat: 42.38,
        lon: 20.431,
        status: "open",
        category: "potholes",
        icon: "cone",
        title: "Alone in Gjakova",
      },
    ]);
  });

  test("the cells stay the recount of the reports through status changes, moves, hiding and showing", async () => {
    const report = await plant({ municipalityId: "peja", ...centres.peja });
    await expectCellsExact();
    await become(report.id, "acknowledged");
    await become(report.id, "fixed");
    await expectCellsExact();
    await db().report.update({ where: { id: report.id }, data: { lat: 42.7, lon: 20.3, categoryId: "waste" } });
    await expectCellsExact();
    await db().report.update({ where: { id: report.id }, data: { hiddenAt: new Date() } });
    await expectCellsExact();
    await db().report.update({ where: { id: report.id }, data: { hiddenAt: null } });
    await expectCellsExact();
  });

  test("what isn't public appears at no zoom", async () => {
    for (const z of [7, 12, 16, MAX_ZOOM]) {
      for (const tile of await shown(z, everything)) expect(JSON.stringify(tile)).not.toContain("Nobody sees this");
    }
    for (const tile of await shown(MAX_ZOOM, everything)) expect(tile.clusters).toEqual([]);
  });

  test("at the deepest zoom a crowd is cut to the newest, and says so", async () => {
    for (let i = 0; i < 305; i++) {
      await plant({
        municipalityId: "ferizaj",
        lat: 42.37,
        lon: 21.155,
        createdAt: new Date(Date.now() - i * 1000),
        title: noise(),
      });
    }
    const tile = await findMapTile(tileAt(MAX_ZOOM, 42.37, 21.155), everything);
    expect([tile.pins.length, tile.partial]).toEqual([MOST_PINS, true]);
    expect(gzipSync(JSON.stringify(tile)).length).toBeLessThan(40_000);
    const above = await findMapTile(tileAt(18, 42.37, 21.155), everything);
    expect([above.clusters[0]?.count, above.partial]).toEqual([305, false]);
  });
});

const expectCellsExact = async () => expect(await miscounted()).toEqual([]);

describe("/api/map", () => {
  const ask = (path: string, headers: Record<string, string> = {}) => {
    const url = new URL(path, "http://ndreqe.test");
    const [, , , z = "", x = "", y = ""] = url.pathname.split("/");
    return GET(new Request(url, { headers }), { params: Promise.resolve({ z, x, y }) });
  };

  test("answers with JSON that may be kept for a short time, and 304 to who has it", async () => {
    const first = await ask("/api/map/9/285/189.json?status=open&status=fixed");
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("public, max-age=30, s-maxage=30, stale-while-revalidate=300");
    const etag = first.headers.get("etag") ?? "";
    expect((await first.json()) as MapTile).toMatchObject({ partial: false });
    const again = await ask("/api/map/9/285/189.json?status=open&status=fixed", { "if-none-match": `W/${etag}` });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await ask("/api/map/9/285/189.json", { "if-none-match": '"other"' })).status).toBe(200);
  });

  test.each([
    ["/api/map/a/1/1.json", 400],
    ["/api/map/9/-1/1.json", 400],
    ["/api/map/9/1.5/1.json", 400],
    ["/api/map/9/1/1", 400],
    ["/api/map/9/1/1.png", 400],
    ["/api/map/20/1/1.json", 404],
    ["/api/map/3/8/1.json", 404],
    ["/api/map/9/1/99999999999.json", 400],
  ])("%s is %i, with words in JSON", async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: expect.any(String) });
  });

  test("takes filters that make no sense as none", async () => {
    const odd = await ask("/api/map/9/285/189.json?status=unconfirmed&period=7&municipality=%27%3B--");
    const plain = await ask("/api/map/9/285/189.json");
    expect(odd.headers.get("etag")).toBe(plain.headers.get("etag"));
  });
});
