import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startMailServer } from "../support/mail-server";
import { waitForMail } from "../support/mailbox";
import { freePort, startSite, stopSite } from "../support/site";

/** The product as it is run for real; its database was once a demonstration, so that the accounts of one are in it. */
test.describe("outside demonstration mode", () => {
  let folder: string;
  let site: ChildProcess;
  let base: string;
  let log = "";
  let mail: Awaited<ReturnType<typeof startMailServer>>;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    folder = await mkdtemp(join(tmpdir(), "ndreqe-production-"));
    const port = String(await freePort());
    base = `http://localhost:${port}`;
    await stopSite(await startSite({ PORT: port, DATA_DIR: folder, DEMO: "1" }));
    mail = await startMailServer(folder);
    // Browsers take secure cookies of this machine without https, as they would behind a proxy.
    const BASE_URL = `https://localhost:${port}`;
    site = await startSite({
      PORT: port,
      DATA_DIR: folder,
      DEMO: "0",
      BASE_URL,
      SMTP_URL: mail.url,
      LOG_LEVEL: "info",
    });
    site.stdout?.on("data", (chunk: Buffer) => {
      log += chunk.toString();
    });
  });
  test.afterAll(async () => {
    await stopSite(site);
    await mail.stop();
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

  test("by link in and out again, with cookies that only go over https", async ({ page, context }) => {
    await page.goto(`${base}/sr/sign-in`);
    await page.locator("#email").fill("sigurno@primer.com");
    await page.locator("#email").press("Enter");
    await expect(page).toHaveURL(/sign-in\/sent/);
    const [link = ""] = (await waitForMail(folder, "sigurno@primer.com")).links;
    expect(link).toContain("https://localhost:");
    await page.goto(link.replace("https:", "http:"));
    await page.locator("main").getByRole("button", { name: "Uloguj se" }).click();
    await expect(page).toHaveURL(/\/sr\/account$/);
    const session = async () => (await context.cookies()).filter(({ name }) => name.includes("session-token"));
    expect(await session()).toMatchObject([
      { name: "__Secure-next-auth.session-token", secure: true, httpOnly: true, sameSite: "Lax" },
    ]);
    await page.getByRole("button", { name: "Odjavi se" }).click();
    await expect(page).toHaveURL(/\/sr$/);
    expect(await session()).toEqual([]);
  });

  test("log lines are JSON with a request's id, and say nothing of anybody", async ({ page }) => {
    await page.goto(`${base}/sr/sign-in`);
    await page.locator("#email").fill("tajna.osoba@primer.com");
    await page.locator("#email").press("Enter");
    await expect(page).toHaveURL(/sign-in\/sent/);
    const [link = ""] = (await waitForMail(folder, "tajna.osoba@primer.com")).links;
    const answer = await page.goto(link.replace("https:", "http:"));
    const id = await answer?.headerValue("x-request-id");
    await expect.poll(() => log).toContain(String(id));
    const lines = log.split("\n").filter((line) => line.startsWith("{"));
    const requests = lines.map((line) => JSON.parse(line)).filter((line) => line.request);
    expect(requests.find((line) => line.request === id)).toMatchObject({
      method: "GET",
      path: "/sr/sign-in/link",
      status: 200,
    });
    const token = new URL(link).searchParams.get("token") ?? "";
    expect(token.length).toBeGreaterThan(20);
    for (const secret of ["tajna", "primer.com", token]) expect(log).not.toContain(secret);
  });
});
