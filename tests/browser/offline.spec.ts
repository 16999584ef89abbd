import type { ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import sharp from "sharp";
import { axeFaults } from "../support/axe";
import { type Between, startBetween } from "../support/between";
import { signIn } from "../support/demo";
import { press } from "../support/filing";
import { phonePhoto } from "../support/images";
import { freePort, startSite, stopSite } from "../support/site";

/** A site of its own, which can be killed, behind a network that can lose answers. */
let folder: string;
let site: ChildProcess;
let between: Between;
let base: string;
let settings: { PORT: string; DATA_DIR: string } & Record<string, string>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), "ndreqe-offline-"));
  between = await startBetween();
  base = `http://localhost:${between.port}`;
  settings = { PORT: String(await freePort()), DATA_DIR: folder, DEMO: "1", BASE_URL: base };
  site = await startSite(settings);
  between.site = Number(settings.PORT);
});
test.afterAll(async () => {
  await stopSite(site);
  await between.stop();
  await rm(folder, { recursive: true, force: true });
});

async function query(sql: string, values: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: await readFile(join(folder, "database-url"), "utf8") });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The reports of a mailbox as the database has them, with the number of their photos. */
const reportsOf = (email: string) =>
  query(
    `select title, lat, lon, municipality_id as municipality, language, (select count(*)::int from photo where report_id = report.id) as photos
       from report where pending_email = $1`,
    [email],
  );

/** A telephone that has visited the site once, so that its service worker keeps the form. */
async function phone(browser: Browser, locale = "sq"): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: 375, height: 800 },
    serviceWorkers: "allow",
  });
  const page = await context.newPage();
  await page.goto(`/${locale}`);
  await workerReady(page);
  return { context, page };
}

/** Waits until the service worker keeps everything and answers for this page. One that could not be set up is tried again by the next page. */
async function workerReady(page: Page): Promise<void> {
  const state = () => page.evaluate(() => navigator.serviceWorker.controller?.state);
  let tried = 0;
  await expect(async () => {
    if (tried++ > 0) await page.reload();
    await expect.poll(state, { timeout: 12_000 }).toBe("activated");
  }).toPass({ timeout: 50_000 });
}

const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    const requests = await Promise.all(caches.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

/** What a person types; the kind is the third, potholes. */
async function fillIn(page: Page, email: string, title: string) {
  await page.locator("input[name=categoryId][value=potholes]").check();
  await page.locator("#title").fill(title);
  await page.locator("#email").fill(email);
}

const finish = (page: Page) =>
  page
    .locator("main form")
    .getByRole("button", { name: /Përfundo|Dërgo raportimin/ })
    .click();
const entry = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });

test("the site can be installed as an app, in each language under its own name", async ({ browser }) => {
  const { context, page } = await phone(browser);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // The test browser keeps nothing between visits, which is all it may complain about.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  for (const [locale, name] of [
    ["sq", "ndreqe"],
    ["sr", "popravi"],
    ["en", "ndreqe · popravi"],
  ] as const) {
    await page.goto(`/${locale}`);
    const manifest = await (
      await page.request.get((await page.locator("link[rel=manifest]").getAttribute("href")) ?? "")
    ).json();
    expect(manifest).toMatchObject({
      short_name: name,
      id: `/${locale}`,
      start_url: `/${locale}`,
      scope: "/",
      display: "standalone",
    });
    expect(manifest.shortcuts[0].url).toBe(`/${locale}/report`);
    for (const { url } of manifest.shortcuts) expect((await page.request.get(url)).status()).toBe(200);
    expect(manifest.icons.map(({ purpose, sizes }: Record<string, string>) => `${purpose} ${sizes}`).sort()).toEqual([
      "any 192x192",
      "any 512x512",
      "maskable 192x192",
      "maskable 512x512",
    ]);
    for (const { src, sizes } of manifest.icons) {
      const { format, width, height } = await sharp(await (await page.request.get(src)).body()).metadata();
      expect([format, `${width}x${height}`]).toEqual(["png", sizes]);
    }
  }
  await context.close();
});

