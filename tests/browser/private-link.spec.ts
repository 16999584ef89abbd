import { expect, type Page, test } from "@playwright/test";
import { isClean } from "../support/axe";
import { albanian, pastNear, placeAt, press, tellProblem } from "../support/filing";
import { waitForMail } from "../support/mailbox";
import { MAIL_FOLDER } from "./settings";

test.use({ viewport: { width: 375, height: 800 } });

async function isFit(page: Page): Promise<void> {
  await isClean(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
}

/** The same page in the other languages, then as it was. */
async function isFitEverywhere(page: Page): Promise<void> {
  await isFit(page);
  const here = page.url();
  for (const locale of ["sr", "en"]) {
    await page.goto(here.replace("/sq/", `/${locale}/`));
    await isFit(page);
  }
  await page.goto(here);
}

/** Files a report without an e-mail. @returns its private link */
async function fileWithoutEmail(page: Page, title: string, lat: number): Promise<string> {
  await placeAt(page, albanian, lat, 21.1683);
  await tellProblem(page, albanian, "Zhurmë", title);
  await press(page, albanian.next);
  await pastNear(page, albanian);
  await page.getByRole("radio", { name: "Pa e-postë" }).check();
  await press(page, albanian.next);
  await expect(page.getByText("Gati për ta dërguar.")).toBeVisible();
  await press(page, albanian.send);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Raportimi juaj u dërgua");
  return page.getByLabel("Lidhja juaj private").first().inputValue();
}

/** Comes in by a private link, to the account. */
async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await press(page, "Vazhdo te raportimet e mia");
  await expect(page).toHaveURL(/\/sq\/account/);
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("corrected while it waits; another link; an e-mail, and everything is in its account", async ({ page }) => {
  test.setTimeout(120_000);
  const email = `pa.adrese.${Date.now()}@shembull.com`;
  const first = await fileWithoutEmail(page, "Muzikë pas mesnate", 42.6601);
  await comeIn(page, first);
  await isFitEverywhere(page);
  await page.getByRole("link", { name: "Korrigjo ose tërhiq" }).click();
  await expect(page.getByText("Askush nuk e ka shikuar ende.")).toBeVisible();
  await isFitEverywhere(page);
  await page.locator("#title").fill("Muzikë deri në mëngjes");
  await press(page, "Ruaj korrigjimin");
  await expect(page.getByText("U korrigjua.")).toBeVisible();
  await expect(page.getByText("Muzikë deri në mëngjes")).toBeVisible();

  await press(page, "Merr lidhje të re");
  await expect(heading(page)).toHaveText("Lidhja juaj e re private");
  const second = await page.getByLabel("Lidhja juaj private").first().inputValue();
  expect(second).not.toBe(first);
  await isFit(page);
  await page.goto(first);
  await expect(heading(page)).toHaveText("Kjo lidhje nuk punon");
  // This browser stays in.
  await page.goto("/sq/account");
  await expect(page.getByText("Muzikë deri në mëngjes")).toBeVisible();

  await page.locator("#email").fill("pa adresë");
  await press(page, "Dërgo lidhjen");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.locator("#email")).toHaveValue("pa adresë");
  await page.locator("#email").fill(email);
  await press(page, "Dërgo lidhjen");
  await expect(page.getByRole("status").filter({ hasText: email })).toBeVisible();
  const mail = await waitForMail(MAIL_FOLDER, email);
  expect(mail.subject).toBe("Konfirmoni e-postën për raportimet tuaja");
  expect(mail.html).toContain("Konfirmo e-postën");
  await page.goto(mail.links.find((link) => link.includes("/account/email")) ?? "");
  await expect(page.getByText(email)).toBeVisible();
  await isFitEverywhere(page);
  await press(page, "Konfirmo");
  await expect(page.getByText("Gjithçka është tani në këtë llogari")).toBeVisible();
  await expect(page.getByText("Muzikë deri në mëngjes")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Lidhja juaj private" })).toHaveCount(0);
  await page.goto(second);
  await expect(heading(page)).toHaveText("Kjo lidhje nuk punon");
});

test("without JavaScript: an e-mail confirmed elsewhere; taken back; the link ended", async ({ browser, page }) => {
  test.setTimeout(120_000);
  const email = `tjeter.pajisje.${Date.now()}@shembull.com`;
  const link = await fileWithoutEmail(page, "Qen që lehin gjithë natën", 42.6571);
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: "sq" });
  const bare = await plain.newPage();
  await comeIn(bare, link);
  await bare.locator("#email").fill(email);
  await press(bare, "Dërgo lidhjen");
  await expect(bare.getByRole("status").filter({ hasText: email })).toBeVisible();
  const mail = await waitForMail(MAIL_FOLDER, email);
  await bare.getByRole("link", { name: "Korrigjo ose tërhiq" }).click();
  await bare.locator("summary").filter({ hasText: "Dua ta tërheq" }).click();
  await press(bare, "Tërhiqe raportimin");
  await expect(bare.getByText("Fjalët dhe fotot u fshinë; nuk ishin publikuar.")).toBeVisible();
  await bare.locator("summary").filter({ hasText: "Dua ta mbyll lidhjen" }).click();
  await press(bare, "Mbylle lidhjen përgjithmonë");
  await expect(heading(bare)).toHaveText("Lidhja juaj private mbaroi");
  await bare.goto(link);
  await expect(heading(bare)).toHaveText("Kjo lidhje nuk punon");
  // With the link ends what was asked for by it.
  await bare.goto(mail.links.find((one) => one.includes("/account/email")) ?? "");
  await expect(heading(bare)).toHaveText("Kjo lidhje nuk vlen më");
  await isFit(page);
  await plain.close();
});
