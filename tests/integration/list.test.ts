import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { listReports } from "@/lib/reports/queries";
import { filterSchema, type Order, type ReportFilter, readFilter } from "@/lib/reports/schema";
import { plant } from "../support/reports";
import { inside } from "../support/world";

const everything = filterSchema.parse({});

/** Every page of a list, one after the other, and the way back. */
async function pages(filter: ReportFilter, order: Order): Promise<string[][]> {
  const forward: string[][] = [];
  const back: string[][] = [];
  let previous: string | null | undefined;
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listReports(filter, cursor, order);
    forward.push(page.rows.map((row) => row.ref));
    previous = page.previous;
    cursor = page.next;
  }
  for (let cursor = previous; cursor; ) {
    const page = await listReports(filter, cursor, order);
    back.unshift(page.rows.map((row) => row.ref));
    cursor = page.previous;
  }
  expect(back).toEqual(forward.slice(0, -1));
  return forward;
}

beforeAll(async () => {
  for (let i = 0; i < 65; i++) {
    await plant({
      title: i % 13 === 0 ? "Ndriçimi i prishur te shkolla" : `Gropë e madhe ${i}`,
      // Several at one moment, several with as many supporters: the id decides.
      createdAt: new Date(Date.UTC(2026, 9, 1 + Math.floor(i / 4))),
      supportCount: i % 5,
      status: i % 3 === 0 ? "fixed" : "open",
      lat: inside.prishtina.lat + ((i * 29) % 65) / 5000,
      lon: inside.prishtina.lon + ((i * 17) % 65) / 5000,
    });
  }
  // Newer ones that hide what is rare from whoever looks at the newest alone.
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw`
      insert into report (id, ref, municipality_id, category_id, lat, lon, title, language, source, status, confirmed_at, created_at)
      select gen_random_uuid(), 'M' || n, 'peja', 'waste', 42.659, 20.288, 'Mbeturina', 'sq', 'import', 'open', now(), now() - n * interval '1 second'
      from generate_series(1, 6000) as n`;
    await tx.$executeRaw`update report set map_key = map_key(lat, lon) where ref like 'M%'`;
  });
});

const prishtina: ReportFilter = { ...everything, municipality: "prishtina" };
const at = { lat: 42.66, lon: 21.16 };

describe("pages of a list, there and back", () => {
  const byTime = (a: { createdAt: Date; id: string }, b: { createdAt: Date; id: string }) =>
    a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
  test.each([
    ["the newest first", prishtina, { sort: "newest" }],
    ["the longest waiting first", { ...prishtina, show: "open" }, { sort: "waiting" }],
    ["those that affect most first", prishtina, { sort: "affected" }],
    ["the nearest first", prishtina, { sort: "nearest", at }],
    ["rare words", { ...everything, q: "ndricim shkoll" }, { sort: "newest" }],
    ["rare words, the nearest first", { ...everything, q: "ndricim" }, { sort: "nearest", at }],
    ["rare words, those that affect most first", { ...everything, q: "NDRIÇIMI" }, { sort: "affected" }],
    ["what is fixed, which is rare", { ...everything, status: ["fixed"] }, { sort: "affected" }],
  ] as [string, ReportFilter, Order][])("%s", async (_, filter, order) => {
    const rows = (await db().report.findMany({ where: { municipalityId: "prishtina" } })).filter(
      (row) =>
        (filter.show !== "open" || row.status === "open") &&
        (filter.status.length === 0 || row.status === "fixed") &&
        (!filter.q || row.title.startsWith("Ndri")),
    );
    const away = (row: { lat: number; lon: number }) => Math.hypot(row.lat - at.lat, (row.lon - at.lon) * 0.7373);
    if (order.sort === "newest") rows.sort((a, b) => byTime(b, a));
    if (order.sort === "waiting") rows.sort(byTime);
    if (order.sort === "affected") rows.sort((a, b) => b.supportCount - a.supportCount || (a.id < b.id ? 1 : -1));
    if (order.sort === "nearest") rows.sort((a, b) => away(a) - away(b) || (a.id < b.id ? -1 : 1));
    const listed = await pages(filter, order);
    expect(listed.flat()).toEqual(rows.map((row) => row.ref));
    expect(listed.slice(0, -1).every((page) => page.length === 20)).toBe(true);
  });
});

test("a cursor is opaque; nonsense, and another order's, is the first page; those of old addresses work", async () => {
  const first = await listReports(prishtina);
  expect(first.next).not.toMatch(/[0-9a-f]{8}-/);
  const refs = first.rows.map((row) => row.ref);
  for (const odd of ["x", "n+1_x", `${first.next}x`.slice(3), "'; drop table report", "AAAA"])
    expect((await listReports(prishtina, odd)).rows.map((row) => row.ref)).toEqual(refs);
  expect((await listReports(prishtina, first.next, { sort: "affected" })).previous).toBeNull();
  const last = first.rows.at(-1);
  const old = `${last?.createdAt.getTime()}_${last?.id}`;
  expect((await listReports(prishtina, old)).rows).toEqual((await listReports(prishtina, first.next)).rows);
});

test("what rests is listed when asked for", async () => {
  const old = new Date(Date.now() - 240 * 864e5);
  const { ref } = await plant({ municipalityId: "gjilan", lat: 42.463, lon: 21.469, createdAt: old, statusAt: old });
  const refs = async (show?: string) =>
    (await listReports(readFilter({ municipality: "gjilan", ...(show && { show }) }))).rows.map((row) => row.ref);
  expect(await refs()).toEqual([]);
  expect(await refs("open")).toEqual([ref]);
  expect(await refs("all")).toEqual([ref]);
});