test("without network any page leads to the form; what is typed survives; the report is sent once, by itself", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const { context, page } = await phone(browser);
  await context.setOffline(true);
  await page.goto("/sq/pledges");
  await expect(page.getByRole("heading", { level: 1, name: "Raporto pa internet" })).toBeVisible();
  await expect(page.getByText("Tani nuk ka internet")).toBeVisible();
  await page.locator("#photo").setInputFiles({ name: "gropa.jpg", mimeType: "image/jpeg", buffer: await phonePhoto() });
  // Where it was taken stands in the photo.
  await expect(page.locator("#coordinates")).toHaveValue("42.66278, 21.16194");
  await expect(page.getByText(/Vendi më i afërt: .* Komuna: Prishtinë/)).toBeVisible();
  await fillIn(page, "pa.rrjet@example.com", "Gropë pa rrjet");
  await page.reload();
  await expect(page.locator("#title")).toHaveValue("Gropë pa rrjet");
  await expect(page.locator("#email")).toHaveValue("pa.rrjet@example.com");
  await expect(page.locator("main img")).toHaveCount(1);
  await page.close();

  const again = await context.newPage();
  await again.goto("/sq/report");
  await expect(again.locator("#title")).toHaveValue("Gropë pa rrjet");
  await expect(again.locator("#coordinates")).toHaveValue("42.66278, 21.16194");
  await finish(again);
  await expect(entry(again, "Gropë pa rrjet").getByText("Pret internetin")).toBeVisible();
  await expect(again.locator("#title")).toHaveValue("");
  expect(await reportsOf("pa.rrjet@example.com")).toEqual([]);

  await context.setOffline(false);
  await expect(entry(again, "Gropë pa rrjet").getByText("U dërgua", { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(entry(again, "Gropë pa rrjet").getByText(/[A-Z]{3}-\d{4}/)).toBeVisible();
  await expect(entry(again, "Gropë pa rrjet").getByText("p•••@example.com")).toBeVisible();
  const [report, ...more] = await reportsOf("pa.rrjet@example.com");
  expect(more).toEqual([]);
  expect(report).toMatchObject({ title: "Gropë pa rrjet", municipality: "prishtina", language: "sq", photos: 1 });
  expect(report?.lat).toBeCloseTo(42.66278, 4);
  // What was typed and the photo have left the device.
  const left = await again.evaluate(
    () =>
      new Promise<string>((done) => {
        indexedDB.open("reports").onsuccess = (event) => {
          const base = (event.target as IDBOpenDBRequest).result;
          const all = base.transaction(["entries", "photos"]);
          const photos = all.objectStore("photos").count();
          all.objectStore("entries").getAll().onsuccess = (found) =>
            done(`${photos.result} ${JSON.stringify((found.target as IDBRequest).result)}`);
        };
      }),
  );
  expect(left).toMatch(/^0 /);
  expect(left).not.toContain("pa.rrjet@");
  await context.close();
});

test("nothing private is kept: the same pages for everybody, whoever is signed in", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: base, serviceWorkers: "allow" });
  const page = await context.newPage();
  await signIn(page, "citizen");
  await page.goto("/sq/account");
  await workerReady(page);
  await page.goto("/sq/account");
  await page.goto("/sq/report/offline");
  const kept = await keptPaths(page);
  expect(kept.filter((path) => !path.startsWith("/_next/static/")).sort()).toEqual([
    "/api/map/outlines.json",
    "/api/map/places.json",
    "/en/report/offline",
    "/sq/report/offline",
    "/sr/report/offline",
  ]);
  const texts = await page.evaluate(async () => {
    const answers = await Promise.all(["sq", "sr", "en"].map((locale) => caches.match(`/${locale}/report/offline`)));
    return Promise.all(answers.map((answer) => answer?.text()));
  });
  for (const text of texts) {
    expect(text).toContain("/sign-in");
    expect(text).not.toContain("/account");
  }
  await context.close();
});

