import { expect, type Page, test } from "@playwright/test";
import { isClean } from "../support/axe";
import { signIn } from "../support/demo";
import { albanian, pastNear, press, tellProblem } from "../support/filing";

test.use({ viewport: { width: 375, height: 800 } });

async function isFit(page: Page): Promise<void> {
  await isClean(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
}

test("an official writes down what somebody says who called; the contact stays with the municipality", async ({
  page,
}) => {
  await signIn(page, "official.prishtina", "/sq/desk/new");
  await isFit(page);
  await press(page, "Fillo raportimin");
  await expect(page.getByText("Po shënoni një raportim për dikë që thirri me telefon.")).toBeVisible();
  await page.locator("summary", { hasText: /koordinat/i }).click();
  await page.locator("#lat").fill("42.6466, 21.1699");
  await press(page, albanian.next);
  await tellProblem(page, albanian, "Parqe dhe drunj", "Degë e thyer mbi shteg");
  await press(page, albanian.next);
  await pastNear(page, albanian);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kush thirri?");
  await isFit(page);
  await page.getByLabel("Emri").fill("Agim Krasniqi");
  await page.getByLabel("Telefoni").fill("+383 44 000 111");
  await page.getByLabel("E-posta").fill("wrong");
  await press(page, albanian.next);
  await expect(page).toHaveURL(/problem=fields/);
  await page.getByLabel("E-posta").fill("");
  await press(page, albanian.next);
  await expect(page.getByText("Agim Krasniqi")).toBeVisible();
  await isFit(page);
  await press(page, albanian.send);
  await expect(page).toHaveURL(/sent$/);
  await page.getByRole("link", { name: "Shihe raportimin" }).click();
  await expect(page).toHaveURL(/\/sq\/reports\//);
  await expect(page.getByText("Raportimi u shënua sipas një telefonate")).toBeVisible();
  await expect(page.getByText("Agim Krasniqi")).toHaveCount(0);
  await page.goto(page.url().replace("/reports/", "/desk/"));
  await expect(page.getByText("+383 44 000 111")).toBeVisible();
  await isFit(page);
});

test("an editor says what is asked about a kind; a form that is wrong keeps what was typed", async ({ page }) => {
  await signIn(page, "editor.one", "/sq/staff/categories");
  await isFit(page);
  await page.getByRole("link", { name: "Stacion autobusi" }).click();
  await expect(page).toHaveURL(/categories\/bus-stop$/);
  await page.locator("summary", { hasText: "Shto një pyetje" }).click();
  await page.locator("#nameSq").fill("Linja");
  await page.locator("#nameSr").fill("Linija");
  await page.locator("#kind").selectOption("choice");
  await press(page, "Shto një pyetje");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.locator("#nameSq")).toHaveValue("Linja");
  await page.locator("#nameEn").fill("Line");
  await page.locator("#choices").fill("Linja 4 | Linija 4 | Line 4\nTjetër | Druga | Another");
  await press(page, "Shto një pyetje");
  await expect(page.getByText("Pyetja u shtua.")).toBeVisible();
  for (const locale of ["sr", "en"]) {
    await page.goto(`/${locale}/staff/categories/bus-stop`);
    await isFit(page);
  }
  await page.goto("/sq/staff/categories/bus-stop");
  await press(page, "Mos e pyet më");
  await expect(page.getByText("Kjo nuk pyetet më.")).toBeVisible();
});
