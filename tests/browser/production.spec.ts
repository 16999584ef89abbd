import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort, startSite, stopSite } from "../support/site";

/** The product as it is run for real; its database was once a demonstration, so that the accounts of one are in it. */
test.describe("outside demonstration mode", () => {
  let folder: string;
  let site: ChildProcess;
  let base: string;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    folder = await mkdtemp(join(tmpdir(), "ndreqe-production-"));
    const port = String(await freePort());
    base = `http://localhost:${port}`;
    await stopSite(await startSite({ PORT: port, DATA_DIR: folder, DEMO: "1" }));
    site = await startSite({ PORT: port, DATA_DIR: folder, DEMO: "0" });
  });
  test.afterAll(async () => {
    await stopSite(site);
    await rm(folder, { recursive: true, force: true });
  });

  test("there are no demonstration doors, no outbox and no banner", async ({ page }) => {
    await page.goto(`${base}/sq/sign-in`);
    await expect(page.getByRole("heading", { level: 1, name: "Kyçu" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2 })).toHaveCount(2);
    const source = await page.content();
    for (const words of ["ndreqe.example", "Administrator", "demonstrues", "/outbox"])
      expect(source).not.toContain(words);
    for (const path of ["/sq/outbox", "/sq/outbox/019ab000-0000-7000-8000-000000000000"])
      expect((await page.request.get(base + path)).status()).toBe(404);
  });

  test("a demonstration password opens nothing", async ({ page }) => {
    await page.goto(`${base}/en/sign-in`);
    await page.locator("#password-email").fill("admin@ndreqe.example");
    await page.locator("#password-password").fill("ndreqe-demo");
    await page.locator("#password-password").press("Enter");
    await expect(page.getByText("E-mail or password do not match.").first()).toBeVisible();
    await page.goto(`${base}/en/admin`);
    await expect(page).toHaveURL(/sign-in/);
  });
});
