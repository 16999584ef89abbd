import { type Browser, expect, type Page, test } from "@playwright/test";
import { isClean } from "../support/axe";
import { signIn } from "../support/demo";

const isWithin = async (page: Page) =>
  expect(
    await page.locator("main").evaluate((main) => main.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);

/** A page of its own for a person, with or without JavaScript. */
async function tab(browser: Browser, javaScriptEnabled = true, width = 1280): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, locale: "sq", viewport: { width, height: 812 } });
  return context.newPage();
}

const words = {
  sq: { sample: "SHEMBULL", unwritten: "ende të pashkruara nga D+" },
  sr: { sample: "PRIMER", unwritten: "D+ ih još nije napisao" },
  en: { sample: "SAMPLE", unwritten: "not yet written by D+" },
} as const;

const views = [
  ["sq", 375],
  ["sq", 1280],
  ["sr", 375],
  ["en", 375],
] as const;

for (const [locale, width] of views) {
  const { sample, unwritten } = words[locale];
  test(`the public pages, clean and marked as samples: ${locale}, ${width} pixels`, async ({ browser }) => {
    const page = await tab(browser, true, width);
    for (const path of ["", "/gjakova", "/gjakova/6", "/prishtina/2"]) {
      await page.goto(`/${locale}/pledges${path}?mandate=sample`);
      await expect(page.locator("main h1")).toContainText(sample);
      await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
      expect(await page.title()).toContain(sample);
      await isWithin(page);
      await isClean(page);
    }
    for (const path of ["/pledges/prizren?mandate=2025", "/method", "/pledges?mandate=2025"]) {
      await page.goto(`/${locale}${path}`);
      await expect(page.locator("main h1")).not.toContainText(sample);
      expect(await page.title()).not.toContain(sample);
      await isWithin(page);
      await isClean(page);
    }
    await expect(page.getByText(unwritten)).toHaveCount(7);
    await expect(page.getByText("Shaqir Totaj")).toBeVisible();
    await page.context().close();
  });
}

test("the board fits a phone: seven rows of six marks, each at least 44 pixels, each with its words", async ({
  browser,
}) => {
  const page = await tab(browser, true, 375);
  await page.goto("/sq/pledges");
  const board = page.getByRole("region", { name: "Tabela e premtimeve" });
  await expect(board.getByRole("heading", { level: 2 })).toHaveCount(7);
  const marks = board.locator("ol a");
  await expect(marks).toHaveCount(42);
  for (const box of await marks.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON()))) {
    expect(box.width).toBeGreaterThanOrEqual(44);
    expect(box.height).toBeGreaterThanOrEqual(44);
  }
  expect((await board.boundingBox())?.height).toBeLessThan(812 / 2);
  await expect(board.getByRole("link", { name: /^Premtimi 6: i thyer\. / })).toHaveCount(1);
  // Rows say it too, so that a cut-out picture of the board can't be taken for real.
  await expect(board.getByText("shembull", { exact: true })).toHaveCount(7);
});

