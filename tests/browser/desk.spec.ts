import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { isClean } from "../support/axe";
import { signIn } from "../support/demo";
import { phonePhoto } from "../support/images";
import { waitForMail } from "../support/mailbox";
import { BROWSER_TEST_PORT, MAIL_FOLDER } from "./settings";

/** The reference of a report that stands in a view of a desk, counted from its end, so that tests don't share one. */
async function refAt(page: Page, desk: string, view: string, nth: number): Promise<string> {
  await page.goto(`/en/desk?m=${desk}&view=${view}`);
  const href = await page.locator("main tbody a").nth(nth).getAttribute("href");
  return /desk\/([A-Z]{3}-\d{4})/.exec(href ?? "")?.[1] ?? "";
}

async function inNewContext(browser: Browser, options: object, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ locale: "sq", ...options });
  await work(await context.newPage());
  await context.close();
}

/** A follower, so that somebody is told. */
async function follow(browser: Browser, ref: string): Promise<string> {
  const email = `ndjekes.${ref.toLowerCase()}@shembull.com`;
  await inNewContext(browser, {}, async (page) => {
    await page.goto(`/sq/sign-in?back=/sq/reports/${ref}`);
    await page.locator("#email").fill(email);
    await page.getByRole("button", { name: "Ma dërgo lidhjen" }).click();
    const mail = await waitForMail(MAIL_FOLDER, email);
    await page.goto(mail.links[0] ?? "");
    await page.locator("main").getByRole("button", { name: "Kyçu" }).click();
    await expect(page).toHaveURL(new RegExp(`reports/${ref}$`));
    await page.getByRole("button", { name: "Ndiq", exact: true }).click();
    await expect(page.getByRole("button", { name: "Mos ndiq më" })).toBeVisible();
  });
  return email;
}

test("an official plans, works and fixes with a photo; the public page and the follower's mail say so", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, "official.ferizaj", "/en/desk");
  const ref = await refAt(page, "ferizaj", "open", 0);
  const email = await follow(browser, ref);
  await page.goto(`/en/desk/${ref}`);
  await isClean(page);

  // What is missing is named, and nothing typed is lost.
  await page.getByRole("radio", { name: "planned" }).check();
  await page.getByLabel("Words to the citizen").fill("Mjeshtrat vijnë të mërkurën.");
  await page.getByRole("button", { name: "Send it to the citizen" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose the date");
  await expect(page.getByRole("radio", { name: "planned" })).toBeChecked();
  await expect(page.getByLabel("Words to the citizen")).toHaveValue("Mjeshtrat vijnë të mërkurën.");
  await isClean(page);
  await page.getByLabel("Day for which the work is planned").fill("2030-01-02");
  await page.getByRole("button", { name: "Send it to the citizen" }).click();
  await expect(page.getByRole("status")).toContainText("Sent.");
  await expect(page.getByLabel("Words to the citizen")).toHaveValue("");
  const planned = await waitForMail(MAIL_FOLDER, email, ({ subject }) => subject.startsWith(`${ref} – i planifikuar`));
  expect(planned.text).toContain("Mjeshtrat vijnë të mërkurën.");
  expect(planned.text).toContain("2 janar 2030");

  await page.getByRole("radio", { name: "fixed" }).check();
  await page.getByLabel("Words to the citizen").fill("U ndreq. Faleminderit.");
  await page
    .getByLabel(/^Photo/)
    .setInputFiles({ name: "fixed.jpg", mimeType: "image/jpeg", buffer: await phonePhoto({ seed: 77 }) });
  await page.getByRole("button", { name: "Send it to the citizen" }).click();
  await expect(page.getByRole("status")).toContainText("Sent.");
  await expect(page.getByRole("img", { name: /proof/i })).toBeVisible();
  await waitForMail(MAIL_FOLDER, email, ({ subject }) => subject.startsWith(`${ref} – i rregulluar`));

  await inNewContext(browser, {}, async (citizen) => {
    await citizen.goto(`/sq/reports/${ref}`);
    const main = citizen.locator("main");
    await expect(main.getByText("i rregulluar").first()).toBeVisible();
    await expect(main.getByText("U ndreq. Faleminderit.")).toBeVisible();
    await expect(main.getByRole("img", { name: /dëshmi/i }).first()).toBeVisible();
  });
});

