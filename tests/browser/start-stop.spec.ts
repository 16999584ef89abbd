import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Client } from "pg";

/** `node scripts/start.mjs` as a person runs it, with what it says. */
type Started = { child: ChildProcess; words: () => string; ended: Promise<number | null> };

const running: ChildProcess[] = [];
let base = "";
let port = 0;

function start(folder: string, env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PORT: String(port),
      BASE_URL: "",
      DATABASE_URL: "",
      DEMO: "1",
      LOG_LEVEL: "error",
      DATA_DIR: join(base, folder),
      ...env,
    },
  });
  running.push(child);
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (words += chunk));
  return { child, words: () => words, ended: new Promise((done) => child.once("close", done)) };
}

async function ready(site: Started): Promise<void> {
  const early = site.ended.then((code) => {
    throw new Error(`ended with ${code}: ${site.words()}`);
  });
  await Promise.race([expect.poll(site.words, { timeout: 45_000 }).toContain("· ready"), early]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address ? address.port : 0;
}

async function query(url: string, sql: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const text = (folder: string, name: string) => readFile(join(base, folder, name), "utf8");
const health = (at = port) =>
  fetch(`http://127.0.0.1:${at}/api/health`).then(
    (answer) => answer.status,
    () => "nobody there",
  );

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.describe("starting and stopping", () => {
  test.describe.configure({ mode: "serial", timeout: 90_000 });

  test.beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), "ndreqe-start-"));
    // As root, the database runs as another user, who has to get to its folder.
    await chmod(base, 0o711);
    port = await freePort();
  });

  test.afterAll(async () => {
    for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
    await expect
      .poll(() => running.every((child) => child.exitCode !== null || child.signalCode !== null), { timeout: 20_000 })
      .toBe(true);
    await rm(base, { recursive: true, force: true });
  });

  test("a folder and a port are used by one server; another is told which, and nothing is touched", async () => {
    await ready(start("site"));
    expect(await health()).toBe(200);

    const same = start("site");
    expect(await same.ended).toBe(1);
    expect(same.words()).toMatch(
      /^Another server already runs on the folder .*site \(process \d+\)\. Stop it, or set DATA_DIR and PORT to others\.\n$/,
    );

    const taken = start("other");
    expect(await taken.ended).toBe(1);
    expect(taken.words()).toContain(`PORT ${port} is in use by another program. Set PORT to another one.`);
    expect(existsSync(join(base, "other", "pg"))).toBe(false);
    expect(await health()).toBe(200);
  });

  test("killed outright, it begins again with everything that was in it", async () => {
    const url = await text("site", "database-url");
    await query(
      url,
      "insert into audit_event (id, action, subject) values (gen_random_uuid(), 'test.kept', 'start-stop')",
    );
    const counts =
      "select (select count(*) from report) as reports, (select count(*) from report_event) as events, (select count(*) from audit_event where action = 'test.kept') as kept";
    const before = await query(url, counts);
    expect(Number(before[0]?.reports)).toBeGreaterThan(100);

    process.kill(Number(await text("site", "serve.pid")), "SIGKILL");
    expect(await (running[0] ? new Promise((done) => running[0]?.once("close", done)) : 0)).not.toBe(0);
    await expect.poll(() => health()).toBe("nobody there");

    await ready(start("site"));
    expect(await query(await text("site", "database-url"), counts)).toEqual(before);
  });

  test("with DATABASE_URL no server of its own is started, and no demonstration data comes in unasked", async () => {
    const own = await text("site", "database-url");
    await query(own, "create database elsewhere");
    const elsewhere = new URL(own);
    elsewhere.pathname = "/elsewhere";
    const other = await freePort();
    const site = start("outside", { DATABASE_URL: elsewhere.href, DEMO: "", PORT: String(other) });
    await ready(site);
    expect(await health(other)).toBe(200);
    expect(existsSync(join(base, "outside", "pg"))).toBe(false);
    const counts = await query(
      elsewhere.href,
      "select (select count(*) from municipality) as municipalities, (select count(*) from person) as people",
    );
    expect(counts).toEqual([{ municipalities: "7", people: "0" }]);
    site.child.kill("SIGINT");
    expect(await site.ended).toBe(0);
    expect(site.words()).not.toContain("stopped: PostgreSQL");
  });

  test("Ctrl-C stops web server, worker and database in this order, and leaves nobody running", async () => {
    const site = running.findLast((child) => child.exitCode === null && child.signalCode === null);
    let words = "";
    site?.stdout?.on("data", (chunk) => (words += chunk));
    const postgres = Number((await text("site", "pg/postmaster.pid")).split("\n")[0]);
    expect(isAlive(postgres)).toBe(true);
    const ended = new Promise((done) => site?.once("close", done));
    site?.kill("SIGINT");
    expect(await ended).toBe(0);
    const stopped = [...words.matchAll(/stopped: (.*)/g)].map((match) => match[1]);
    expect(stopped.slice(0, 4)).toEqual(["web server", "job worker", "database connections", "PostgreSQL"]);
    expect(await health()).toBe("nobody there");
    expect(isAlive(postgres)).toBe(false);
    for (const name of ["database-url", "serve.pid"]) expect(existsSync(join(base, "site", name))).toBe(false);
  });

  test("wrong settings are said in sentences, each, without secrets", async () => {
    const wrong = start("wrong", { PORT: "99999", TILE_URL: "abc", AUTH_SECRET: "only-short" });
    expect(await wrong.ended).toBe(1);
    expect(wrong.words()).toContain('PORT is "99999" but must be at most 65535.');
    expect(wrong.words()).toContain("TILE_URL");
    expect(wrong.words()).toContain("AUTH_SECRET must have at least 32 characters.");
    expect(wrong.words()).not.toContain("only-short");

    const closed = await freePort();
    const nowhere = start("wrong", { DATABASE_URL: `postgresql://me:hidden@127.0.0.1:${closed}/x` });
    expect(await nowhere.ended).toBe(1);
    expect(nowhere.words()).toContain("The database in DATABASE_URL can't be reached");
    expect(nowhere.words()).not.toMatch(/hidden|\n\s+at /);
  });
});
