import { expect, type Page, test } from "@playwright/test";
import { isClean } from "../support/axe";
import { albanian, pastNear, placeAt, press, tellProblem, tellWho } from "../support/filing";
import { phonePhoto } from "../support/images";
import { waitForMail } from "../support/mailbox";
import { EMPTY_PAGE_KILOBYTES, scriptKilobytes } from "./js-size";
import { MAIL_FOLDER } from "./settings";

/** No complaint of axe, nothing to scroll sideways, one h1, a title of its own. */
async function isFit(page: Page) {
  await isClean(page);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page).not.toHaveTitle(/^(ndreqe|popravi)/);
}

for (const width of [320, 375, 1280]) {
  test(`every step, with its errors, is fit for everybody at ${width} px`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/sq/report");
    await page.getByLabel("Bëni ose zgjidhni foto").setInputFiles({
      name: "a.jpg",
      mimeType: "image/jpeg",
      buffer: await phonePhoto({ seed: width }),
    });
    await expect(page.getByText("Fotot janë ende vetëm në pajisjen tuaj")).toBeVisible();
    await isFit(page);
    await page.goto("/sq/report?problem=photo_missing");
    await isFit(page);
    // The photo that was chosen before outlived the way here.
    await page.getByRole("button", { name: "Hiqe foton 1" }).click();
    await press(page, albanian.without);
    await expect(page.getByRole("application")).toBeVisible();
    await isFit(page);
    await page.getByRole("combobox").fill("pri");
    await expect(page.getByRole("option").first()).toBeVisible();
    await isFit(page);
    await page.getByRole("combobox").press("Escape");
    await press(page, albanian.next);
    await expect(page.getByRole("alert").first()).toBeFocused();
    await isFit(page);
    await page.goto("/sq/report/where?q=peje");
    await isFit(page);
    await placeAt(page, albanian, 42.663, 21.162, "Te sheshi");
    await expect(page).toHaveURL(/problem$/);
    await isFit(page);
    await press(page, albanian.next);
    await expect(page).toHaveURL(/problem=fields/);
    await isFit(page);
    await tellProblem(page, albanian, "Ujëra të zeza", "Puset pa kapak");
    await press(page, albanian.next);
    await page.waitForURL(/\/report\/(near|you)/);
    await isFit(page);
    await pastNear(page, albanian);
    await expect(page.getByLabel(albanian.email)).toBeVisible();
    await isFit(page);
    await tellWho(page, albanian, "nothing", "");
    await expect(page).toHaveURL(/problem=fields/);
    await isFit(page);
    await tellWho(page, albanian, `access${width}@example.com`, "Arta");
    await expect(page).toHaveURL(/check$/);
    await isFit(page);
    await press(page, albanian.send);
    await expect(page).toHaveURL(/sent$/);
    await isFit(page);
    const mail = await waitForMail(MAIL_FOLDER, `access${width}@example.com`);
    await page.goto(mail.links.find((link) => link.includes("/reports/confirm")) ?? "");
    await isFit(page);
    await press(page, "Konfirmo raportimin");
    await expect(page).toHaveURL(/done=confirmed$/);
    await page.getByRole("heading", { name: "Ku është" }).scrollIntoViewIfNeeded();
    await isFit(page);
  });
}

test("the keyboard alone files a report", async ({ page }) => {
  await page.goto("/sq/report");
  await page.locator("main").getByRole("button", { name: albanian.without }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: albanian.search }).focus();
  await page.keyboard.type("ferizaj");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Komuna: Ferizaj", { exact: true })).toBeVisible();
  await page.getByLabel(albanian.describe).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/problem$/);
  await page.getByRole("radio", { name: "Mbeturina" }).focus();
  await page.keyboard.press("ArrowDown");
  // Which kind comes next is the list's own affair; one is chosen.
  await expect(page.locator("input[type=radio]:checked")).toBeFocused();
  await page.getByLabel(albanian.title).focus();
  await page.keyboard.type("Dhe e gurë në rrugë");
  await page.keyboard.press("Enter");
  await page.getByLabel(albanian.email).focus();
  await page.keyboard.type("keyboard.filing@example.com");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/check$/);
  await page.getByRole("button", { name: albanian.send }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sent$/);
});

test("the form and a report's page ask for little JavaScript; the map comes only when it is seen", async ({
  page,
  request,
}) => {
  await page.goto("/sq/reports");
  const report = await page.locator('main a[href*="/reports/"]').first().getAttribute("href");
  for (const path of ["/sq/report", "/sq/report/where", String(report)]) {
    const added = (await scriptKilobytes(request, path)) - EMPTY_PAGE_KILOBYTES;
    console.log(`  ${path}: ${added.toFixed(1)} kB more JavaScript than an empty page`);
    expect(added).toBeLessThan(25);
  }
});