test("a note stays inside, taking and giving are on record", async ({ page, browser }) => {
  await signIn(page, "official.gjilan", "/en/desk");
  const ref = await refAt(page, "gjilan", "new", 0);
  await page.goto(`/en/desk/${ref}`);
  await page.getByRole("button", { name: "Take it" }).click();
  await expect(page.getByText("It is with you.")).toBeVisible();
  await page.getByLabel("For colleagues").fill("Only Agim has the key.");
  await page.getByRole("button", { name: "Save the note" }).click();
  await expect(page.getByRole("status")).toContainText("The note is saved");
  const note = page.getByRole("listitem").filter({ hasText: "Only Agim has the key." });
  await expect(note.getByText("internal", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Give it", exact: true }).click();
  await expect(page.getByText(/It is with: Menaxheri/)).toBeVisible();
  await inNewContext(browser, {}, async (citizen) => {
    await citizen.goto(`/sq/reports/${ref}`);
    await expect(citizen.locator("main h1")).toBeVisible();
    await expect(citizen.getByText("Only Agim has the key.")).toHaveCount(0);
  });
});

test("with the keyboard alone: from the list to an answer", async ({ page }) => {
  await signIn(page, "official.peja", "/en/desk?view=open");
  await page.locator("main tbody a").last().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/desk\/[A-Z]{3}-\d{4}/);
  const tabTo = async (id: string) => {
    for (let i = 0; i < 40; i++) {
      if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`${id} can't be reached with the keyboard`);
  };
  await tabTo("text");
  await page.keyboard.type("Thank you, we are on our way.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status")).toContainText("Sent.");
  await expect(page.getByRole("listitem").filter({ hasText: "Thank you, we are on our way." })).toBeVisible();
});

