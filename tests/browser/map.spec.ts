import { expect, type Page, test } from "@playwright/test";
import { isClean } from "../support/axe";
import { EMPTY_PAGE_KILOBYTES, scriptKilobytes } from "./js-size";

/** Reports the marks in sight stand for together. */
const shownOnMap = (page: Page) =>
  page.evaluate(() => {
    const clusters = [...document.querySelectorAll(".map-cluster span")];
    return (
      document.querySelectorAll(".map-pin").length + clusters.reduce((sum, one) => sum + Number(one.textContent), 0)
    );
  });

/** Waits until the map has come to rest: its address and its marks are the same twice, most of a second apart. */
const settled = async (page: Page) => {
  let before = "";
  const still = async () => {
    const marks = await page.locator(".map-mark").evaluateAll((all) => all.map((mark) => mark.innerHTML).join());
    const now = page.url() + marks;
    const same = now === before;
    before = now;
    return same;
  };
  await expect.poll(still, { intervals: [800] }).toBe(true);
};

/** How many reports the list says there are. */
const listed = async (page: Page) => {
  const words = await page
    .locator("#list")
    .getByText(/^\d+ reports?$/)
    .textContent();
  return Number(words?.split(" ")[0]);
};

for (const filter of ["municipality=gjilan", "status=fixed&municipality=gjakova", "category=lighting", "period=30"]) {
  test(`the map shows as many reports as the list: ${filter}`, async ({ page }) => {
    await page.goto(`/en?${filter}`);
    await expect.poll(() => shownOnMap(page)).toBeGreaterThan(0);
    await expect.poll(async () => (await shownOnMap(page)) - (await listed(page))).toBe(0);
  });
}

test("a filter chosen on the page is in the address, in the list and on the map, and can be taken away", async ({
  page,
}) => {
  await page.goto("/en");
  await expect.poll(() => shownOnMap(page)).toBeGreaterThan(0);
  await page.getByText("Filter reports").click();
  await page.getByLabel("Municipality", { exact: true }).selectOption("peja");
  await page.getByLabel("fixed", { exact: true }).check();
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/municipality=peja.*status=fixed/);
  await expect(page.locator("#list li").first()).toContainText("Peja");
  await expect(page.locator("#list li").first()).toContainText("fixed");
  await expect.poll(async () => (await shownOnMap(page)) - (await listed(page))).toBe(0);
  await page.getByRole("link", { name: "Remove filter: Peja" }).click();
  await expect(page).toHaveURL(/\/en\?status=fixed$/);
});

test("without JavaScript the list, its filter, its pages and the drawing of the seven do the job", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en");
  await expect(page.getByRole("link", { name: /^Peja: \d+ reports$/ })).toBeVisible();
  await page.goto("/en?status=fixed");
  await page.getByRole("link", { name: /^Prizren: \d+ reports?$/ }).press("Enter");
  await expect(page).toHaveURL(/municipality=prizren&status=fixed$/);
  await page.goto("/en");
  await expect(page.locator("#list li")).toHaveCount(20);
  const first = await page.locator("#list li a").first().getAttribute("href");
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page.locator("#list li a").first()).not.toHaveAttribute("href", first ?? "");
  await page.getByRole("link", { name: "First page" }).click();
  await page.getByText("Filter reports").click();
  await page.getByLabel("Municipality", { exact: true }).selectOption("gjilan");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/municipality=gjilan/);
  for (const row of await page.locator("#list li").all()) await expect(row).toContainText("Gjilan");
  await page.getByLabel("Search reports").fill("peje");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/municipality=gjilan&q=peje/);
  await expect(page.getByRole("list", { name: "Reports near:" })).toContainText("Peja");
  await context.close();
});

