import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { closeDb } from "@/lib/db/client";

// Every test file has a database and a data folder of its own.
const template = new URL(inject("templateUrl"));
const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
const own = new URL(template);
own.pathname = `/${name}`;

const admin = new URL(template);
admin.pathname = "/postgres";
const client = new Client({ connectionString: admin.href });
await client.connect();
await client.query(`create database ${name} template ${template.pathname.slice(1)}`);
await client.end();

const folder = await mkdtemp(join(tmpdir(), "ndreqe-data-"));
Object.assign(process.env, {
  DATABASE_URL: own.href,
  DATA_DIR: folder,
  DEMO: "0",
  BASE_URL: "http://ndreqe.test",
  AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  LOG_LEVEL: "error",
});

afterAll(async () => {
  await closeDb();
  await rm(folder, { recursive: true, force: true });
});
