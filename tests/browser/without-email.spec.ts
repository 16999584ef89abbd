import { expect, type Page, test } from "@playwright/test";
import { isClean } from "../support/axe";
import { signIn } from "../support/demo";
import { albanian, pastNear, placeAt, press, tellProblem } from "../support/filing";

test.describe.configure({ mode: "serial" });
test.use({ viewport: { width: 375, height: 800 } });

async function isFit(page: Page): Promise<void> {
  await isClean(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
}

/** From the beginning to the summary, without an e-mail. */
async function toSummary(page: Page, title: string, lat: number): Promise<void> {
  await placeAt(page, albanian, lat, 21.1703);
  await tellProblem(page, albanian, "Zhurmë", title);
  await press(page, albanian.next);
  await pastNear(page, albanian);
  await page.getByRole("radio", { name: "Pa e-postë" }).check();
  await press(page, albanian.next);
  await expect(page).toHaveURL(/check$/);
  await expect(page.getByText("Pa e-postë, me lidhje private")).toBeVisible();
}

let privateLink = "";

test("a report without an e-mail: no letters to read, a private link and its QR code, nothing public yet", async ({
  page,
}) => {
  await toSummary(page, "Gjenerator gjithë natën", 42.6581);
  await expect(page.getByText("Gati për ta dërguar.")).toBeVisible();
  await isFit(page);
  await press(page, albanian.send);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Raportimi juaj u dërgua");
  await expect(page.getByRole("img", { name: "Lidhja juaj private" })).toBeVisible();
  privateLink = await page.getByLabel("Lidhja juaj private").first().inputValue();
  expect(privateLink).toContain("/sq/link?key=");
  await isFit(page);
  await page.goto("/sq/reports?category=noise");
  await expect(page.getByText("Gjenerator gjithë natën")).toHaveCount(0);
});

test("somebody looks at it, and the private link's page says what became of it", async ({ page }) => {
  await page.goto(privateLink);
  await expect(page.getByText("Pret që dikush ta shikojë")).toBeVisible();
  for (const locale of ["sr", "en", "sq"]) {
    await page.goto(privateLink.replace("/sq/", `/${locale}/`));
    await isFit(page);
  }
  await signIn(page, "official.prishtina", "/sq/look");
  for (const locale of ["sr", "en", "sq"]) {
    await page.goto(`/${locale}/look`);
    await isFit(page);
  }
  const item = page.getByRole("listitem").filter({ hasText: "Gjenerator gjithë natën" });
  await item.getByRole("button", { name: "Lejo dhe publiko" }).click();
  await expect(page.getByText("Raportimi u publikua.")).toBeVisible();
  await page.context().clearCookies();
  await page.goto(privateLink);
  await press(page, "Vazhdo te raportimet e mia");
  await expect(page).toHaveURL(/\/sq\/account/);
  await page.getByRole("link", { name: "Gjenerator gjithë natën" }).click();
  await expect(page).toHaveURL(/\/sq\/reports\//);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("it is slower, and says so; a manager says whether it is taken at all", async ({ page }) => {
    await toSummary(page, "Muzikë e lartë në mesnatë", 42.6521);
    await press(page, albanian.send);
    await expect(page.getByText("Bez JavaScript-a").or(page.getByText("Pa JavaScript kjo zgjat pak"))).toBeVisible();
    await expect(page.getByText("Muzikë e lartë në mesnatë")).toBeVisible();
    await signIn(page, "manager.peja", "/sq/desk/settings");
    await expect(page.getByText("Tani nuk lejohen.")).toBeVisible();
    await press(page, "Lejo raportime pa e-postë");
    await expect(page.getByText("Tani lejohen.")).toBeVisible();
    await press(page, "Mos lejo më");
    await expect(page.getByText("Tani nuk lejohen.")).toBeVisible();
  });
});
