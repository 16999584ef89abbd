import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMailServer } from "../support/mail-server";
import { BROWSER_TEST_PORT, MAIL_FOLDER } from "./settings";

/** Starts the whole product as `npm start` does, on a fresh folder with demonstration data, and a real mail server. */
export default async function globalSetup() {
  const folder = await mkdtemp(join(tmpdir(), "ndreqe-browser-"));
  await rm(MAIL_FOLDER, { recursive: true, force: true });
  await mkdir(MAIL_FOLDER, { recursive: true });
  const mail = await startMailServer(MAIL_FOLDER);
  const site = await startSite(folder, mail.url);
  return async () => {
    site.send("stop");
    await new Promise((gone) => site.once("exit", gone));
    await mail.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

function startSite(folder: string, smtpUrl: string): Promise<ChildProcess> {
  const site = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: "scripts/tsconfig.json",
      NODE_ENV: "production",
      PORT: String(BROWSER_TEST_PORT),
      BASE_URL: `http://localhost:${BROWSER_TEST_PORT}`,
      DATA_DIR: folder,
      DATABASE_URL: "",
      DEMO: "1",
      SMTP_URL: smtpUrl,
      // Nothing answers there: the map shows what is built in.
      TILE_URL: "http://127.0.0.1:9/{z}/{x}/{y}.png",
      LOG_LEVEL: "error",
    },
  });
  return new Promise((ready, fail) => {
    site.stdout?.on("data", (chunk: Buffer) => chunk.toString().includes("· ready") && ready(site));
    site.once("exit", (code) => fail(new Error(`the site ended with ${code}`)));
  });
}
