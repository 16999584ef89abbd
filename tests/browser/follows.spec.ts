import { type Browser, expect, type Page, test } from "@playwright/test";
import { isClean } from "../support/axe";
import { signIn } from "../support/demo";
import { placeAt, press, serbian, tellProblem } from "../support/filing";
import { mailsTo, waitForMail } from "../support/mailbox";
import { MAIL_FOLDER } from "./settings";

const email = "vesna.follows@primer.com";

/** Asks with an e-mail to follow, and opens the link that comes, as somebody without an account or JavaScript does. */
async function followByMail(page: Page, query: string, known: number) {
  await page.goto(`/sr/follows/new?${query}`);
  await page.getByRole("radio", { name: "odmah" }).check();
  await page.getByLabel("Vaša e-pošta").fill(email);
  await press(page, "Pošalji mi link");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pogledajte svoju e-poštu");
  const mail = await waitForMail(MAIL_FOLDER, email, ({ subject }) => subject === "Potvrdite praćenje", known);
  await page.goto(mail.links.find((link) => link.includes("/sr/follows/confirm")) ?? "");
  await press(page, "Potvrdi praćenje");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Od sada ovo pratite");
}

/** Files a report in Gjilan, signed in. @returns its number */
async function file(browser: Browser): Promise<string> {
  const page = await (await browser.newContext({ locale: "sr" })).newPage();
  await signIn(page, "citizen", "/sr/account");
  await placeAt(page, serbian, 42.4635, 21.4694);
  await tellProblem(page, serbian, "Rupe na putu", "Rupa koju svi zaobilaze");
  await press(page, serbian.next);
  await press(page, serbian.next);
  await press(page, serbian.send);
  await expect(page.getByText(/[A-Z]{3}-\d{4}/).first()).toBeVisible();
  const ref = /[A-Z]{3}-\d{4}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  await page.context().close();
  return ref;
}

test("three follows by e-mail alone, without JavaScript; one event, one mail; a bare POST ends what caused it", async ({
  browser,
  request,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "sr" });
  const page = await context.newPage();
  await followByMail(page, "kind=municipality&municipality=gjilan", 0);
  await followByMail(page, "kind=category&category=potholes&municipality=gjilan", 1);
  // The circle: by coordinates, then its page.
  await page.goto("/sr/follows/circle");
  await press(page, "Nastavi");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.locator("#lat").fill("42.463, 21.469");
  await page.locator("#radius").selectOption("1000");
  await press(page, "Nastavi");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Krug od 1 km");
  await followByMail(page, new URL(page.url()).search.slice(1), 2);

  const ref = await file(browser);
  const mail = await waitForMail(MAIL_FOLDER, email, ({ text }) => text.includes(ref));
  for (const name of ["Krug od 1 km", "Gnjilane (opština)", "Rupe na putu, Gnjilane"])
    expect(mail.text).toContain(name);

  // A mail program's bare POST; opening the address, as scanners do, ends nothing.
  const post = /^<(http[^>]+)>$/.exec(mail.header("List-Unsubscribe") ?? "")?.[1] ?? "";
  expect(mail.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  await page.goto(post);
  await expect(page).toHaveURL(/\/sr\/follows\/stop\?token=/);
  await expect(page.locator("main li")).toHaveCount(3);
  const answer = await request.post(post, { form: { "List-Unsubscribe": "One-Click" }, headers: { cookie: "" } });
  expect(answer.status()).toBe(200);
  await page.goto(post);
  await expect(page.locator("main")).toContainText("Ovo više ne pratite.");
  await press(page, "Zaustavi sve");
  await expect(page.locator("main")).toContainText("Više vam ne pišemo.");

  // Nothing came twice.
  const about = (await mailsTo(MAIL_FOLDER, email)).filter(({ text }) => text.includes("/reports/"));
  expect(about).toHaveLength(1);
  await context.close();
});

test("signed in it takes one press; the pace is changed in its line, and ended there", async ({ page }) => {
  await signIn(page, "moderator", "/sq/municipalities/ferizaj");
  await press(page, "Ndiq: Ferizaj (komuna)");
  await expect(page.getByRole("status").first()).toContainText("Tani e ndiqni: Ferizaj (komuna).");
  await page.goto("/sq/municipalities/ferizaj");
  await expect(page.locator("main")).toContainText("E ndiqni: Ferizaj (komuna)");
  await page.goto("/sq/account/follows");
  const line = page.getByRole("listitem").filter({ hasText: "Ferizaj (komuna)" });
  await line.getByRole("combobox").selectOption("weekly");
  await line.getByRole("button", { name: "Ruaj" }).click();
  await expect(page.getByRole("status").first()).toContainText("U ruajt.");
  await page.goto("/sq/account/follows");
  await expect(line.getByRole("combobox")).toHaveValue("weekly");
  await line.getByRole("button", { name: /^Mos ndiq më/ }).click();
  await expect(page.getByRole("status").first()).toContainText("Nuk e ndiqni më.");
  await expect(line).toHaveCount(0);
});

