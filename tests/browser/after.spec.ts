import { type Browser, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { isClean } from "../support/axe";
import { signIn } from "../support/demo";
import { albanian, pastNear, placeAt, press, tellProblem } from "../support/filing";
import { phonePhoto } from "../support/images";
import { waitForMail } from "../support/mailbox";
import { MAIL_FOLDER } from "./settings";

const photo = async (seed: number) => ({
  name: "foto.jpg",
  mimeType: "image/jpeg",
  buffer: await phonePhoto({ width: 800, height: 600, seed }),
});

async function inNewContext(browser: Browser, options: object, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ locale: "sq", viewport: { width: 375, height: 800 }, ...options });
  await work(await context.newPage());
  await context.close();
}

/** A public report of the demonstration's citizen. @returns its reference */
async function file(page: Page, title: string, seed: number, lat: number, lon: number): Promise<string> {
  await page.goto("/sq/report");
  await page.locator("input[type=file]").setInputFiles(await photo(seed));
  await expect(page.getByText("E di ku është bërë")).toBeVisible({ timeout: 20_000 });
  await press(page, albanian.next);
  await expect(page).toHaveURL(/\/report\/where/);
  await placeAt(page, albanian, lat, lon);
  await tellProblem(page, albanian, "Trotuar i dëmtuar", title);
  await press(page, albanian.next);
  await pastNear(page, albanian);
  await press(page, albanian.next);
  await press(page, albanian.send);
  await expect(page).toHaveURL(/\/report\/sent$/);
  return (await page.getByText(/^[A-Z]{3}-\d{4}$/).textContent()) ?? "";
}

/** Path of the picture that is shown where the page is shared. */
async function preview(page: Page): Promise<string> {
  const { pathname, search } = new URL((await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "");
  return pathname + search;
}

/** The official says that it is fixed, with a photo. */
async function fix(browser: Browser, ref: string) {
  await inNewContext(browser, {}, async (desk) => {
    await signIn(desk, "official.gjakova", `/sq/desk/${ref}`);
    await desk.getByRole("radio", { name: "i rregulluar", exact: true }).check();
    await desk.getByLabel("Teksti për qytetarin").fill("Pllakat u ndërruan.");
    await desk.locator("input[type=file]").setInputFiles(await photo(77));
    await desk.getByRole("button", { name: "Dërgoja qytetarit" }).click();
    await expect(desk.getByLabel("Teksti për qytetarin")).toHaveValue("");
  });
}

test("is it fixed? asked by e-mail, answered without signing in and without JavaScript; no reopens it", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, "citizen", "/sq/account");
  const ref = await file(page, "Pllaka të thyera te parku", 75, 42.3721, 20.4402);
  await fix(browser, ref);
  const mail = await waitForMail(MAIL_FOLDER, "citizen@ndreqe.example", ({ subject, links }) =>
    Boolean(subject.includes(ref) && links.some((link) => link.includes("/reports/answer?"))),
  );
  const link = (answer: string, locale = "sq") => {
    const url = new URL(mail.links.find((href) => href.includes(`answer=${answer}`)) ?? "");
    return `${url.pathname.replace("/sq/", `/${locale}/`)}${url.search}`;
  };

  await inNewContext(browser, { javaScriptEnabled: false }, async (plain) => {
    // A mail scanner that opens every link answers nothing.
    for (const answer of ["yes", "partly", "no"]) expect((await plain.request.get(link(answer))).status()).toBe(200);
    await plain.goto(link("yes"));
    await press(plain, "Po, është ndrequr");
    await expect(plain).toHaveURL(new RegExp(`/sq/reports/${ref}\\?done=yes$`));
    await expect(plain.getByText("Deri tani kanë thënë: e ndrequr 1, pjesërisht 0, jo e ndrequr 0.")).toBeVisible();

    // The answer may be changed; a "no" wants words or a photo.
    await plain.goto(link("no"));
    await expect(plain.getByText("Përgjigjja juaj: Po, është ndrequr.")).toBeVisible();
    await press(plain, "Nuk është ndrequr: rihape raportimin");
    await expect(plain.getByRole("alert")).toContainText("Shkruani disa fjalë ose shtoni një foto");
    await plain.getByLabel("Çka nuk është ndrequr?").fill("Dy pllaka lëvizin ende.");
    await press(plain, "Nuk është ndrequr: rihape raportimin");
    await expect(plain).toHaveURL(new RegExp(`/sq/reports/${ref}\\?done=reopened$`));
    await expect(plain.getByText("Rihapur 1 herë")).toBeVisible();
    await expect(plain.getByText("Dy pllaka lëvizin ende.")).toBeVisible();
    await plain.goto(link("yes"));
    await expect(plain.getByText("Gjendja e raportimit ka ndryshuar")).toBeVisible();
  });
  const told = await waitForMail(MAIL_FOLDER, "official.gjakova@ndreqe.example", ({ subject }) =>
    subject.startsWith(`${ref} – një qytetar thotë`),
  );
  expect(told.text).toContain("Dy pllaka lëvizin ende.");

  // Asked again after the second fix: this time in the page, with a photo, and before that in each language.
  await fix(browser, ref);
  const again = await waitForMail(
    MAIL_FOLDER,
    "citizen@ndreqe.example",
    ({ subject, links }) => Boolean(subject.includes(ref) && links.some((href) => href.includes("answer=no"))),
    1,
  );
  const fresh = new URL(again.links.find((href) => href.includes("answer=no")) ?? "");
  await page.setViewportSize({ width: 375, height: 800 });
  for (const locale of ["sq", "sr", "en"]) {
    await page.goto(`${fresh.pathname.replace("/sq/", `/${locale}/`)}${fresh.search}`);
    await isClean(page);
  }
  for (const path of [`/sr/reports/${ref}`, `/sq/reports/${ref}/yours`, `/en/reports/${ref}/flag`]) {
    await page.goto(path);
    await isClean(page);
  }
  await page.goto(`/sq/reports/${ref}`);
  // Before and after of this fix at the top, of the first one in the story.
  await expect(page.getByRole("figure")).toHaveCount(4);
  await page.getByText("Jo, ose vetëm pjesërisht").click();
  await page.locator("#no-photo").setInputFiles(await photo(78));
  await press(page, "Nuk është ndrequr: rihape raportimin");
  await expect(page.getByText("Rihapur 2 herë")).toBeVisible();
  await expect(page.getByRole("img", { name: "Foto e një qytetari, më vonë" })).toBeVisible();
});

