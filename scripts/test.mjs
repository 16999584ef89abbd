// `npm test`: everything that must hold, from a fresh clone. The last line is "N passed, N failed".
// Arguments name the parts to run (format, types, layers, unit, integration, browser); none runs all.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bin, checkNode, ensureBuild, ensureClient, ensureDependencies, root } from "./steps.mjs";

checkNode();
ensureDependencies({ withDev: true });
ensureClient();
const asked = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
const results = join(root, "test-results");
mkdirSync(results, { recursive: true });

function part(name, count) {
  if (asked.length > 0 && !asked.includes(name)) return;
  const started = Date.now();
  console.log(`\n── ${name}`);
  const { passed, failed } = count();
  total.passed += passed;
  total.failed += failed;
  console.log(`── ${name}: ${passed} passed, ${failed} failed, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

const call = (program, args) =>
  spawnSync(bin(program), args, { cwd: root, stdio: "inherit", env: process.env }).status === 0;
const check = (program, args) => () => (call(program, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Runs a test runner that writes its counts to a file; a run that ends badly without a failed test is one failure. */
function suite(program, args, file, read) {
  const path = join(results, file);
  rmSync(path, { force: true });
  const ok = call(program, args);
  const counts = existsSync(path) ? read(JSON.parse(readFileSync(path, "utf8"))) : { passed: 0, failed: 0 };
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

const vitest = (project) => () =>
  suite(
    "vitest",
    [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=test-results/${project}.json`,
    ],
    `${project}.json`,
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    }),
  );

part("format", check("biome", ["check", "--error-on-warnings", "."]));
part("types", check("tsc", ["--noEmit"]));
part(
  "layers",
  check("depcruise", [
    "app",
    "components",
    "lib",
    "scripts",
    "prisma/seed",
    "proxy.ts",
    "--config",
    ".dependency-cruiser.cjs",
  ]),
);
part("unit", vitest("unit"));
part("integration", vitest("integration"));
part("browser", () => {
  ensureBuild();
  return suite("playwright", ["test"], "browser.json", ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }));
});

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
