import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { runMigrations } from "graphile-worker";
import { Client } from "pg";

const MIGRATIONS = join(process.cwd(), "prisma/migrations");
const SCHEMA = join(process.cwd(), "prisma/schema.prisma");

/** What Prisma takes while it migrates; whoever holds it migrates alone. */
const LOCK = 72707369;

/**
 * Ends every script. A script is one transaction, so a migration that was begun has this mark if and only if it was
 * applied, even where its server was killed before Prisma could write that it is finished.
 */
const MARK = `do $$ begin
  if to_regclass('_prisma_migrations') is not null then
    update _prisma_migrations set logs = 'applied' where finished_at is null and rolled_back_at is null;
  end if;
end $$`;

/** The adapter splits a script at every semicolon, which breaks functions and comments: PostgreSQL reads it whole. */
class WholeScripts extends PrismaPg {
  readonly opened: Awaited<ReturnType<PrismaPg["connect"]>>[] = [];

  override async connect() {
    const adapter = await super.connect();
    this.opened.push(adapter);
    adapter.executeScript = async (script) => void (await adapter.underlyingDriver().query(`${script}\n;${MARK}`));
    return adapter;
  }
}

let loaded: Promise<typeof import("@prisma/schema-engine-wasm/schema_engine_bg")> | undefined;

/** The engine's module, its WebAssembly instantiated once: a second instance would mix its memory with the first. */
function engineModule() {
  loaded ??= (async () => {
    const background = createRequire(join(process.cwd(), "package.json")).resolve(
      "@prisma/schema-engine-wasm/schema_engine_bg",
    );
    const module = await import(background);
    const wasm = await readFile(background.replace(/\.js$/, ".wasm"));
    const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": module });
    module.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    // Where the engine leaves its last words when it fails inside.
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => console.error(words) } });
    return module;
  })();
  return loaded;
}

/**
 * Lends Prisma's own schema engine, as WebAssembly: the same one `prisma migrate` runs, without a download.
 * It writes the ordinary _prisma_migrations table. Its connections, and the lock they hold, end with the call.
 * @param databaseUrl postgresql:// address
 */
export async function withSchemaEngine<T>(databaseUrl: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const module = await engineModule();
  const datamodels: [string, string][] = [[SCHEMA, await readFile(SCHEMA, "utf8")]];
  const adapters = new WholeScripts({ connectionString: databaseUrl });
  try {
    return await use(
      await module.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapters)),
    );
  } finally {
    await Promise.all(adapters.opened.map((adapter) => adapter.dispose()));
  }
}

/** The folders of prisma/migrations in order, in the form the engine takes. */
async function migrationsList() {
  const names = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const migrationDirectories = await Promise.all(
    names
      .map((entry) => entry.name)
      .sort()
      .map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(join(MIGRATIONS, path, "migration.sql"), "utf8") },
        },
      })),
  );
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/** Settles a migration that was cut off: finished if it was applied, otherwise free to be applied again. */
async function settleInterrupted(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const { rows } = await client.query("select to_regclass('_prisma_migrations') as found");
    if (!rows[0]?.found) return;
    await client.query(`update _prisma_migrations set
      finished_at = case when logs = 'applied' then now() end,
      applied_steps_count = case when logs = 'applied' then 1 else 0 end,
      rolled_back_at = case when logs = 'applied' then null else now() end
      where finished_at is null and rolled_back_at is null`);
  } finally {
    await client.end();
  }
}

/**
 * Brings a database to the newest schema: Prisma's migrations, then the job queue's own.
 * @param databaseUrl postgresql:// address of an existing database
 * @returns the names of the migrations that were applied now
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  await settleInterrupted(databaseUrl);
  const list = await migrationsList();
  const result = await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList: list, filters: { externalTables: [], externalEnums: [] } }),
  );
  await runMigrations({ connectionString: databaseUrl });
  return result.appliedMigrationNames;
}
