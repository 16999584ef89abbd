import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "../lib/config";

/**
 * Points this process at the database of the site, set up as the site's own start is: DATABASE_URL, also from .env,
 * or the embedded server that runs now. Ends the process with a sentence where there is none.
 */
export async function connectToRunningSite(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const settings = readConfig(process.env);
  const running = () => readFile(join(settings.DATA_DIR, "database-url"), "utf8").catch(() => "");
  process.env.DATABASE_URL = settings.DATABASE_URL ?? (await running());
  if (process.env.DATABASE_URL) return;
  console.error("No database: start the site first (npm start), or set DATABASE_URL.");
  process.exit(1);
}
