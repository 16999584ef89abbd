import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { migrate } from "@/lib/db/migrate";

async function query<T extends Record<string, unknown>>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** An empty database beside that of this file. */
async function emptyDatabase(name: string): Promise<string> {
  const own = process.env.DATABASE_URL ?? "";
  const called = `${name}_${crypto.randomUUID().slice(0, 8)}`;
  await query(own, `create database ${called}`);
  const url = new URL(own);
  url.pathname = `/${called}`;
  return url.href;
}

const unfinished = "select migration_name from _prisma_migrations where finished_at is null and rolled_back_at is null";

describe("migrations that were cut off", () => {
  test("before anything of it was applied: applied at the next start", async () => {
    const url = await emptyDatabase("before");
    const names = await migrate(url);
    expect(names.length).toBeGreaterThan(1);
    expect(await migrate(url)).toEqual([]);
    const again = await emptyDatabase("again");
    // As a server leaves it that is killed while PostgreSQL works on the first script.
    const [table] = await query<{ sql: string }>(
      url,
      `select 'create table _prisma_migrations (' || string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ') || ')' as sql
       from pg_attribute where attrelid = '_prisma_migrations'::regclass and attnum > 0`,
    );
    await query(again, table?.sql ?? "");
    await query(
      again,
      "insert into _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count) values ('x', 'x', $1, now(), 0)",
      [names[0]],
    );
    expect(await migrate(again)).toEqual(names);
    expect(await query(again, unfinished)).toEqual([]);
  });

  test("after it was applied, before that was written down: not applied twice", async () => {
    const url = await emptyDatabase("after");
    const names = await migrate(url);
    const left =
      "update _prisma_migrations set finished_at = null, applied_steps_count = 0 where migration_name = $1 returning logs";
    expect(await query(url, left, [names.at(-1)])).toEqual([{ logs: "applied" }]);
    expect(await migrate(url)).toEqual([]);
    expect(await query(url, unfinished)).toEqual([]);
  });
});
