import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { config } from "../config";

/** Where files are kept. A local folder now; anything that can do these four things later. */
export interface FileStore {
  put(key: string, bytes: Buffer): Promise<void>;
  /** @returns the bytes, or undefined when there is no such file */
  get(key: string): Promise<Buffer | undefined>;
  remove(key: string): Promise<void>;
  /** Throws when nothing can be written. */
  check(): Promise<void>;
}

/** Keys are made by the product, never by people; this refuses a mistake before it leaves the folder. */
const KEY = /^[a-z0-9][a-z0-9/._-]*$/;

function folderStore(root: string): FileStore {
  const path = (key: string) => {
    if (!KEY.test(key) || key.includes("..")) throw new Error("not a storage key");
    return join(root, key);
  };
  return {
    async put(key, bytes) {
      const target = path(key);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      // Written aside and moved: a killed process leaves no half of a photo under its name.
      await writeFile(`${target}.part`, bytes);
      await rename(`${target}.part`, target);
    },
    get: (key) =>
      readFile(path(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      }),
    remove: (key) => rm(path(key), { force: true }),
    async check() {
      // A name of its own: two checks at once would take each other's file away.
      const key = `check-${randomUUID()}`;
      await this.put(key, Buffer.from("ok"));
      await this.remove(key);
    },
  };
}

/** The store of photos, in DATA_DIR/photos. */
export const photoStore = (): FileStore => folderStore(join(resolve(config().DATA_DIR), "photos"));
