/** One size of `npm run bench:map`, on a server of its own. Arguments: how many reports, how many runs, "http" or not. */
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../../lib/db/embedded";
import { migrate } from "../../lib/db/migrate";
import { benchHttp } from "./http";
import { line, measure, ms } from "./measure";
import { mapFilters, tilesOf, views } from "./views";

const [count, runs] = process.argv.slice(2, 4).map(Number) as [number, number];
const withHttp = process.argv[4] === "http";

const folder = await mkdtemp(join(tmpdir(), "ndreqe-bench-"));
const server = await startEmbedded(folder);
Object.assign(process.env, { DATABASE_URL: server.url, DATA_DIR: folder, DEMO: "0" });
const { closeDb, db } = await import("../../lib/db/client");
const load = () => loadavg()[0]?.toFixed(1);

async function benchDatabase(): Promise<void> {
  const { findMapTile } = await import("../../lib/map/queries");
  const { readFilter } = await import("../../lib/reports/schema");
  const seats = await db().municipality.findMany({ select: { seatLat: true, seatLon: true } });
  console.log(
    `\n${line("view, all its tiles", "filter", "tiles", "median ms", "p99 ms")}\n${line("---", "---", "---:", "---:", "---:")}`,
  );
  for (const [view, zoom] of Object.entries(views)) {
    for (const [name, params] of Object.entries(mapFilters)) {
      const tiles = (i: number) => {
        const seat = seats[i % seats.length];
        return tilesOf(zoom, seat?.seatLat ?? 42.663, seat?.seatLon ?? 21.162);
      };
      const took = await measure(runs, async (i) => {
        for (const tile of tiles(i)) await findMapTile(tile, readFilter(params));
      });
      console.log(line(view, name, tiles(0).length, ms(took.median), ms(took.p99)));
    }
  }
  console.log(`\n${line("read", "median ms", "p99 ms")}\n${line("---", "---:", "---:")}`);
  const { cases } = await import("./cases");
  for (const [name, read] of await cases()) {
    const took = await measure(runs, read);
    console.log(line(name, ms(took.median), ms(took.p99)));
  }
}

/** What counting adds to a report that is made public. */
async function benchCounting(): Promise<void> {
  const ids = (await db().report.findMany({ where: { status: "open" }, select: { id: true }, take: 50 })).map(
    ({ id }) => id,
  );
  const hideAndShow = async (i: number, counting: boolean) => {
    const id = ids[i % ids.length] ?? "";
    for (const at of [new Date(), null]) {
      await db().$transaction(async (tx) => {
        if (!counting) await tx.$executeRaw`set local session_replication_role = replica`;
        await tx.report.update({ where: { id }, data: { hiddenAt: at }, select: { id: true } });
      });
    }
  };
  const [plain, counted] = [
    await measure(runs, (i) => hideAndShow(i, false)),
    await measure(runs, (i) => hideAndShow(i, true)),
  ];
  console.log(
    `\nA report counted out and in again: ${ms(counted.median)} ms (p99 ${ms(counted.p99)}); without counting ${ms(plain.median)} ms (p99 ${ms(plain.p99)})`,
  );
}

try {
  await migrate(server.url);
  await (await import("../../lib/municipalities/seed")).seedReference();
  const started = Date.now();
  await (await import("./fill")).fill(count);
  const [size] = await db().$queryRaw<
    { size: string }[]
  >`select pg_size_pretty(pg_database_size(current_database())) as size`;
  console.log(
    `\n## ${count.toLocaleString("en")} reports\n\nFilled in ${((Date.now() - started) / 1000).toFixed(0)} s, ${size?.size}; load average ${load()}`,
  );
  await benchDatabase();
  await benchCounting();
  if (withHttp) await benchHttp(server.url, folder, runs);
  console.log(`\nload average ${load()}`);
} finally {
  await closeDb();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
