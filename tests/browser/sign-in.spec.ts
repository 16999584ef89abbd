import { type Browser, expect, type Page, test } from "@playwright/test";
import { demoAddress } from "@/lib/accounts/demo";
import { isClean } from "../support/axe";
import { signIn } from "../support/demo";
import { waitForMail } from "../support/mailbox";
import { MAIL_FOLDER } from "./settings";

async function without(browser: Browser, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "sq" });
  await work(await context.newPage());
  await context.close();
}

async function askForLink(page: Page, email: string, back = "") {
  await page.goto(`/sr/sign-in?back=${back}`);
  await page.locator("#email").fill(email);
  await page.getByRole("button", { name: "Pošalji mi link" }).click();
  await expect(page.getByRole("heading", { name: "Pogledajte svoju e-poštu" })).toBeVisible();
  const mail = await waitForMail(MAIL_FOLDER, email.toLowerCase());
  expect(mail).toMatchObject({ subject: "Vaš link za logovanje", language: "sr" });
  return mail.links.find((link) => link.includes("/sign-in/link")) ?? "";
}

test("by the link in a real e-mail, back to where one was; opened twice it says so and offers another", async ({
  page,
}) => {
  const link = await askForLink(page, "Milica.Link@primer.com", "/sr/account?from=mail");
  await page.goto(link);
  await expect(page.getByText("milica.link@primer.com")).toBeVisible();
  await isClean(page);
  await page.locator("main").getByRole("button", { name: "Uloguj se" }).click();
  await expect(page).toHaveURL(/\/sr\/account\?from=mail$/);
  await expect(page.getByRole("radio", { name: "Srpski" })).toBeChecked();
  await isClean(page);

  await page.getByRole("button", { name: "Odjavi se" }).click();
  await expect(page).toHaveURL(/\/sr$/);
  await expect(page.getByRole("link", { name: "Uloguj se" }).first()).toBeVisible();
  expect((await page.context().cookies()).filter(({ name }) => name.includes("session-token"))).toEqual([]);

  await page.goto(link);
  await page.locator("main").getByRole("button", { name: "Uloguj se" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Ovaj link ne važi ili je već upotrebljen");
  await expect(page.locator("#email")).toHaveValue("milica.link@primer.com");
  await page.goto("/sr/account");
  await expect(page).toHaveURL(/sign-in\?back=/);
});

test("a sixth link to a mailbox within an hour is refused kindly, and what was typed stays", async ({ page }) => {
  for (let i = 0; i < 6; i++) {
    await page.goto("/en/sign-in");
    await page.locator("#email").fill("often@example.com");
    await page.getByRole("button", { name: "Send me the link" }).click();
    if (i < 5) await expect(page).toHaveURL(/sign-in\/sent/);
  }
  await expect(page.getByRole("alert").first()).toContainText("Too many tries");
  await expect(page.getByRole("alert").first()).toBeFocused();
  await expect(page.locator("#email")).toHaveValue("often@example.com");
});

test("a wrong password, then the right one, without JavaScript too", async ({ page, browser }) => {
  const attempt = async (tab: Page) => {
    await tab.goto("/sq/sign-in");
    await tab.locator("#password-email").fill(demoAddress("manager.gjilan"));
    await tab.locator("#password-password").fill("not this one");
    await tab.locator("#password-password").press("Enter");
    await expect(tab.getByRole("alert").first()).toContainText("E-posta ose fjalëkalimi nuk është i saktë");
    await expect(tab.locator("#password-email")).toHaveValue(demoAddress("manager.gjilan"));
    await expect(tab.locator("#password-password")).toHaveValue("");
    await signIn(tab, "manager.gjilan");
    await expect(tab.getByText(demoAddress("manager.gjilan"))).toBeVisible();
  };
  await attempt(page);
  await without(browser, attempt);
});

test("one click in demonstration mode, without JavaScript", async ({ browser }) => {
  await without(browser, async (page) => {
    await page.goto("/sq/sign-in?back=/sq/account");
    await page.getByRole("button", { name: "Zyrtar komunal, Pejë" }).click();
    await expect(page.getByText(demoAddress("official.peja"))).toBeVisible();
    await page.getByRole("button", { name: "Çkyçu" }).click();
    await page.goto("/sq/account");
    await expect(page).toHaveURL(/sign-in/);
  });
});

test("the link's request works without JavaScript and shows what is wrong", async ({ browser }) => {
  await without(browser, async (page) => {
    await page.goto("/sq/sign-in");
    await page.locator("#email").fill("not an address");
    await page.getByRole("button", { name: "Ma dërgo lidhjen" }).click();
    await expect(page.getByRole("alert")).toContainText("Kjo nuk duket si adresë e e-postës");
    await expect(page.locator("#email")).toHaveValue("not an address");
    await page.locator("#email").fill("pa.skripte@shembull.com");
    await page.getByRole("button", { name: "Ma dërgo lidhjen" }).click();
    await expect(page.getByRole("heading", { name: "Shikoni e-postën tuaj" })).toBeVisible();
    const mail = await waitForMail(MAIL_FOLDER, "pa.skripte@shembull.com");
    await page.goto(mail.links[0] ?? "");
    await page.locator("main").getByRole("button", { name: "Kyçu" }).click();
    await expect(page.getByText("pa.skripte@shembull.com")).toBeVisible();
  });
});

test("an administrator gives a role; taken away, the session of the other ends at once", async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  const link = await askForLink(other, "zyrtare@primer.com");
  await other.goto(link);
  await other.locator("main").getByRole("button", { name: "Uloguj se" }).click();
  await expect(other).toHaveURL(/\/sr\/account/);

  await signIn(page, "admin", "/en/admin");
  await isClean(page);
  await page.getByLabel("E-mail address").fill("zyrtare@primer.com");
  await page.getByLabel("Role", { exact: true }).selectOption("official");
  await page.getByRole("button", { name: "Give a role" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue("zyrtare@primer.com");
  await expect(page.getByLabel("Role", { exact: true })).toHaveValue("official");
  await page.getByLabel("Municipality", { exact: true }).selectOption("prizren");
  await page.getByRole("button", { name: "Give a role" }).click();
  await expect(page.getByText("The role was given.")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue("");

  await other.goto("/sr/account");
  await expect(other.getByRole("link", { name: "Radni sto" }).first()).toBeVisible();
  const row = page.getByRole("listitem").filter({ hasText: "zyrtare@primer.com" });
  await row.getByRole("button").click();
  await expect(page.getByText("The role was taken away")).toBeVisible();
  await other.goto("/sr/account");
  await expect(other).toHaveURL(/sign-in/);
});

test("what is chosen in the moment in which the answer is drawn stays chosen", async ({ page }) => {
  await signIn(page, "admin", "/en/admin");
  await page.getByLabel("E-mail address").fill("e.shpejte@primer.com");
  await page.getByLabel("Role", { exact: true }).selectOption("official");
  // Quicker than any hand: as soon as the field is marked wrong.
  await page.evaluate(() =>
    new MutationObserver((_, observer) => {
      const select = document.querySelector<HTMLSelectElement>("#municipalityId[aria-invalid]");
      if (!select) return;
      select.value = "prizren";
      observer.disconnect();
    }).observe(document.body, { childList: true, subtree: true, attributes: true }),
  );
  await page.getByRole("button", { name: "Give a role" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("Municipality", { exact: true })).toHaveValue("prizren");
  await page.getByRole("button", { name: "Give a role" }).click();
  await expect(page.getByText("The role was given.")).toBeVisible();
});

test("others get no administration: signed out to the door, signed in a clear word", async ({ page }) => {
  await page.goto("/en/admin");
  await expect(page).toHaveURL(/\/en\/sign-in\?back=/);
  await signIn(page, "citizen", "/en/admin");
  await expect(page.getByRole("heading", { name: "This page is not for you" })).toBeVisible();
  await isClean(page);
});

test("the outbox shows what was sent, with links to open; pages are clean in every language", async ({ page }) => {
  await askForLink(page, "outbox@primer.com");
  await page.goto("/sr/outbox");
  await isClean(page);
  await page.getByRole("listitem").filter({ hasText: "outbox@primer.com" }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Vaš link za logovanje" })).toBeVisible();
  await isClean(page);
  await page
    .locator("main")
    .getByRole("link", { name: /sign-in\/link/ })
    .click();
  await expect(page).toHaveURL(/sign-in\/link\?/);
  for (const locale of ["sq", "sr", "en"]) {
    await page.goto(`/${locale}/sign-in`);
    await isClean(page);
    await page.setViewportSize({ width: 320, height: 700 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide).toBe(false);
  }
});
