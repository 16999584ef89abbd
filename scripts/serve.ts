/**
 * Runs everything: the embedded PostgreSQL (unless DATABASE_URL names another), migrations, reference and
 * demonstration data, the job worker, and the web server as a child process. Stops them in the reverse order.
 */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { ConfigError, readConfig } from "../lib/config";
import { claimFolder } from "../lib/db/claim";
import { keptSecret, startEmbedded } from "../lib/db/embedded";
import { MAX_BODY_BYTES } from "../lib/photos/sizes";

const dev = process.argv.includes("--dev");
const started = Date.now();
const say = (words: string) => console.log(`· ${words} (${((Date.now() - started) / 1000).toFixed(1)} s)`);

/** What has to be stopped, the last started first. */
const running: { name: string; stop: () => Promise<unknown> }[] = [];
let stopping = false;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const part of running.reverse()) {
    await part.stop().catch((error) => console.error(`Stopping the ${part.name} failed: ${error}`));
    if (process.connected) console.log(`· stopped: ${part.name}`);
  }
  process.exit(code);
}

/** Tells of a port that is taken before anything is started; the web server would only find out at the end. */
function checkPort({ PORT, HOST }: { PORT: number; HOST: string }): Promise<void> {
  return new Promise((free, fail) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const words: Record<string, string> = {
        EADDRINUSE: `PORT ${PORT} is in use by another program. Set PORT to another one.`,
        EACCES: `PORT ${PORT} is not for ordinary users to open. Set PORT to one above 1023.`,
        EADDRNOTAVAIL: `HOST ${HOST} is not an address of this machine.`,
      };
      fail(new ConfigError(words[error.code ?? ""] ?? `HOST ${HOST}, PORT ${PORT} can't be opened: ${error.message}`));
    });
    probe.listen(PORT, HOST, () => probe.close(() => free()));
  });
}

/** Tells of a database that can't be had in a sentence, without the address: there is a password in it. */
async function checkDatabase(url: string): Promise<void> {
  const { Client } = await import("pg");
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new ConfigError(`The database in DATABASE_URL can't be reached: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function startWeb(settings: object): Promise<ChildProcess> {
  return new Promise((ready, fail) => {
    const web = fork(join(process.cwd(), "scripts/web.mjs"), [JSON.stringify(settings)], {
      execArgv: [],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    web.on("message", (message) => message === "ready" && ready(web));
    web.on("exit", (code) => {
      fail(new ConfigError(""));
      if (!stopping) void stop(code || 1);
    });
  });
}

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const settings = readConfig(process.env);
  const dataDir = resolve(settings.DATA_DIR);
  const release = await mkdir(dataDir, { recursive: true, mode: 0o711 })
    .then(() => claimFolder(dataDir))
    .catch((error: NodeJS.ErrnoException) => {
      if (!error.code) throw error;
      throw new ConfigError(`Nothing can be written into DATA_DIR ${dataDir}: ${error.message}`);
    });
  running.push({ name: "claim on the data folder", stop: release });
  await checkPort(settings);

  if (settings.DATABASE_URL) await checkDatabase(settings.DATABASE_URL);
  else {
    say("starting the embedded PostgreSQL");
    const database = await startEmbedded(dataDir);
    // The library stops its server at once on a signal; here the parts stop in order.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
    running.push({ name: "PostgreSQL", stop: database.stop });
    process.env.DATABASE_URL = database.url;
  }
  process.env.DEMO = settings.DEMO ? "1" : "0";
  process.env.AUTH_SECRET ||= await keptSecret(join(dataDir, "auth-secret"));
  // next-auth reads this one by itself.
  process.env.NEXTAUTH_URL = settings.BASE_URL;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

  const { migrate } = await import("../lib/db/migrate");
  const applied = await migrate(process.env.DATABASE_URL ?? "");
  say(applied.length > 0 ? `applied ${applied.length} migrations` : "the database is up to date");

  const { seedReference } = await import("../lib/municipalities/seed");
  await seedReference();
  if (settings.DEMO) {
    const { seedDemo } = await import("../prisma/seed/demo");
    const filled = await seedDemo();
    if (filled) say("demonstration data is in");
  }

  const { closeDb } = await import("../lib/db/client");
  running.push({ name: "database connections", stop: closeDb });
  const { startWorker } = await import("../lib/jobs/worker");
  const worker = await startWorker();
  running.push({ name: "job worker", stop: () => worker.stop() });

  const web = await startWeb({
    dev,
    port: settings.PORT,
    host: settings.HOST,
    trustProxy: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL,
    maxBody: MAX_BODY_BYTES,
  });
  running.push({
    name: "web server",
    stop: () =>
      new Promise((gone) => {
        web.once("exit", gone);
        if (web.connected) web.send("stop");
        else gone(undefined);
      }),
  });

  say("ready");
  console.log(`\n  ${settings.BASE_URL}\n`);
  if (settings.DEMO) {
    const { listDemoAccounts } = await import("../lib/accounts/queries");
    const { DEMO_PASSWORD } = await import("../lib/accounts/demo");
    console.log(`  Demonstration sign-ins, password ${DEMO_PASSWORD}:`);
    for (const { email } of await listDemoAccounts()) console.log(`    ${email}`);
    console.log("");
    if (!["localhost", "127.0.0.1", "[::1]"].includes(new URL(settings.BASE_URL).hostname)) {
      console.warn(
        "  CAUTION: in demonstration mode anybody is administrator with one click and reads every e-mail at /outbox.",
      );
      console.warn("  For a site that people use set DEMO=0, and take the samples out with: npm run demo:remove\n");
    }
  }
}

process.on("message", (message) => message === "stop" && void stop(0));
process.on("disconnect", () => void stop(0));

main().catch(async (error) => {
  if (error instanceof ConfigError) console.error(error.message);
  else console.error(error);
  await stop(1);
});
