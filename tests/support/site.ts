import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });

/**
 * Starts the whole product as `npm start` does.
 * @param env what differs from a plain start: PORT, DATA_DIR and the like
 * @returns its process, once the site answers; the message "stop" ends it
 */
export function startSite(env: { PORT: string; DATA_DIR: string } & Record<string, string>): Promise<ChildProcess> {
  const site = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: "scripts/tsconfig.json",
      NODE_ENV: "production",
      BASE_URL: `http://localhost:${env.PORT}`,
      DATABASE_URL: "",
      // Nothing answers there: the map shows what is built in.
      TILE_URL: "http://127.0.0.1:9/{z}/{x}/{y}.png",
      LOG_LEVEL: "error",
      ...env,
    },
  });
  return new Promise((ready, fail) => {
    site.stdout?.on("data", (chunk: Buffer) => chunk.toString().includes("· ready") && ready(site));
    site.once("exit", (code) => fail(new Error(`the site ended with ${code}`)));
  });
}

/** Ends a site and waits until it is gone. */
export async function stopSite(site: ChildProcess): Promise<void> {
  const gone = new Promise((exit) => site.once("exit", exit));
  site.send("stop");
  await gone;
}
