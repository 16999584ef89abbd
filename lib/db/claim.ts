import "server-only";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "../config";
import { isAlive } from "./embedded";

/** Scripts that hold a data folder while they run. */
const HOLDERS = ["serve.ts", "import-reports.ts", "bench-map.ts"];

/**
 * Takes a data folder for this process: one server on a folder at a time. What a killed process left is taken over.
 * @param dataDir an existing folder
 * @returns how to let it go
 * @throws ConfigError when another process holds it
 */
export async function claimFolder(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, "serve.pid");
  for (let tries = 0; tries < 3; tries++) {
    try {
      await writeFile(file, String(process.pid), { flag: "wx" });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = await holderOf(dataDir);
      if (holder) {
        throw new ConfigError(
          `Another server already runs on the folder ${dataDir} (process ${holder}). Stop it, or set DATA_DIR and PORT to others.`,
        );
      }
      await rm(file, { force: true });
    }
  }
  throw new ConfigError(`The folder ${dataDir} is being taken by another process at this moment. Try again.`);
}

/** The process that holds a data folder, if it is alive and not this one. */
export async function holderOf(dataDir: string): Promise<number | undefined> {
  const pid = Number(await readFile(join(dataDir, "serve.pid"), "utf8").catch(() => ""));
  if (!pid || pid === process.pid || !isAlive(pid)) return undefined;
  // The number may belong to another program by now. Where /proc can't tell, being alive has to do.
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => HOLDERS.join());
  return HOLDERS.some((name) => command.includes(name)) ? pid : undefined;
}
