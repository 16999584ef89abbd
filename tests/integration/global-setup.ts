import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** A migrated database with reference data; test files work on copies of it. */
    templateUrl: string;
  }
}

/** Starts a throw-away real PostgreSQL and makes the template that every test file copies. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "ndreqe-test-"));
  const server = await startEmbedded(folder, false);
  // Vite puts a BASE_URL of its own into the environment.
  Object.assign(process.env, { DATABASE_URL: server.url, BASE_URL: "http://ndreqe.test" });
  await migrate(server.url);
  const { seedReference } = await import("@/lib/municipalities/seed");
  const { closeDb } = await import("@/lib/db/client");
  await seedReference();
  await closeDb();
  project.provide("templateUrl", server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    // The embedded server's exit hook would end the process with 0, whatever the tests said.
    process.prependOnceListener("beforeExit", () => process.exit());
  };
}