test("clusters open step by step, until a pin opens its report; a link shares what the map shows", async ({ page }) => {
  await page.goto("/en?municipality=prizren");
  const pins = page.locator(".map-pin");
  await expect.poll(() => shownOnMap(page)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await page.getByRole("button", { name: "Zoom out" }).click();
  await page.locator(".map-cluster").first().click();
  await expect(page).toHaveURL(/#map=\d+\/42\.\d+\/2\d\.\d+$/);
  await expect(async () => {
    if ((await pins.count()) === 0) await page.locator(".map-cluster").first().click({ timeout: 1000 });
    await expect(pins.first()).toBeVisible({ timeout: 1500 });
  }).toPass();
  await settled(page);
  const shared = page.url();
  const count = await pins.count();
  await page.goto("about:blank");
  await page.goto(shared);
  await expect(pins).toHaveCount(count);
  const href = await pins.first().getAttribute("href");
  await pins.first().click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test("a pin is reached and opened with the keyboard alone, and so is what is inside a cluster", async ({ page }) => {
  await page.goto("/en?municipality=ferizaj");
  await expect.poll(() => shownOnMap(page)).toBeGreaterThan(0);
  await page.locator(".leaflet-container").focus();
  const focused = () => page.evaluate(() => document.activeElement?.className ?? "");
  const focusedName = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  await page.keyboard.press("Tab");
  for (let i = 0; i < 8 && (await focused()) === "map-cluster"; i++) {
    const before = page.url();
    await page.keyboard.press("Enter");
    await expect(page).not.toHaveURL(before);
    await page.waitForLoadState("networkidle");
    // The focus goes from the opened cluster to what was in it.
    await expect.poll(focused).toMatch(/^map-(cluster|pin)$/);
  }
  expect(await focused()).toBe("map-pin");
  expect(await focusedName()).toMatch(
    /^.+\. .+, (open|acknowledged|planned|in progress|referred|fixed|rejected|duplicate)$/,
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/reports\/[A-Z]{3}-\d{4}$/);
});

test("map images that don't load: outlines and names are the map, and the page says so", async ({ page }) => {
  await page.goto("/sr");
  await expect(page.getByText("Slike mape nisu učitane; prikazane su granice i imena mesta.")).toBeVisible();
  await expect(page.locator(".map-area")).toHaveCount(8);
  await expect(page.locator(".map-name").filter({ hasText: "Đakovica" })).toBeVisible();
  await page.goto("/sr#map=14/42.66000/20.28800");
  await page.reload();
  await expect(page.locator(".map-name")).not.toHaveCount(0);
});

test("map images that load: no word of failure, and their source is named", async ({ page }) => {
  const pixel = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  );
  await page.route("http://127.0.0.1:9/**", (route) => route.fulfill({ body: pixel, contentType: "image/png" }));
  await page.goto("/en");
  await expect(page.locator(".leaflet-tile-loaded").first()).toBeVisible();
  await expect(page.getByText("Map images did not load")).toHaveCount(0);
  await expect(page.locator(".leaflet-control-attribution")).toContainText("OpenStreetMap");
  await expect(page.locator(".map-area")).toHaveCount(8);
});

test("a map whose reports don't load says so; the list stands", async ({ page }) => {
  await page.route("**/api/map/*/*/*.json*", (route) => route.abort());
  await page.goto("/en");
  await expect(page.getByText("The reports on the map did not load. The list works.")).toBeVisible();
  await expect(page.locator("#list li")).toHaveCount(20);
});

test("a report's number opens it, however it is written; an unknown one is kept and explained", async ({ page }) => {
  await page.goto("/en/reports");
  const href = (await page.locator("#list li a").first().getAttribute("href")) ?? "";
  const ref = href.split("/").at(-1) ?? "";
  await page.getByLabel("Search reports").fill(ref.toLowerCase().replace("-", " "));
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  for (const path of ["/en?municipality=peja", "/en/reports"]) {
    await page.goto(path);
    await page.getByLabel("Search reports").fill("bbb 2222");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("There is no public report with the number “bbb 2222”.")).toBeVisible();
    await expect(page.getByLabel("Search reports")).toHaveValue("bbb 2222");
  }
});

test("every count of the statistics is a link to as many reports", async ({ page }) => {
  await page.goto("/en/statistics");
  const links = page.getByRole("row", { name: /^Gjilan/ }).locator("td a");
  const counts = await links.evaluateAll((all) =>
    all.map((one) => [one.getAttribute("href"), one.textContent] as const),
  );
  expect(counts).toHaveLength(5);
  for (const [href, figure] of counts) {
    await page.goto(href ?? "");
    await expect(page.getByText(/^\d+ reports?$/)).toHaveText(new RegExp(`^${figure} report`));
  }
});

const pages = [
  "/sq",
  "/sr?municipality=peja&status=fixed&q=ulpiana",
  "/sq/reports",
  "/sr/statistics",
  "/sq/municipalities/peja",
];
for (const path of pages) {
  test(`${path} is accessible, and fits a narrow phone`, async ({ page }) => {
    await page.goto(path);
    if (!/reports|statistics|municipalities/.test(path)) await expect(page.locator(".map-name").first()).toBeVisible();
    await isClean(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await isClean(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await isClean(page);
  });
}

test("the pages ask for little JavaScript", async ({ request }) => {
  const pages = [
    "",
    "/reports",
    "/statistics",
    "/municipalities/peja",
    "/pledges",
    "/pledges/peja",
    "/report",
    "/method",
    "/privacy",
    "/sign-in",
  ];
  for (const path of pages) {
    const added = (await scriptKilobytes(request, `/sq${path}`)) - EMPTY_PAGE_KILOBYTES;
    console.log(`  /sq${path}: ${added.toFixed(1)} kB more JavaScript than an empty page`);
    expect(added, path).toBeLessThan(path === "" ? 45 : 25);
  }
});
