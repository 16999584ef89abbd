import { expect, test } from "@playwright/test";

test("a path without a language goes to the person's own, and the choice is kept", async ({ browser }) => {
  const context = await browser.newContext({ locale: "sr-Latn-RS" });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page).toHaveURL(/\/sr$/);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en$/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/en$/);
  await context.close();
});

test("health tells what works", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ ok: true, database: true, queue: true, photos: true });
});

test("pages carry the security headers, without unsafe-eval", async ({ request }) => {
  const headers = (await request.get("/sq")).headers();
  expect(headers["content-security-policy"]).toContain("script-src 'self' 'nonce-");
  expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
  expect(headers["content-security-policy"]).not.toContain("unsafe-inline");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("an address that no page answers is a page all the same, without JavaScript too", async ({ browser, request }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of [
    "/sr/nothing/at/all",
    "/sr/reports/BBB-2222",
    "/sr/municipalities/nowhere",
    "/sr/pledges/peja/7",
    "/sr/%C3%28",
  ]) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, 404]);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.goto("/sr/nothing");
  await expect(page.getByRole("heading", { name: "Ova stranica nije pronađena" })).toBeVisible();
  await context.close();
  // The status belongs to that answer alone.
  expect((await request.get("/sr/privacy")).status()).toBe(200);
});
