import { expect as expectSoon, type Page, test } from "@playwright/test";
import { isClean } from "../support/axe";
import { albanian, press } from "../support/filing";

/** A build server under load takes its time: what is awaited may come late, and the test takes no longer for it where it doesn't. */
const expect = expectSoon.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 150_000 });

const lat = async (page: Page) => Number(await page.locator("#lat").inputValue());
const lon = async (page: Page) => Number(await page.locator("#lon").inputValue());
const search = (page: Page) => page.getByRole("combobox", { name: albanian.search });
const municipality = (page: Page, name: string) => page.getByText(`Komuna: ${name}`, { exact: true });

/** Metres between two positions, near enough. */
const apart = (a: number[], b: number[]) =>
  Math.hypot(((a[0] ?? 0) - (b[0] ?? 0)) * 111_320, ((a[1] ?? 0) - (b[1] ?? 0)) * 82_000);

test("on a phone the map moves under the pin, by finger, tap and arrow keys", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 720 });
  await page.goto("/sq/report/where");
  const map = page.getByRole("application");
  await expect(page.getByText("Zmadhojeni ose prekeni hartën")).toBeVisible();
  // Tapped from far away, it comes near and takes the place in its middle.
  await map.click({ position: { x: 170, y: 150 } });
  await expect(page.locator("#lat")).not.toHaveValue("");
  await expect(page.getByText("Lëvizeni hartën derisa shenja")).toBeVisible();
  await search(page).fill("42.663, 21.162");
  await expect(municipality(page, "Prishtinë")).toBeVisible();
  await expect.poll(() => lat(page)).toBe(42.663);
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error("no map");
  const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
  // To the right by a hundred pixels: the place goes west.
  await expect(async () => {
    await page.mouse.move(...middle);
    await page.mouse.down();
    await page.mouse.move(middle[0] + 50, middle[1], { steps: 4 });
    await page.mouse.move(middle[0] + 100, middle[1], { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => lon(page), { timeout: 2000 }).toBeLessThan(21.1619);
  }).toPass();
  const before = [await lat(page), await lon(page)];
  await map.focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText(/^\d+ m drejt veriut$/)).toHaveCount(1);
  await expect.poll(() => lat(page)).toBeGreaterThan(before[0] ?? 0);
  const steps = [await lat(page), await lon(page)];
  const metres = Number(/\d+/.exec((await page.getByText(/^\d+ m drejt veriut$/).textContent()) ?? ""));
  expect(Math.abs(apart(before, steps) - metres)).toBeLessThan(2);
  await isClean(page);
  await page.getByLabel(albanian.describe).fill("Te pema e madhe");
  await press(page, albanian.next);
  await expect(page).toHaveURL(/\/report\/problem$/);
});

test("where one is, with its accuracy drawn; the circle stays while the place is moved", async ({ page, context }) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 42.2143, longitude: 20.7397, accuracy: 80 });
  await page.goto("/sq/report/where");
  await page.getByRole("button", { name: "Përdor vendndodhjen time" }).click();
  await expect(page.getByText("me saktësi rreth 80 m")).toBeVisible();
  await expect(municipality(page, "Prizren")).toBeVisible();
  const circle = page.locator(".location-accuracy");
  await expect(circle).toBeVisible();
  const map = page.getByRole("application");
  await map.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => lon(page)).toBeGreaterThan(20.7397);
  await expect(circle).toBeVisible();
  await search(page).fill("peje");
  await page.getByRole("option", { name: /Pejë/ }).first().click();
  await expect(municipality(page, "Pejë")).toBeVisible();
  await expect(circle).toHaveCount(0);
});

test("coordinates and links from a chat are places, with JavaScript and without", async ({ page, browser }) => {
  await page.goto("/sq/report/where");
  await search(page).fill("https://maps.google.com/?q=42.659,20.288");
  await expect(page.getByText("Vendi u mor nga ajo që ngjitët")).toBeVisible();
  await expect(municipality(page, "Pejë")).toBeVisible();
  await search(page).fill(`42°22'48"N 20°25'52"E`);
  await expect(municipality(page, "Gjakovë")).toBeVisible();
  await search(page).fill("https://maps.app.goo.gl/8cQkX7aYw21");
  await expect(page.getByText("Kjo lidhje nuk e tregon vendin")).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false, locale: "sq" });
  const plain = await context.newPage();
  await plain.goto("/sq/report/where");
  await plain.getByLabel(albanian.search).fill("https://www.google.com/maps/@42.659,20.288,17z");
  await press(plain, albanian.find);
  await expect(municipality(plain, "Pejë")).toBeVisible();
  await plain.getByLabel(albanian.search).fill("https://maps.app.goo.gl/8cQkX7aYw21");
  await press(plain, albanian.find);
  await expect(plain.getByText("Kjo lidhje nuk e tregon vendin")).toBeVisible();
  await context.close();
});
