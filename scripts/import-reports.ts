/** `npm run import:reports -- FILE.csv`: reads reports with their histories into the database (docs/import.md). */

import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { ConfigError, readConfig } from "../lib/config";
import { attachDatabase } from "../lib/db/attach";
import { ImportFileError } from "../lib/reports/import-csv";
import { rejectReasons } from "../lib/reports/import-line";
import { defaultMapping, mappingSchema } from "../lib/reports/import-mapping";

const USAGE = `npm run import:reports -- FILE.csv [--source NAME] [--mapping FILE.json] [--rejects FILE.csv]

  --source    where the reports come from; together with a line's id it keeps a report from being filed twice
              (default: the file's name)
  --mapping   their categories to ours, as JSON: { "their category": "our-slug" }
  --rejects   where lines that aren't taken are written with the reason (default: FILE.rejects.csv)`;

class UsageError extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { source: { type: "string" }, mapping: { type: "string" }, rejects: { type: "string" } },
    });
    const [file, more] = positionals;
    if (!file || more) throw new UsageError(USAGE);
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    const name = basename(file).replace(/\.[^.]*$/, "");
    const source = values.source ?? name;
    if (!/^[\w .-]{1,60}$/.test(source))
      throw new UsageError("--source takes 1 to 60 letters, digits, spaces, dots and hyphens.");
    return {
      file,
      source,
      mapping: values.mapping,
      rejects: values.rejects ?? file.replace(/(\.csv)?$/i, ".rejects.csv"),
    };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function readMapping(path: string | undefined) {
  if (!path) return defaultMapping;
  const text = await readFile(path, "utf8").catch(() => {
    throw new UsageError(`There is no file ${path}.`);
  });
  try {
    return mappingSchema.parse(JSON.parse(text));
  } catch {
    throw new UsageError(`${path} is not a mapping: JSON of the form { "their category": "our-slug" } is expected.`);
  }
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A bar where somebody watches, a line now and then where a log is kept. */
function progress(totalBytes: number, readBytes: () => number) {
  const started = Date.now();
  if (process.stdout.isTTY) {
    const bar = new SingleBar({
      format: "{bar} {percentage} % · {reports} reports · {duration_formatted}",
      hideCursor: true,
    });
    bar.start(totalBytes, 0, { reports: 0 });
    return { show: (reports: number) => bar.update(readBytes(), { reports }), end: () => bar.stop() };
  }
  let shown = started;
  const show = (reports: number) => {
    if (Date.now() - shown < 2_000) return;
    shown = Date.now();
    console.log(
      `· ${Math.round((100 * readBytes()) / totalBytes)} % read, ${reports} reports (${Math.round((shown - started) / 1000)} s)`,
    );
  };
  return { show, end: () => undefined };
}

async function main(): Promise<void> {
  const { file, source, mapping: mappingFile, rejects } = readArguments();
  const mapping = await readMapping(mappingFile);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const database = await attachDatabase(readConfig(process.env));
  // The embedded server's library stops it at once on a signal; here the batch at hand is finished first.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
  const { closeDb } = await import("../lib/db/client");
  try {
    if (database.started) await prepare();
    await run(file, source, mapping, rejects, stopping.signal);
  } finally {
    await closeDb();
    await database.release();
  }
}

/** A database that no server has brought up to date. */
async function prepare(): Promise<void> {
  const { migrate } = await import("../lib/db/migrate");
  const { seedReference } = await import("../lib/municipalities/seed");
  await migrate(process.env.DATABASE_URL ?? "");
  await seedReference();
}

async function run(
  file: string,
  source: string,
  mapping: Readonly<Record<string, string>>,
  rejects: string,
  signal: AbortSignal,
) {
  const { importReports } = await import("../lib/reports/import");
  const { system } = await import("../lib/accounts/actor");
  const started = Date.now();
  const input = createReadStream(file);
  const { size } = await stat(file);
  const bar = progress(size, () => input.bytesRead);
  const out = createWriteStream(rejects);
  out.write("line,id,reason,explanation\n");
  const result = await importReports(system, input, {
    source,
    mapping,
    signal,
    onReject: (line, id, reason) => out.write(`${line},${quoted(id)},${reason},${quoted(rejectReasons[reason])}\n`),
    onProgress: ({ imported, present }) => bar.show(imported + present),
  }).finally(() => bar.end());
  out.end();
  await once(out, "close");
  if (!result.ok) throw new Error(result.error);

  const { lines, imported, present, rejected, moved, interrupted } = result.value;
  const refused = Object.entries(rejected).sort((a, b) => b[1] - a[1]);
  const seconds = (Date.now() - started) / 1000;
  console.log(`\n${interrupted ? "Stopped" : "Done"} after ${seconds.toFixed(1)} s: ${lines} lines read.`);
  console.log(`  ${imported} imported`);
  console.log(`  ${present} already there`);
  console.log(`  ${refused.reduce((sum, [, count]) => sum + count, 0)} rejected, see ${rejects}`);
  for (const [reason, count] of refused)
    console.log(`    ${count} ${reason}: ${rejectReasons[reason as keyof typeof rejectReasons]}`);
  if (moved > 0)
    console.log(`  ${moved} of them lie in another municipality than the file says; the outlines were followed`);
  if (interrupted) console.log("Run the same command again to go on.");
}

main().then(
  () => process.exit(0),
  (error) => {
    const plain = error instanceof UsageError || error instanceof ConfigError || error instanceof ImportFileError;
    console.error(plain ? error.message : error);
    process.exit(1);
  },
);
