import { type ChildProcess, fork, spawn } from "node:child_process";
import { Agent, get } from "node:http";
import { createServer } from "node:net";
import { db } from "../../lib/db/client";
import { line, measure, ms, perSecond } from "./measure";
import { mapFilters, tilesOf, views } from "./views";

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Fetches a path. @returns bytes on the way */
const fetchBytes = (port: number, path: string): Promise<{ bytes: number; body: Buffer }> =>
  new Promise((done, fail) => {
    get({ port, host: "127.0.0.1", path, agent, headers: { "accept-encoding": "gzip" } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const body = Buffer.concat(parts);
        if (answer.statusCode === 200) done({ bytes: body.length, body });
        else fail(new Error(`${path}: ${answer.statusCode}`));
      });
    }).on("error", fail);
  });

/** Starts the product as it is in production. It has to be built. */
async function startProduct(port: number, databaseUrl: string, folder: string): Promise<ChildProcess> {
  const site = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      DEMO: "0",
      PORT: String(port),
      BASE_URL: `http://localhost:${port}`,
      AUTH_SECRET: "only-for-the-benchmark-only-for-the-benchmark",
      LOG_LEVEL: "error",
    },
  });
  await new Promise((ready, fail) => {
    site.stdout?.on("data", (part: Buffer) => part.toString().includes("· ready") && ready(undefined));
    site.once("exit", (code) => fail(new Error(`the product ended with ${code}`)));
  });
  return site;
}

const pathOf = ({ z, x, y }: { z: number; x: number; y: number }, params: Record<string, string>): string => {
  const query = new URLSearchParams(params).toString();
  return `/api/map/${z}/${x}/${y}.json${query && `?${query}`}`;
};

/** Views of the map over HTTP, and the tile route beside a bare server that answers the same bytes. */
export async function benchHttp(databaseUrl: string, folder: string, runs: number): Promise<void> {
  const [port, barePort] = [await freePort(), await freePort()];
  const site = await startProduct(port, databaseUrl, folder);
  const gone = new Promise((exit) => site.once("exit", exit));
  const seats = await db().municipality.findMany({ select: { seatLat: true, seatLon: true } });
  console.log(
    `\n${line("view over HTTP, its tiles at once", "filter", "median ms", "p99 ms", "kB, gzip", "largest tile kB")}\n${line("---", "---", "---:", "---:", "---:", "---:")}`,
  );
  for (const [view, zoom] of Object.entries(views)) {
    for (const [name, params] of Object.entries(mapFilters)) {
      let [bytes, largest, asked] = [0, 0, 0];
      const took = await measure(runs, async (i) => {
        const seat = seats[i % seats.length];
        const tiles = tilesOf(zoom, seat?.seatLat ?? 42.663, seat?.seatLon ?? 21.162);
        const sizes = await Promise.all(
          tiles.map(async (tile) => (await fetchBytes(port, pathOf(tile, params))).bytes),
        );
        bytes += sizes.reduce((sum, size) => sum + size, 0);
        largest = Math.max(largest, ...sizes);
        asked++;
      });
      console.log(
        line(view, name, ms(took.median), ms(took.p99), (bytes / asked / 1000).toFixed(1), (largest / 1000).toFixed(1)),
      );
    }
  }
  // Many different tiles, as many people ask for them.
  const paths = seats.flatMap(({ seatLat, seatLon }) =>
    [9, 11, 13, 15, 17].flatMap((zoom) => tilesOf(zoom, seatLat, seatLon).map((tile) => pathOf(tile, {}))),
  );
  await db().$executeRaw`create table bench_tile (path text primary key, body text not null)`;
  const plain = new Map<string, string>();
  for (const path of new Set(paths)) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    plain.set(path, await answer.text());
  }
  for (const [path, body] of plain) await db().$executeRaw`insert into bench_tile values (${path}, ${body})`;
  const bare = fork("scripts/bench/bare.mjs", [databaseUrl, String(barePort)], { execArgv: [] });
  await new Promise((ready) => bare.once("message", ready));
  const ask = (at: number) => (i: number) => fetchBytes(at, paths[i % paths.length] ?? "");
  const rates: number[] = [];
  for (const at of [port, barePort]) {
    await perSecond(8, runs, ask(at));
    rates.push(await perSecond(8, runs * 6, ask(at)));
  }
  const [ours = 0, theirs = 0] = rates;
  console.log(
    `\nTiles a second, 8 at once, ${paths.length} different ones: ${ours.toFixed(0)}; a bare server with the same bytes after one indexed query: ${theirs.toFixed(0)} (${((ours / theirs) * 100).toFixed(0)} %)`,
  );
  bare.kill();
  site.send("stop");
  await gone;
}