test("the server killed while a report is sent, and started again: one report comes of it", async ({ browser }) => {
  test.setTimeout(120_000);
  const { context, page } = await phone(browser);
  await page.goto("/sq/report/offline");
  await page
    .locator("#photo")
    .setInputFiles({ name: "llamba.jpg", mimeType: "image/jpeg", buffer: await phonePhoto({ seed: 3 }) });
  await expect(page.locator("main img")).toHaveCount(1);
  await fillIn(page, "serveri@example.com", "Serveri u ndal");
  await stopSite(site);
  await finish(page);
  await expect(page.getByText("Faqja nuk u arrit")).toBeVisible();
  await expect(entry(page, "Serveri u ndal").getByText("Pret internetin")).toBeVisible();
  // Where there is nothing to have, the form is had all the same.
  await page.goto("/sq/statistics");
  await expect(entry(page, "Serveri u ndal").getByText("Pret internetin")).toBeVisible();
  site = await startSite(settings);
  await page.getByRole("button", { name: "Dërgo tani" }).click();
  await expect(entry(page, "Serveri u ndal").getByText("U dërgua", { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(await reportsOf("serveri@example.com")).toMatchObject([{ title: "Serveri u ndal", photos: 1 }]);
  await context.close();
});

test("an answer lost on its way back and two tabs at once: still one report, and other pages say that it waits", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const { context, page } = await phone(browser);
  await page.goto("/sq/report/offline");
  await page.locator("#coordinates").fill("42.6629, 21.1655");
  await fillIn(page, "pergjigjja@example.com", "Përgjigjja humbi");
  between.loseAnswers(/^POST \/api\/reports\/queue\/[\w-]+$/, 1000);
  await finish(page);
  await expect(page.getByText("Faqja nuk u arrit")).toBeVisible();
  expect(await reportsOf("pergjigjja@example.com")).toHaveLength(1);
  const other = await context.newPage();
  await other.goto("/sq/privacy");
  await expect(other.getByText("Raportime në këtë pajisje që ende duhet të dërgohen: 1")).toBeVisible();
  await other.getByRole("link", { name: "Shihni" }).click();
  await expect(entry(other, "Përgjigjja humbi").getByText("Pret internetin")).toBeVisible();
  // It is changed on the device, though it has arrived as it was.
  await entry(other, "Përgjigjja humbi").getByRole("button", { name: "Ndrysho" }).click();
  await expect(other.locator("#title")).toHaveValue("Përgjigjja humbi");
  await other.locator("#title").fill("Përgjigjja humbi përsëri");
  between.loseAnswers(/^$/, 0);
  await finish(other);
  await page.bringToFront();
  for (const tab of [page, other]) {
    await expect(entry(tab, "Përgjigjja humbi përsëri").getByText("U dërgua", { exact: true })).toBeVisible({
      timeout: 20_000,
    });
    await expect(entry(tab, "Përgjigjja humbi përsëri").getByText("Kishte arritur para ndryshimit")).toBeVisible();
  }
  expect(await reportsOf("pergjigjja@example.com")).toMatchObject([{ title: "Përgjigjja humbi" }]);
  await other.goto("/sq/privacy");
  await expect(other.getByText("ende duhet të dërgohen")).toHaveCount(0);
  await context.close();
});

test("what the server refuses stays, says why, can be changed, and can be thrown away", async ({ browser }) => {
  const { context, page } = await phone(browser, "sr");
  await page.goto("/sr/report/offline");
  await page.getByRole("button", { name: "Pošalji prijavu" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText("Izaberite vrstu problema.");
  await expect(page.locator("main").getByRole("alert")).toContainText("Popunite ovo polje.");
  await fillIn(page, "odbijena@primer.com", "Van opština");
  await page.locator("#coordinates").fill("41.33, 19.82");
  await expect(page.getByText("Ovo mesto je, izgleda, van sedam opština")).toBeVisible();
  await page.getByRole("button", { name: "Pošalji prijavu" }).click();
  await expect(entry(page, "Van opština").getByText("Nije poslata: nešto treba izmeniti")).toBeVisible();
  await expect(entry(page, "Van opština").getByText("Ovo mesto je van Kosova.")).toBeVisible();
  await entry(page, "Van opština").getByRole("button", { name: "Izmeni" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText("Ovo mesto je van sedam opština koje učestvuju.");
  // The nearest place by its name, written without accents.
  await page.locator("#place-search").fill("prizren");
  await page
    .getByRole("button", { name: /^Prizren/ })
    .first()
    .click();
  await expect(page.locator("#coordinates")).toHaveValue(/^42\.2\d+, 20\.7\d+$/);
  await page.getByRole("button", { name: "Pošalji prijavu" }).click();
  await expect(entry(page, "Van opština").getByText("Poslata", { exact: true })).toBeVisible();
  expect(await reportsOf("odbijena@primer.com")).toMatchObject([{ municipality: "prizren", language: "sr" }]);

  await context.setOffline(true);
  await page.locator("#coordinates").fill("42.2139, 20.7397");
  await fillIn(page, "odbijena@primer.com", "Ipak ne");
  await page.getByRole("button", { name: "Završi prijavu" }).click();
  await entry(page, "Ipak ne").getByRole("button", { name: "Obriši" }).click();
  await entry(page, "Ipak ne").getByRole("button", { name: "Da, obriši" }).click();
  await expect(entry(page, "Ipak ne")).toHaveCount(0);
  await context.setOffline(false);
  await page.reload();
  await expect(entry(page, "Van opština")).toBeVisible();
  expect(await reportsOf("odbijena@primer.com")).toHaveLength(1);
  await context.close();
});

test("a new build brings a new form and drops the old one; the server's page wins whenever it can be had", async ({
  browser,
}) => {
  const { context, page } = await phone(browser);
  const [before] = await page.evaluate(() => caches.keys());
  between.rewrite("/sw.js", (text) => text.replaceAll(String(before).replace("offline-", ""), "the-next-build"));
  between.rewrite("/sq/report/offline", (text) => text.replaceAll("Raporto pa internet", "Faqja e re"));
  await page.goto("/sq/report/offline");
  await expect(page.getByRole("heading", { level: 1, name: "Faqja e re" })).toBeVisible();
  await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 20_000 }).toEqual(["offline-the-next-build"]);
  between.rewrite("/sq/report/offline", null);
  await page.goto("/sq/report/offline");
  await expect(page.getByRole("heading", { level: 1, name: "Raporto pa internet" })).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Faqja e re" })).toBeVisible();
  between.rewrite("/sw.js", null);
  await context.close();
});

test("what is typed into the ordinary form outlives a reload and a lost network, and goes on without one", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const { context, page } = await phone(browser);
  await page.goto("/sq/report/where");
  await page.locator("summary", { hasText: /koordinat/i }).click();
  await page.locator("#lat").fill("42.6629, 21.1655");
  await page.getByLabel("Përshkruajeni vendin").fill("te dera e shkollës");
  await page.reload();
  await expect(page.getByText("Ajo që kishit shkruar këtu u ruajt në këtë pajisje.")).toBeVisible();
  await expect(page.getByLabel("Përshkruajeni vendin")).toHaveValue("te dera e shkollës");
  await expect(page.getByText("Komuna: Prishtinë")).toBeVisible();
  await press(page, "Vazhdo");
  await expect(page).toHaveURL(/report\/problem/);
  await page.getByRole("radio", { name: "Gropa në rrugë" }).check();
  await page.getByLabel("Me pak fjalë").fill("Gropë e filluar në rrjet");
  await context.setOffline(true);
  await expect(page.getByText("Tani nuk ka internet. Ajo që shkruani këtu ruhet në këtë pajisje.")).toBeVisible();
  await press(page, "Vazhdo");
  await expect(page.getByLabel("Me pak fjalë")).toHaveValue("Gropë e filluar në rrjet");
  await page.getByRole("link", { name: "Përfundojeni raportimin pa internet" }).click();
  await expect(page.getByText("U mor nga formulari që e kishit filluar.")).toBeVisible();
  await expect(page.locator("#title")).toHaveValue("Gropë e filluar në rrjet");
  await expect(page.locator("#coordinates")).toHaveValue("42.6629, 21.1655");
  await expect(page.locator("#placeText")).toHaveValue("te dera e shkollës");
  await expect(page.locator("input[name=categoryId][value=potholes]")).toBeChecked();
  // Back on the network nothing is lost there either, and what the server has is not written over.
  await context.setOffline(false);
  await page.goto("/sq/report/problem");
  await expect(page.getByLabel("Me pak fjalë")).toHaveValue("Gropë e filluar në rrjet");
  await press(page, "Vazhdo");
  await page.getByLabel("E-posta juaj").fill("nisur@example.com");
  await press(page, "Vazhdo");
  await expect(page.getByRole("heading", { level: 1, name: "Shikojeni para se ta dërgoni" })).toBeVisible();
  await press(page, "Fshi çka kam shënuar");
  await expect(page).toHaveURL(/\/sq\/report$/);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("typed:")))).toEqual([]);
  await context.close();
});

test("axe finds nothing on the form and the queue in the three languages, and 320 px are wide enough", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const { context, page } = await phone(browser);
  const photo = { name: "foto.jpg", mimeType: "image/jpeg", buffer: await phonePhoto() };
  const check = async () => {
    expect(await axeFaults(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  };
  await context.setOffline(true);
  for (const locale of ["sq", "sr", "en"]) {
    await page.setViewportSize({ width: 375, height: 800 });
    await page.goto(`/${locale}/report`);
    await page.locator("main form button.btn-action").click();
    await expect(page.locator("main").getByRole("alert")).toBeVisible();
    await check();
    await page.locator("#photo").setInputFiles(photo);
    await expect(page.locator("main svg[viewBox^='-']")).toBeVisible();
    await fillIn(page, "a11y@example.com", `Axe ${locale}`);
    await page.locator("main form button.btn-action").click();
    await expect(page.getByRole("heading", { level: 3, name: `Axe ${locale}` })).toBeVisible();
    await page.setViewportSize({ width: 320, height: 700 });
    await check();
  }
  await context.close();
});
