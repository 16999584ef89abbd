/**
 * `npm run bench:map -- [--file FILE.csv | --reports N] [--runs N]`: how long the reads of the public pages, the map and
 * the desk take over so many reports, on a throw-away database. Prints p50 and p99 in milliseconds.
 */
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "../lib/db/embedded";
import { migrate } from "../lib/db/migrate";

const { values } = parseArgs({
  options: {
    file: { type: "string" },
    reports: { type: "string", default: "10000" },
    runs: { type: "string", default: "200" },
  },
});
const runs = Number(values.runs);

/** A read to measure; `i` counts the runs, so that it can ask for something else each time. */
type Case = [name: string, read: (i: number) => Promise<unknown>];

async function measure([name, read]: Case): Promise<string> {
  for (let i = 0; i < 20; i++) await read(i);
  const took: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await read(i);
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0).toFixed(1);
  return `| ${name} | ${at(0.5)} | ${at(0.99)} |`;
}

/** Reports from a file, as the importer takes them. */
async function importFile(file: string): Promise<void> {
  const { importReports } = await import("../lib/reports/import");
  const { defaultMapping } = await import("../lib/reports/import-mapping");
  const { system } = await import("../lib/accounts/actor");
  const result = await importReports(system, createReadStream(file), { source: "bench", mapping: defaultMapping });
  if (!result.ok) throw new Error(result.error);
}

/** Made-up reports around the seven seats, a third of them open; written without triggers, with what the triggers would have written. */
async function makeUp(count: number): Promise<void> {
  const { db } = await import("../lib/db/client");
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`select setseed(0.5)`;
      await tx.$executeRaw`
        insert into report (id, ref, municipality_id, category_id, lat, lon, title, language, source, status, confirmed_at, created_at,
          status_at, closed_at, first_response_at, answer_due_at, fix_due_at)
        select gen_random_uuid(), 'B' || n, m.slug, c.slug, m.seat_lat + spread.lat, m.seat_lon + spread.lon, 'Made up ' || n, 'sq', 'import',
          status::"ReportStatus", filed, filed, filed, case when status = 'fixed' then filed + interval '9 days' end,
          case when n % 5 > 0 then filed + interval '2 days' end, filed + interval '3 days', filed + interval '28 days'
        from (select n, now() - random() * interval '700 days' as filed, (array['open', 'in_progress', 'fixed', 'fixed', 'fixed'])[1 + n % 5] as status,
            (random() + random() - 1) * 0.03 as lat, (random() + random() - 1) * 0.04 as lon, n % 7 as m, n % 15 as c
          from generate_series(1, ${count}::int) as n) as spread
        join (select *, row_number() over (order by slug) - 1 as i from municipality) as m on m.i = spread.m
        join category as c on c.position = spread.c`;
      await tx.$executeRaw`update report set map_key = map_key(lat, lon)`;
      await tx.$executeRaw`
        insert into map_cell (zoom, key, municipality_id, category_id, status, count, sum_lat, sum_lon)
        select z, map_key >> (2 * (20 - z)), municipality_id, category_id, status, count(*), sum(lat), sum(lon)
        from report, generate_series(8, 18) as z group by 1, 2, 3, 4, 5`;
      await tx.$executeRaw`
        insert into report_event (id, report_id, kind, actor_kind, is_public, status_to, at)
        select gen_random_uuid(), id, 'status', 'system', true, status, status_at from report`;
    },
    { timeout: 600_000 },
  );
}

function tileAt(z: number, lat: number, lon: number) {
  const n = 2 ** z;
  const y = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * n;
  return { z, x: Math.floor(((lon + 180) / 360) * n), y: Math.floor(y) };
}

async function cases(): Promise<Case[]> {
  const { db } = await import("../lib/db/client");
  const { findMapTile, countReports } = await import("../lib/map/queries");
  const { countByStatus } = await import("../lib/map/counts");
  const { findPublicReport, listReports } = await import("../lib/reports/queries");
  const { listDesk } = await import("../lib/reports/desk-queries");
  const { readFigures } = await import("../lib/statistics/queries");
  const { filterSchema } = await import("../lib/reports/schema");
  const { anonymous } = await import("../lib/accounts/actor");
  const seats = await db().municipality.findMany({ select: { slug: true, seatLat: true, seatLon: true } });
  const refs = await db().report.findMany({ select: { ref: true }, take: 500, orderBy: { id: "asc" } });
  const all = filterSchema.parse({});
  const open = filterSchema.parse({ status: ["open", "in_progress"] });
  const recent = filterSchema.parse({ period: "90" });
  const seat = (i: number) => seats[i % seats.length] ?? { slug: "prishtina", seatLat: 42.663, seatLon: 21.162 };
  const tile =
    (z: number, filter = all) =>
    (i: number) =>
      findMapTile(tileAt(z, seat(i).seatLat, seat(i).seatLon), filter);
  const admin = {
    kind: "person" as const,
    id: crypto.randomUUID(),
    email: "bench@example.org",
    name: null,
    locale: "sq" as const,
    grants: [{ role: "admin" as const, municipalityId: null, departmentId: null }],
  };
  let cursor: string | undefined;
  return [
    ...[8, 11, 13, 15, 17].map((z): Case => [`map tile, zoom ${z}`, tile(z)]),
    ["map tile, zoom 13, open only", tile(13, open)],
    ["map tile, zoom 13, last 90 days", tile(13, recent)],
    ["map totals", () => countReports(all)],
    ["list, first page", () => listReports(all)],
    ["list, first page of a municipality", (i) => listReports({ ...all, municipality: seat(i).slug })],
    [
      "list, page after page",
      async () => {
        cursor = (await listReports(all, cursor)).next ?? undefined;
      },
    ],
    ["counts by municipality and status", () => countByStatus(all)],
    ["statistics, all municipalities", () => readFigures()],
    ["a report's page", (i) => findPublicReport(refs[i % refs.length]?.ref ?? "", anonymous)],
    ["desk, open", (i) => listDesk(admin, seat(i).slug, "open")],
    ["desk, overdue", (i) => listDesk(admin, seat(i).slug, "overdue")],
  ];
}

const folder = await mkdtemp(join(tmpdir(), "ndreqe-bench-"));
const server = await startEmbedded(folder);
Object.assign(process.env, { DATABASE_URL: server.url, DATA_DIR: folder, DEMO: "0" });
const { closeDb, db } = await import("../lib/db/client");
try {
  await migrate(server.url);
  await (await import("../lib/municipalities/seed")).seedReference();
  const started = Date.now();
  await (values.file ? importFile(values.file) : makeUp(Number(values.reports)));
  await db().$executeRaw`analyze`;
  console.log(
    `${await db().report.count()} reports, written in ${((Date.now() - started) / 1000).toFixed(1)} s; ${runs} runs each, one after the other\n`,
  );
  console.log("| read | p50 ms | p99 ms |\n| --- | ---: | ---: |");
  for (const one of await cases()) console.log(await measure(one));
} finally {
  await closeDb();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