test("the account is downloaded whole, and deleted for good", async ({ page }) => {
  const own = "arta.gone@shembull.com";
  await page.goto("/sq/sign-in?back=/sq/account");
  await page.locator("#email").fill(own);
  await press(page, "Ma dërgo lidhjen");
  const mail = await waitForMail(MAIL_FOLDER, own);
  await page.goto(mail.links.find((link) => link.includes("/sign-in/link")) ?? "");
  await press(page, "Kyçu");
  await expect(page).toHaveURL(/\/sq\/account$/);
  await page.getByLabel("Emri juaj").fill("Arta G.");
  await page
    .locator("form", { has: page.locator("#name") })
    .getByRole("button")
    .click();
  await expect(page.getByRole("status").first()).toContainText("U ruajt.");
  const file = await (await page.request.get("/api/account/data")).json();
  expect(file).toMatchObject({ account: { email: own, name: "Arta G.", locale: "sq" } });
  expect(JSON.stringify(file.emails)).toContain("sign-in/link");

  await page.getByRole("link", { name: "Fshije llogarinë" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fshini llogarinë");
  const erase = page.getByRole("button", { name: "Fshije llogarinë përgjithmonë" });
  await page.locator("#email").fill("tjeter@shembull.com");
  await erase.click();
  await expect(page.getByRole("alert").first()).toContainText("nuk është adresa e kësaj llogarie");
  await isClean(page);
  await page.locator("#email").fill(own);
  await erase.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Llogaria juaj u fshi");
  expect((await page.request.get("/api/account/data")).status()).toBe(401);
  await page.goto("/sq/account");
  await expect(page).toHaveURL(/sign-in\?back=/);
});

test("the feeds are Atom as an XML parser reads it, and pages name theirs", async ({ page }) => {
  await page.goto("/sq/municipalities/prishtina");
  const named = page.locator('link[rel="alternate"][type="application/atom+xml"]');
  await expect(named).toHaveAttribute("href", /\/feeds\/sq\/municipalities\/prishtina\.atom$/);
  await page.goto("/sr/reports?category=potholes");
  await expect(named).toHaveAttribute("href", /\/feeds\/sr\/reports\.atom\?category=potholes$/);
  const first = page.locator("main a[href*='/sr/reports/']").first();
  const ref = /[A-Z]{3}-\d{4}/.exec((await first.getAttribute("href")) ?? "")?.[0] ?? "";
  const paths = [
    "reports.atom?category=potholes",
    "municipalities/prishtina.atom",
    "categories/potholes.atom",
    "circle.atom?lat=42.66&lon=21.16&radius=5000",
    `reports/${ref}.atom`,
  ];
  for (const path of paths) {
    const found = await page.evaluate(async (address) => {
      const answer = await fetch(address);
      const xml = new DOMParser().parseFromString(await answer.text(), "application/xml");
      const atom = "http://www.w3.org/2005/Atom";
      const own = (parent: Element, name: string) =>
        [...parent.children].filter((child) => child.namespaceURI === atom && child.localName === name);
      const text = (parent: Element, name: string) => own(parent, name).map((child) => child.textContent ?? "");
      const feed = xml.documentElement;
      return {
        broken: xml.querySelector("parsererror")?.textContent ?? "",
        root: `${feed.namespaceURI} ${feed.localName}`,
        self: own(feed, "link").map((link) => link.getAttribute("href")),
        // What RFC 4287 asks of a feed and of each entry: exactly one of these.
        feed: ["id", "title", "updated"].map((name) => own(feed, name).length),
        authors: own(feed, "author").flatMap((author) => text(author, "name")),
        entries: own(feed, "entry").map((entry) => ({
          one: ["id", "title", "updated", "published", "content"].map((name) => own(entry, name).length),
          id: text(entry, "id")[0] ?? "",
          updated: text(entry, "updated")[0] ?? "",
          link: own(entry, "link")[0]?.getAttribute("href") ?? "",
        })),
      };
    }, `/feeds/sr/${path}`);
    expect([path, found.broken]).toEqual([path, ""]);
    expect(found.root).toBe("http://www.w3.org/2005/Atom feed");
    expect(found.feed).toEqual([1, 1, 1]);
    expect(found.authors).toHaveLength(1);
    expect(found.entries.length, path).toBeGreaterThan(0);
    for (const entry of found.entries) {
      expect(entry.one).toEqual([1, 1, 1, 1, 1]);
      expect(entry.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(entry.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(entry.link).toMatch(/^http:\/\/localhost:\d+\/sr\/reports\/[A-Z]{3}-\d{4}$/);
    }
    expect(new Set(found.entries.map(({ id }) => id)).size).toBe(found.entries.length);
  }
});

for (const locale of ["sq", "sr", "en"]) {
  test(`${locale}: axe finds nothing on the pages of following`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    for (const path of [
      "/follows/new?kind=category&category=potholes",
      "/follows/circle?q=ulpiana",
      "/follows/places?q=ulpiana",
      "/follows/stop?token=nothing",
      "/follows/confirm?token=nothing",
      "/account/deleted",
    ]) {
      await page.goto(`/${locale}${path}`);
      await isClean(page);
    }
  });
}

test("axe finds nothing on what one follows and on deleting the account, in every language", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await signIn(page, "citizen");
  for (const locale of ["sq", "sr", "en"])
    for (const path of ["/account/follows", "/account/delete", "/follows/new?kind=municipality&municipality=peja"]) {
      await page.goto(`/${locale}${path}`);
      await isClean(page);
    }
});
