// Steps that run before anything is installed: nothing but Node is imported here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const MIN_NODE = [20, 19];

/** A line that says what goes on, with the seconds it took when it is done. */
export function step(words, work) {
  const started = Date.now();
  process.stdout.write(`· ${words} …\n`);
  const result = work();
  process.stdout.write(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  return result;
}

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  console.error(`Node ${MIN_NODE.join(".")} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** Whether node_modules holds what package-lock.json says; npm keeps its own list of what it installed there. */
function installed(withDev) {
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const have = readJson("node_modules/.package-lock.json").packages;
  return Object.entries(readJson("package-lock.json").packages).every(([path, wanted]) => {
    if (path === "" || wanted.optional || (wanted.dev && !withDev) || wanted.devOptional || wanted.peer) return true;
    return have[path]?.version === wanted.version;
  });
}

/** Installs the locked dependencies if they are missing or others. */
export function ensureDependencies({ withDev }) {
  if (installed(withDev)) return;
  step(`Installing the locked dependencies${withDev ? "" : " (without the tools for tests)"}`, () =>
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error", ...(withDev ? [] : ["--omit=dev"])]),
  );
}

/** Runs a program with its output shown; ends this process when it fails. */
export function run(program, args, env = {}) {
  const result = spawnSync(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (result.status === 0) return;
  console.error(`${program} ${args.join(" ")} failed${result.error ? `: ${result.error.message}` : ""}.`);
  process.exit(result.status || 1);
}

export const bin = (name) => join(root, "node_modules/.bin", name);

/** Everything a build is made of. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema.prisma",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

function sourceHash(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) if (name !== "generated") add(join(path, name));
    } else hash.update(path).update(readFileSync(full));
  };
  paths.forEach(add);
  return hash.digest("hex");
}

function onceFor(mark, paths, work) {
  const file = join(root, mark);
  const hash = sourceHash(paths);
  if (existsSync(file) && readFileSync(file, "utf8") === hash) return;
  work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

/** Writes the Prisma client for this schema. */
export function ensureClient() {
  onceFor("lib/db/generated/source", ["prisma/schema.prisma", "package-lock.json"], () =>
    step("Writing the database client", () =>
      // `generate` asks for an engine it doesn't use and would download it; any program's name satisfies it.
      run(bin("prisma"), ["generate"], {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      }),
    ),
  );
}

/** Builds the site, if there is no build of this source. */
export function ensureBuild() {
  ensureClient();
  onceFor(".next/source", SOURCES, () =>
    step("Building the site", () => {
      run(bin("next"), ["build"], { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" });
      buildWorker();
    }),
  );
}

/** The service worker (served by app/sw.js): one plain script that knows which build it belongs to. */
function buildWorker() {
  const build = readFileSync(join(root, ".next/BUILD_ID"), "utf8").trim();
  run(bin("esbuild"), [
    "components/offline/worker.ts",
    "--bundle",
    "--minify",
    "--log-level=warning",
    "--target=es2020",
    `--define:BUILD=${JSON.stringify(build)}`,
    "--outfile=.next/worker.js",
  ]);
}