test("an update with a photo, flagged by another, hidden by a moderator", async ({ page, browser }) => {
  test.slow();
  await signIn(page, "citizen", "/sq/account");
  const ref = await file(page, "Rrënjët e kanë ngritur trotuarin", 76, 42.3893, 20.4188);
  await page.goto(`/sq/reports/${ref}`);
  const facebook = page.getByRole("link", { name: "Ndaje në Facebook" });
  await expect(facebook).toHaveAttribute("href", new RegExp(`sharer\\.php\\?u=http.*%2Fsq%2Freports%2F${ref}$`));
  const picture = await preview(page);
  const { format, width, height } = await sharp(await (await page.request.get(picture)).body()).metadata();
  expect({ format, width, height }).toEqual({ format: "jpeg", width: 1200, height: 630 });
  expect((await page.request.get(picture.replace(ref, "BBB-2222"))).status()).toBe(404);

  await press(page, "Publiko");
  await expect(page.getByRole("alert").first()).toContainText("Plotësojeni këtë fushë");
  await page.getByLabel("Çka dini?").fill("Ky është budalla i madh.");
  await page.locator("#add-photo").setInputFiles(await photo(79));
  await press(page, "Publiko");
  await expect(page.getByText("Shtesa juaj është publike.")).toBeVisible();
  await expect(page.getByText("Ky është budalla i madh.")).toBeVisible();

  // Its own words are corrected within the hour; then the name goes.
  await page.getByRole("link", { name: "Korrigjojeni, fshiheni emrin ose tërhiqeni" }).click();
  await page.getByLabel("Me pak fjalë").fill("Rrënjët e kanë thyer trotuarin");
  await press(page, "Ruaj korrigjimin");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rrënjët e kanë thyer trotuarin");
  await expect(page.getByText("Korrigjuar nga raportuesi:")).toBeVisible();
  // Other words, another picture.
  await expect.poll(() => preview(page)).not.toBe(picture);

  await inNewContext(browser, { javaScriptEnabled: false }, async (other) => {
    await signIn(other, "official.prishtina", `/sq/reports/${ref}`);
    await other.getByRole("link", { name: "Lajmëro abuzim" }).click();
    await press(other, "Lajmëro moderatorët");
    await expect(other.getByRole("alert").first()).toContainText("Plotësojeni këtë fushë");
    await other.getByRole("radio", { name: "Fyerje ose kërcënim" }).check();
    await press(other, "Lajmëro moderatorët");
    await expect(other.getByText("Moderatorët do ta shikojnë.")).toBeVisible();
  });

  await inNewContext(browser, {}, async (moderator) => {
    await signIn(moderator, "moderator", "/sq/flags");
    await isClean(moderator);
    const thing = moderator.getByRole("listitem").filter({ hasText: "Rrënjët e kanë thyer trotuarin" }).first();
    await thing.getByRole("button", { name: "Fshihe shtesën" }).click();
    await expect(moderator.getByRole("alert").first()).toContainText("Plotësojeni këtë fushë");
    await thing.getByLabel("Arsyeja").fill("Fyerje");
    await thing.getByRole("button", { name: "Fshihe shtesën" }).click();
    await expect(moderator.getByText("U fsheh nga publiku.")).toBeVisible();
    await expect(moderator.getByText("Rrënjët e kanë thyer trotuarin")).toBeHidden();
  });
  await page.goto(`/sq/reports/${ref}`);
  await expect(page.getByText("Moderatorët e Demokraci Plus i kanë fshehur")).toBeVisible();
  await expect(page.getByText("Ky është budalla i madh.")).toHaveCount(0);

  // Taken back: only its number is left, and the way back for its reporter.
  await page.goto(`/sq/reports/${ref}/yours`);
  await page.getByText("Dua ta tërheq").click();
  await press(page, "Tërhiqe raportimin");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Raportuesi e ka tërhequr këtë raportim");
  await isClean(page);
  expect((await page.request.get(picture)).status()).toBe(404);
  await inNewContext(browser, {}, async (other) => {
    const gone = await other.goto(`/sr/reports/${ref}`);
    expect(gone?.status()).toBe(410);
    await expect(other.getByText("Rrënjët e kanë thyer trotuarin")).toHaveCount(0);
  });
  await press(page, "Shfaqe përsëri");
  await expect(page.getByText("Raportimi është përsëri publik.")).toBeVisible();
});
