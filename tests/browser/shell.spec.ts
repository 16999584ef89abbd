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