test("without JavaScript: refused with the words kept, then answered", async ({ browser }) => {
  await inNewContext(browser, { javaScriptEnabled: false }, async (page) => {
    await signIn(page, "official.prizren", "/en/desk");
    const ref = await refAt(page, "prizren", "open", 1);
    await page.goto(`/en/desk/${ref}`);
    await page.getByRole("radio", { name: "referred" }).check();
    await page.getByLabel("Words to the citizen").fill("This lamp belongs to KEDS.");
    await page.getByRole("button", { name: "Send it to the citizen" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Write to which institution");
    await expect(page.getByRole("radio", { name: "referred" })).toBeChecked();
    await expect(page.getByLabel("Words to the citizen")).toHaveValue("This lamp belongs to KEDS.");
    await page.getByLabel("To which institution").fill("KEDS");
    await page.getByRole("button", { name: "Send it to the citizen" }).click();
    await expect(page.getByRole("status")).toContainText("Sent.");
    await expect(page.getByText("Referred to: KEDS").first()).toBeVisible();
  });
});

test("somebody was quicker: both are shown and nothing typed is lost, with and without JavaScript", async ({
  browser,
}) => {
  test.slow();
  for (const javaScriptEnabled of [true, false]) {
    await inNewContext(browser, { javaScriptEnabled }, async (slow) => {
      await signIn(slow, "official.mitrovica", "/en/desk");
      const ref = await refAt(slow, "mitrovica", "open", 0);
      await slow.goto(`/en/desk/${ref}`);
      const slowWords = `My long and careful words, ${javaScriptEnabled ? "with" : "without"}.`;
      const quickWords = `I was quicker, ${javaScriptEnabled ? "with" : "without"}.`;
      await slow.getByLabel("Words to the citizen").fill(slowWords);
      await inNewContext(browser, {}, async (quick) => {
        await signIn(quick, "manager.mitrovica", `/en/desk/${ref}`);
        await quick.getByLabel("Words to the citizen").fill(quickWords);
        await quick.getByRole("button", { name: "Send it to the citizen" }).click();
        await expect(quick.getByRole("status")).toContainText("Sent.");
      });
      await slow.getByRole("button", { name: "Send it to the citizen" }).click();
      await expect(slow.getByRole("alert").first()).toContainText("Somebody changed this");
      const form = slow.locator("form").filter({ has: slow.locator("#text") });
      await expect(form.getByText(quickWords)).toBeVisible();
      await expect(slow.getByLabel("Words to the citizen")).toHaveValue(slowWords);
      await slow.getByRole("button", { name: "Send it to the citizen" }).click();
      await expect(slow.getByRole("status")).toContainText("Sent.");
      await expect(slow.getByRole("listitem").filter({ hasText: slowWords })).toBeVisible();
    });
  }
});

test("a stranger gets nothing: no page, and no way through the form", async ({ page, browser }) => {
  await signIn(page, "official.prishtina", "/en/desk");
  const ref = await refAt(page, "prishtina", "open", 2);
  await page.goto(`/en/desk/${ref}`);
  const fields = await formOf(page);
  const words = "Written by a stranger.";
  await inNewContext(browser, {}, async (stranger) => {
    await signIn(stranger, "official.peja", "/en/account");
    const seen = await stranger.goto(`/en/desk/${ref}`);
    expect(seen?.status()).toBe(404);
    expect(await seen?.text()).not.toContain(fields.reportId);
    // The stranger's own desk page, with another's report in the form.
    const own = await refAt(stranger, "peja", "open", 0);
    for (const path of [`/en/desk/${own}`, `/en/desk/${ref}`]) {
      const answer = await send(stranger.request, path, { ...fields, to: "answer", text: words });
      expect(await answer.text()).not.toContain("Sent.");
    }
  });
  await inNewContext(browser, {}, async (anonymous) => {
    await send(anonymous.request, `/en/desk/${ref}`, { ...fields, to: "answer", text: words });
  });
  await page.goto(`/en/desk/${ref}`);
  await expect(page.getByText(words)).toHaveCount(0);
  expect((await formOf(page)).version).toBe(fields.version);
  // The same request with the cookies of who may, so that the refusal above is known to be the reason.
  await send(page.request, `/en/desk/${ref}`, { ...fields, to: "answer", text: "Written by the official." });
  await page.goto(`/en/desk/${ref}`);
  await expect(page.getByText("Written by the official.")).toBeVisible();
});

/** Every hidden field of the form to the citizen, the framework's own too. */
async function formOf(page: Page): Promise<Record<string, string>> {
  const html = await (await page.request.get(page.url())).text();
  const form = html.split("<form").find((part) => part.includes('id="text"')) ?? "";
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g);
  return Object.fromEntries(
    [...inputs].map(([, name, value]) => [name, (value ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&")]),
  );
}

const send = (request: APIRequestContext, path: string, multipart: Record<string, string>) =>
  request.post(path, { multipart, headers: { origin: `http://localhost:${BROWSER_TEST_PORT}` }, maxRedirects: 0 });

test("who is no official gets a clear word, who isn't signed in the door and then the page", async ({ page }) => {
  await page.goto("/en/desk");
  await expect(page).toHaveURL(/\/en\/sign-in\?back=/);
  await signIn(page, "citizen", "/en/desk");
  await expect(page.getByRole("heading", { name: "This page is not for you" })).toBeVisible();
  await signIn(page, "official.gjakova", "/en/desk");
  await page.goto("/en/desk?m=peja");
  await expect(page.getByRole("heading", { name: "This page is not for you" })).toBeVisible();
});

test("the list: views, a filter, no sideways scrolling, clean in every language", async ({ page }) => {
  await signIn(page, "manager.prishtina", "/sq/desk");
  for (const locale of ["sq", "sr", "en"]) {
    for (const width of [1280, 375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/${locale}/desk?view=all`);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([locale, width, wide]).toEqual([locale, width, 0]);
      if (width !== 320) await isClean(page);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/en/desk?view=all");
  await page.getByLabel("Kind of problem").selectOption("potholes");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/category=potholes/);
  for (const cell of await page.locator("main tbody tr").all()) await expect(cell).toContainText("otholes");
  await page.goto("/en/desk?view=all&page=9");
  await expect(page).toHaveURL(/page=1$/);
  await page.getByRole("link", { name: /^Overdue/ }).click();
  await expect(page).toHaveURL(/view=overdue/);
  await expect(page.getByRole("link", { name: /^Overdue/ })).toHaveAttribute("aria-current", "page");
});

test("the administrator reads every desk and answers at none", async ({ page }) => {
  await signIn(page, "admin", "/en/desk?m=prizren&view=all");
  await expect(page.getByRole("navigation", { name: "Your municipalities" }).getByRole("link")).toHaveCount(7);
  await page.locator("main tbody a").first().click();
  await expect(page.getByText("You can read this desk")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send it to the citizen" })).toHaveCount(0);
});
