import { expect, type Page, test } from "@playwright/test";
import { isClean } from "../support/axe";
import { signIn } from "../support/demo";
import { albanian, placeAt, press, serbian, tellProblem } from "../support/filing";
import { waitForMail } from "../support/mailbox";
import { MAIL_FOLDER } from "./settings";

async function isFit(page: Page): Promise<void> {
  await isClean(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
}

const at = [42.3751, 20.4305] as const;

test.describe.configure({ mode: "serial" });
test.use({ viewport: { width: 375, height: 800 } });

test("the kind is found by what is typed, says whose job it is and asks what belongs to it", async ({ page }) => {
  await placeAt(page, serbian, 42.6712, 21.1514);
  const radios = page.getByRole("radio");
  await page.getByLabel(serbian.title).fill("rasvjeta ne radi");
  await expect(radios.first()).toHaveAccessibleName("Javna rasveta");
  await page.getByLabel("Potražite vrstu").fill("saht");
  await expect(radios.first()).toHaveAccessibleName("Otpadne vode");
  await radios.first().check();
  await expect(page.locator("#note-sewage").getByText("KRU Prishtina")).toBeVisible();
  await page.getByLabel("Potražite vrstu").fill("xqxq");
  await expect(page.getByText("Nijedna vrsta ne odgovara toj reči.")).toBeVisible();
  // Where it stands in the list changes, never whether it is chosen.
  await expect(page.getByRole("radio", { name: "Otpadne vode" })).toBeChecked();
  await page.getByRole("radio", { name: "Javna rasveta" }).check();
  await page.getByLabel("Broj stuba").fill("PR-1042");
  await isFit(page);
  await press(page, serbian.next);
  await page.waitForURL(/\/report\/(near|you)/);
  await page.goto("/sr/report/problem");
  await expect(page.getByLabel("Broj stuba")).toHaveValue("PR-1042");
});

test("whoever is signed in says with one tap that it is reported already, or goes on", async ({ page }) => {
  await signIn(page, "citizen", "/sq/account");
  await placeAt(page, albanian, ...at);
  await tellProblem(page, albanian, "Mbeturina", "Kontejner i djegur te kthesa");
  await press(page, albanian.next);
  await page.waitForURL(/\/report\/you/);
  await press(page, albanian.next);
  await press(page, albanian.send);
  await expect(page).toHaveURL(/sent$/);
  await page.context().clearCookies();
  await signIn(page, "moderator", "/sq/account");
  await placeAt(page, albanian, at[0] + 0.0004, at[1]);
  await tellProblem(page, albanian, "Mbeturina", "Kontejneri u dogj");
  await press(page, albanian.next);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A është ky problemi juaj?");
  await expect(page.getByText("45 m larg")).toBeVisible();
  await press(page, albanian.other);
  await expect(page).toHaveURL(/\/report\/you/);
  // It isn't asked again.
  await page.goto("/sq/report/problem");
  await press(page, albanian.next);
  await expect(page).toHaveURL(/\/report\/you/);
  await page.context().clearCookies({ name: "draft" });
  await placeAt(page, albanian, at[0] + 0.0003, at[1]);
  await tellProblem(page, albanian, "Mbeturina", "Kontejneri u dogj");
  await press(page, albanian.next);
  await page.waitForURL(/\/report\/near/);
  await press(page, "Ky është");
  await expect(page.getByText("Tani e ndiqni këtë raportim")).toBeVisible();
  await expect(page.getByText("E keni thënë: edhe mua më prek")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("by e-mail: the link counts, and nothing before it", async ({ page }) => {
    await placeAt(page, albanian, at[0] + 0.0002, at[1]);
    await tellProblem(page, albanian, "Mbeturina", "Kontejneri u dogj");
    await press(page, albanian.next);
    await page.waitForURL(/\/report\/near/);
    for (const locale of ["sr", "en", "sq"]) {
      await page.goto(`/${locale}/report/near`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await press(page, "Ky është");
    await expect(page).toHaveURL(/this=/);
    await press(page, "Ma dërgo lidhjen");
    await expect(page).toHaveURL(/problem=invalid_email/);
    await page.getByLabel(albanian.email).fill("near.joiner@example.com");
    await press(page, "Ma dërgo lidhjen");
    await expect(page.getByText("Ju dërguam një lidhje me e-postë")).toBeVisible();
    const mail = await waitForMail(MAIL_FOLDER, "near.joiner@example.com");
    await page.goto(mail.links.find((link) => link.includes("/reports/join")) ?? "");
    await press(page, "Edhe mua më prek");
    await expect(page).toHaveURL(/done=supported/);
  });
});

test("the pages are fit for everybody in three languages", async ({ page }) => {
  await placeAt(page, albanian, at[0] + 0.0001, at[1]);
  await tellProblem(page, albanian, "Mbeturina", "Kontejneri u dogj");
  await press(page, albanian.next);
  await page.waitForURL(/\/report\/near/);
  for (const locale of ["sq", "sr", "en"]) {
    await page.goto(`/${locale}/report/near`);
    await isFit(page);
    await page.locator("main").getByRole("button").first().click();
    await page.waitForURL(/this=/);
    await isFit(page);
    await page.goto(`/${locale}/reports/join?token=nothing`);
    await isFit(page);
  }
});
