import { expect, type Page, test } from "@playwright/test";
import { axeFaults } from "../support/axe";

const listed = async (page: Page) => {
  const words = await page
    .locator("#list")
    .getByText(/^\d+ reports?$/)
    .textContent();
  return Number(words?.split(" ")[0]);
};

test("words in either spelling find reports; what is fixed or old is one tap away", async ({ page }) => {
  await page.goto("/en/reports");
  await page.getByLabel("Search reports").fill("gropa e");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/q=gropa/);
  await page.goto("/en/reports");
  const current = await listed(page);
  const more = page.getByRole("link", { name: /^Show \d+ more, closed or old$/ });
  const hidden = Number((await more.textContent())?.match(/\d+/)?.[0]);
  await more.click();
  await expect(page.getByText("Everything is shown, also what is fixed or old.")).toBeVisible();
  await expect.poll(() => listed(page)).toBe(current + hidden);
  // The map shows the same.
  await page.getByRole("link", { name: "These reports on the map" }).click();
  await expect(page).toHaveURL(/\/en\?show=all/);
  await expect.poll(() => listed(page)).toBe(current + hidden);
});

test("without JavaScript: search, orders, pages there and back, and the nearest to a place", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/reports?show=all");
  const first = page.locator("#list li a").first();
  const newest = (await first.getAttribute("href")) ?? "";
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(first).not.toHaveAttribute("href", newest);
  await page.getByRole("link", { name: "Previous page" }).click();
  await expect(first).toHaveAttribute("href", newest);
  await page.getByRole("link", { name: "Most affected" }).click();
  await expect(first.locator("xpath=ancestor::li")).toContainText(/Affects \d+ more people/);
  await page.getByRole("link", { name: "Longest waiting" }).click();
  await expect(page.getByText("Shown are all open problems, also those where nothing moves.")).toBeVisible();
  await page.getByLabel("Search reports").fill("Đakovica");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("list", { name: "Reports near:" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/sort=nearest&lat=42\.\d+&lon=20\.\d+/);
  await expect(page.locator("#list li").first()).toContainText(/\d+ m away/);
  await context.close();
});

test("where nothing is found the page says what else to try", async ({ page }) => {
  await page.goto("/en?q=xylophone+zebra&municipality=peja");
  await expect(page.getByText("No report was found for “xylophone zebra”.")).toBeVisible();
  await page.getByRole("link", { name: "Try fewer words: “xylophone”" }).click();
  await expect(page).toHaveURL(/q=xylophone&municipality=peja/);
  await expect(page.getByRole("link", { name: "Search in all municipalities" })).toBeVisible();
  await page.getByRole("link", { name: "Take the search words away" }).click();
  await expect(page.locator("#list li").first()).toContainText("Peja");
});

test("a municipality's page has its map, its last 90 days and its mayor's six", async ({ page }) => {
  await page.goto("/en/municipalities/peja");
  await expect(page.getByRole("row", { name: /^New reports \d+ \d+$/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Time to the first answer .*days? .*days?$/ })).toBeVisible();
  const kept = /^Answered in time Target: \d+ working days (\d+) of (\d+) (\d+%)? ?\d+ of \d+/;
  await expect(page.getByRole("row", { name: kept })).toBeVisible();
  const row = (await page.getByRole("row", { name: kept }).textContent()) ?? "";
  const six = page.locator("section").filter({ has: page.getByRole("heading", { name: "The mayor’s six pledges" }) });
  await expect(six.locator("li")).toHaveCount(6);
  await page.getByRole("region", { name: "Map of reports" }).scrollIntoViewIfNeeded();
  await expect(page.locator(".map-mark").first()).toBeVisible();
  // The statistics say the same of it, and how it is counted.
  await page.goto("/en/statistics#kept");
  const [, now, before] = row.match(/days(\d+ of \d+)(?:\d+%)?(\d+ of \d+)/) ?? [];
  expect(now).toBeTruthy();
  const peja = page.getByRole("table", { name: "Against the targets" }).getByRole("row", { name: /^Peja/ });
  await expect(peja).toContainText(now ?? "");
  await expect(peja).toContainText(before ?? "");
  await expect(page.getByText("silence makes no share better")).toBeVisible();
});

for (const path of [
  "/sq/municipalities/gjakova",
  "/sr/statistics",
  "/sr/reports?q=xyz&sort=waiting",
  "/en?sort=affected&show=all",
]) {
  test(`${path} is accessible on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    await page.goto(path);
    await expect(page.locator("h1")).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  });
}
