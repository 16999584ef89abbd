import "server-only";
import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Config, ConfigError } from "../config";
import { claimFolder, holderOf } from "./claim";
import { startEmbedded } from "./embedded";

/**
 * Finds the database that a script works on and puts it into DATABASE_URL: the one that is set, that of the running
 * server, or the embedded server, started for the time of the script.
 * @returns whether it was started here, and how to leave it as it was found
 * @throws ConfigError when a server is just starting or stopping on the folder
 */
export async function attachDatabase(settings: Config): Promise<{ started: boolean; release: () => Promise<void> }> {
  const found = (url: string) => {
    process.env.DATABASE_URL = url;
    return { started: false, release: async () => undefined };
  };
  if (settings.DATABASE_URL) return found(settings.DATABASE_URL);
  const dataDir = resolve(settings.DATA_DIR);
  if (await holderOf(dataDir)) {
    const url = await readFile(join(dataDir, "database-url"), "utf8").catch(() => "");
    if (url) return found(url);
    throw new ConfigError(`A server is starting or stopping on the folder ${dataDir}. Try again in a moment.`);
  }
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const letGo = await claimFolder(dataDir);
  try {
    const database = await startEmbedded(dataDir);
    process.env.DATABASE_URL = database.url;
    return {
      started: true,
      release: async () => {
        await database.stop();
        await letGo();
      },
    };
  } catch (error) {
    await letGo();
    throw error;
  }
}
