/**
 * `npm run bench:map -- [--n 10000,1000000] [--ten-million] [--runs 500]`: how long views of the map take in the database
 * and over HTTP over so many made-up reports, and the reads of the list, the search, the statistics and the desk, on a
 * throw-away database. Prints tables in Markdown; docs/performance.md has those of one machine.
 */
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    n: { type: "string", default: "10000,1000000" },
    "ten-million": { type: "boolean", default: false },
    runs: { type: "string", default: "500" },
    /** Only the filling and the database, without the web server. */
    "no-http": { type: "boolean", default: false },
  },
});
const sizes = [...values.n.split(",").map(Number), ...(values["ten-million"] ? [10_000_000] : [])];

console.log(
  `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${values.runs} runs each, one after the other`,
);
for (const size of sizes) {
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/bench/one.ts", String(size), values.runs, values["no-http"] ? "" : "http"],
    { stdio: "inherit", env: { ...process.env, TSX_TSCONFIG_PATH: "scripts/tsconfig.json" } },
  );
  if (status !== 0) process.exit(status ?? 1);
}