test("filter by GET without JavaScript, then to a pledge and to the method", async ({ browser }) => {
  const page = await tab(browser, false, 375);
  await page.goto("/sr/pledges");
  await page.getByLabel("Status").selectOption({ label: "prekršeno" });
  await page.getByRole("button", { name: "Filtriraj" }).click();
  await expect(page).toHaveURL(/status=broken/);
  await expect(page.getByText("2 obećanja odgovaraju filteru")).toBeVisible();
  await expect(page.getByRole("region", { name: "Tabela obećanja" }).locator("ol a")).toHaveCount(2);
  await page.getByRole("link", { name: "Tri nova javna vrtića" }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tri nova javna vrtića");
  await expect(page.getByText("Odgovor kabineta gradonačelnika")).toBeVisible();
  await page.getByRole("link", { name: "Kako se ocenjuje" }).click();
  await expect(page.getByRole("heading", { name: "Dve osobe" })).toBeVisible();
});

test("a correction stays beside what it corrects, and the history says how the status moved", async ({ page }) => {
  await page.goto("/en/pledges/prishtina/2?mandate=sample");
  await expect(page.getByText("This assessment corrects the one published on")).toBeVisible();
  await expect(page.getByText("This assessment was corrected by the one published on")).toBeVisible();
  await expect(page.locator("article")).toHaveCount(2);
  await expect(page.getByText("Method 1.0").first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Redaktori");
});

test("pages that aren't there", async ({ request }) => {
  for (const path of [
    "/sq/pledges/nowhere",
    "/sq/pledges/peja/7",
    "/sq/pledges/peja/1?mandate=2025",
    "/sq/pledges/peja/0",
  ])
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
  expect((await request.get("/sq/pledges?mandate=1990")).status()).toBe(200);
});

test("the desk is for editors: others are told, administrators read, nobody gets in unsigned", async ({ page }) => {
  await page.goto("/en/staff");
  await expect(page).toHaveURL(/\/en\/sign-in\?back=/);
  await signIn(page, "manager.peja", "/en/staff");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not for you");
  await page.context().clearCookies();
  await signIn(page, "admin", "/en/staff");
  await expect(page.getByText("As an administrator you can read")).toBeVisible();
  await page.getByRole("link", { name: "The six pledges" }).last().click();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await page.goto("/en/staff/assessments/nonsense");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page was not found");
});

/** Fills an assessment of a pledge; the evidence when it is given. */
async function write(page: Page, finding: string, evidence?: string) {
  await page.locator("#status").selectOption("fulfilled");
  await page.locator("#asOf").fill("2026-10-31");
  for (const field of ["findingSq", "findingSr", "findingEn"]) await page.locator(`#${field}`).fill(finding);
  if (!evidence) return;
  await page.locator("[id='evidence.0.title']").fill(evidence);
  await page.locator("[id='evidence.0.publisher']").fill("Komuna");
}

const sendForReview = (page: Page) => page.getByRole("button", { name: "Ruaj dhe dërgo për shqyrtim" }).click();

for (const [kind, javaScript, slug] of [
  ["with JavaScript", true, "Ferizaj"],
  ["without JavaScript", false, "Gjilan"],
] as const) {
  test(`one editor writes with evidence and can't publish alone, the other publishes, all see it: ${kind}`, async ({
    browser,
  }) => {
    // The checker itself is JavaScript.
    const clean = async (page: Page) => (javaScript ? isClean(page) : undefined);
    const one = await tab(browser, javaScript);
    await signIn(one, "editor.one", "/sq/staff");
    await clean(one);
    const row = one.locator("li", { has: one.getByRole("heading", { name: slug, exact: true }) });
    await row.filter({ hasText: "SHEMBULL" }).locator("ol a").nth(2).click();
    await expect(one.getByRole("heading", { level: 1 })).toContainText("Vlerëso premtimin 3");
    await clean(one);

    // Without evidence it doesn't go on, and nothing typed is lost.
    const finding = `Gjetja e provës ${kind}`;
    await write(one, finding);
    await sendForReview(one);
    await expect(one.getByRole("alert").first()).toContainText("Dëshmia 1, Titulli: Shtoni së paku një dëshmi.");
    await expect(one.locator("#findingSr")).toHaveValue(finding);
    await expect(one.locator("#status")).toHaveValue("fulfilled");
    await write(one, finding, `Procesverbali ${kind}`);
    await sendForReview(one);
    await expect(one.getByRole("status").first()).toContainText("u dërgua për shqyrtim");
    await expect(one.getByText("Ky është vlerësimi juaj.")).toBeVisible();
    await expect(one.getByRole("button", { name: "Publiko vlerësimin" })).toHaveCount(0);
    await clean(one);
    const address = new URL(one.url()).pathname;

    const two = await tab(browser, javaScript);
    await signIn(two, "editor.two", "/sq/staff");
    await two.locator(`main a[href="${address}"]`).first().click();
    await expect(two.getByText(`Procesverbali ${kind}`)).toBeVisible();
    await clean(two);
    await two.locator("#note").fill("Cila datë?");
    await two.getByRole("button", { name: "Ktheje te autori" }).click();
    await expect(two.getByRole("status").first()).toContainText("iu kthye autorit");

    await one.goto(address);
    await expect(one.getByText("Cila datë?")).toBeVisible();
    await one.locator("[id='evidence.0.date']").fill("2026-10-01");
    await sendForReview(one);
    await expect(one.getByRole("status").first()).toContainText("u dërgua për shqyrtim");

    await two.goto(address);
    await two.getByRole("button", { name: "Publiko vlerësimin" }).click();
    await expect(two.getByRole("status").first()).toContainText("Vlerësimi është publik.");
    await two.getByRole("link", { name: "Shih faqen publike" }).click();
    await expect(two.getByRole("heading", { level: 1 })).toContainText("SHEMBULL");
    await expect(two.locator("article").first()).toContainText(finding);
    await expect(two.locator("article").first()).toContainText("1 dëshmi");
    await one.context().close();
    await two.context().close();
  });
}

test("a reply is kept whole, and a correction starts from the published words", async ({ page }) => {
  await signIn(page, "editor.two", "/en/staff");
  const row = page.locator("li", { has: page.getByRole("heading", { name: "Mitrovica South", exact: true }) });
  await row.filter({ hasText: "SAMPLE" }).locator("ol a").first().click();
  await page.getByRole("link", { name: "published" }).first().click();
  await page.waitForURL(/\/assessments\//);
  const address = page.url();
  await page.locator("#text").fill("Our word.\n\nAll of it.");
  await page.getByRole("button", { name: "Keep the reply" }).click();
  await expect(page.getByRole("status").first()).toContainText("The reply is kept and public.");
  await page.getByRole("link", { name: "See the public page" }).click();
  await expect(page.locator("article").first()).toContainText("All of it.");

  await page.goto(address);
  await page.getByRole("button", { name: "Write a correction" }).click();
  await expect(page.getByRole("status").first()).toContainText("starts from the words");
  await expect(page.locator("#findingEn")).toHaveValue(/^Sample finding/);
  await expect(page.getByText("Corrects a published assessment")).toBeVisible();
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(page.getByRole("status").first()).toContainText("The draft was discarded.");
});

test("the six: written one by one, published only with all, never a seventh", async ({ browser }) => {
  const page = await tab(browser, false);
  await signIn(page, "editor.one", "/sq/staff");
  const row = page.locator("li", { has: page.getByRole("heading", { name: "Pejë", exact: true }) });
  await row.filter({ hasText: "Gazmend Muhaxheri" }).getByRole("link", { name: "Gjashtë premtimet" }).click();
  const address = page.url();
  for (const slot of [1, 2, 3, 4, 5]) await writePledge(page, slot);
  await page.getByRole("button", { name: "Publiko gjashtë premtimet" }).click();
  await expect(page.getByRole("alert").first()).toContainText("saktësisht gjashtë premtime");
  await page.goto("/sq/pledges/peja?mandate=2025");
  await expect(page.getByText("D+ ende nuk i ka shkruar")).toBeVisible();

  // A form that asks for a seventh is refused, and keeps what was typed.
  const forger = await tab(browser);
  await signIn(forger, "editor.one", "/sq/staff");
  await forger.goto(address);
  await forger.locator("input[name=slot]").evaluate((input: HTMLInputElement) => {
    input.value = "7";
  });
  await fillPledge(forger, 7);
  await forger.getByRole("button", { name: "Ruaj", exact: true }).click();
  await expect(forger.getByRole("alert").first()).toContainText("nuk ka premtim të shtatë");
  await expect(forger.locator("#textSq")).toHaveValue("Premtimi i provës 7");
  await isClean(forger);
  await forger.context().close();

  await page.goto(address);
  await writePledge(page, 6);
  await expect(page.getByText("Nuk ka të shtatë.")).toBeVisible();
  await page.context().close();
});

async function fillPledge(page: Page, slot: number) {
  for (const field of ["textSq", "textSr", "textEn", "measureSq", "measureSr", "measureEn", "sourceQuote"])
    await page.locator(`#${field}`).fill(`Premtimi i provës ${slot}`);
  await page.locator("#sector").selectOption("health");
}

async function writePledge(page: Page, slot: number) {
  await fillPledge(page, slot);
  await page.getByRole("button", { name: "Ruaj", exact: true }).click();
  await expect(page.getByRole("status").first()).toContainText("Premtimi u ruajt.");
}
