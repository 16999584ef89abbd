/**
 * `npm run bench:follows -- [--follows N] [--runs N]`: how long it takes to find out whom an event is told to, over so
 * many circles around home, on a throw-away database. Prints p50 and p99 in milliseconds and how many were found.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "../lib/db/embedded";
import { migrate } from "../lib/db/migrate";

const { values } = parseArgs({
  options: { follows: { type: "string", default: "100000" }, runs: { type: "string", default: "200" } },
});
const [count, runs] = [Number(values.follows), Number(values.runs)];

/**
 * A person for each circle, its radius one of those offered, and reports to tell of.
 * @param spread how far homes and reports lie from the seven seats, in degrees
 */
async function makeUp(spread: number): Promise<string[]> {
  const { db } = await import("../lib/db/client");
  const { newRef } = await import("../lib/reports/ref");
  await db().$executeRaw`truncate person, report, area_follow, notice cascade`;
  await db().$executeRaw`select setseed(0.5)`;
  await db().$executeRaw`
    with home as (
      select gen_random_uuid() as id, m.seat_lat + (random() + random() - 1) * ${spread} as lat,
        m.seat_lon + (random() + random() - 1) * ${spread} as lon, (array[200, 500, 500, 1000, 2000])[1 + n % 5] as radius, n
      from generate_series(1, ${count}::int) as n
      join (select *, row_number() over (order by slug) - 1 as i from municipality) as m on m.i = n % 7
    ), people as (
      insert into person (id, email) select id, n || '@example.org' from home returning id
    )
    insert into area_follow (id, person_id, kind, lat, lon, radius, cadence)
    select gen_random_uuid(), home.id, 'circle', lat, lon, radius, 'daily' from home join people using (id)`;
  await db().$executeRawUnsafe("analyze");
  const events: string[] = [];
  const seats = await db().municipality.findMany({ select: { slug: true, seatLat: true, seatLon: true } });
  const off = () => (Math.random() + Math.random() - 1) * spread;
  for (let i = 0; i < runs + 20; i++) {
    const { slug, seatLat, seatLon } = seats[i % seats.length] ?? {
      slug: "prishtina",
      seatLat: 42.663,
      seatLon: 21.162,
    };
    const report = await db().report.create({
      data: {
        ref: newRef(),
        municipalityId: slug,
        categoryId: "potholes",
        lat: seatLat + off(),
        lon: seatLon + off(),
        title: `Made up ${i}`,
        language: "sq",
        source: "import",
        status: "open",
        confirmedAt: new Date(),
        events: { create: { kind: "status", actorKind: "system", isPublic: true, statusTo: "open" } },
      },
      select: { events: { select: { id: true } } },
    });
    events.push(...report.events.map(({ id }) => id));
  }
  return events;
}

const sorted = (took: number[]) => [...took].sort((a, b) => a - b);
const at = (took: number[], share: number) =>
  (sorted(took)[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0).toFixed(1);

/** Finding alone, by the index and the true distance; then the whole: found, and a row written for each. */
async function measure(name: string, spread: number): Promise<string> {
  const { db } = await import("../lib/db/client");
  const { noteEvent } = await import("../lib/follows/notices");
  const [finding, noting]: number[][] = [[], []];
  for (const [i, eventId] of (await makeUp(spread)).entries()) {
    const started = performance.now();
    await db().$queryRaw`
      select count(f.id) from report_event e join report r on r.id = e.report_id
      join area_follow f on f.radius is not null and circle_box(f.lat, f.lon, f.radius) @> box(point(r.lon, r.lat))
        and metres_between(f.lat, f.lon, r.lat, r.lon) <= f.radius
      where e.id = ${eventId}::uuid`;
    const found = performance.now();
    await noteEvent({ eventId, report: true, areas: true, except: [] });
    if (i < 20) continue;
    finding?.push(found - started);
    noting?.push(performance.now() - found);
  }
  const told = (await db().notice.count()) / (runs + 20);
  const times = [finding ?? [], noting ?? []].map((took) => `${at(took, 0.5)} | ${at(took, 0.99)}`);
  return `| ${name} | ${told.toFixed(0)} | ${times.join(" | ")} |`;
}

const folder = await mkdtemp(join(tmpdir(), "ndreqe-bench-"));
const server = await startEmbedded(folder, false);
try {
  Object.assign(process.env, { DATABASE_URL: server.url, DATA_DIR: folder });
  await migrate(server.url);
  const { seedReference } = await import("../lib/municipalities/seed");
  const { closeDb } = await import("../lib/db/client");
  await seedReference();
  console.log(
    `${count} circles, ${runs} events\n\n| where | told | found p50 ms | p99 | noted p50 ms | p99 |\n| --- | --: | --: | --: | --: | --: |`,
  );
  console.log(await measure("in the seven towns, within about 3 km", 0.03));
  console.log(await measure("all over, within about 20 km of a town", 0.25));
  await closeDb();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
