import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMailServer } from "../support/mail-server";
import { startSite, stopSite } from "../support/site";
import { BROWSER_TEST_PORT, MAIL_FOLDER } from "./settings";

/** Starts the whole product on a fresh folder with demonstration data, and a real mail server. */
export default async function globalSetup() {
  const folder = await mkdtemp(join(tmpdir(), "ndreqe-browser-"));
  await rm(MAIL_FOLDER, { recursive: true, force: true });
  await mkdir(MAIL_FOLDER, { recursive: true });
  const mail = await startMailServer(MAIL_FOLDER);
  const site = await startSite({
    PORT: String(BROWSER_TEST_PORT),
    DATA_DIR: folder,
    DEMO: "1",
    SMTP_URL: mail.url,
  });
  return async () => {
    await stopSite(site);
    await mail.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
