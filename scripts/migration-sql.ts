/**
 * Prints the SQL that leads from the committed prisma/schema.prisma to the one in the working tree:
 * the beginning of the next prisma/migrations/NAME/migration.sql.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../lib/db/embedded";
import { withSchemaEngine } from "../lib/db/migrate";

const path = "prisma/schema.prisma";
// The engine wants a server to speak to, even where it compares two files.
const folder = mkdtempSync(join(tmpdir(), "ndreqe-sql-"));
const server = await startEmbedded(folder, false);
const committed = process.argv.includes("--from-empty")
  ? undefined
  : execFileSync("git", ["show", `HEAD:${path}`], { encoding: "utf8" });
const result = await withSchemaEngine(server.url, (engine) =>
  engine.diff({
    from: committed ? { tag: "schemaDatamodel", files: [{ path, content: committed }] } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [{ path, content: readFileSync(path, "utf8") }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  }),
);
console.log(result.stdout);
await server.stop();
rmSync(folder, { recursive: true, force: true });
