import { type Browser, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import outlines from "@/lib/geo/data/outlines.json" with { type: "json" };
import { signIn } from "../support/demo";
import { albanian, placeAt, press, serbian, tellProblem, tellWho } from "../support/filing";
import { phonePhoto } from "../support/images";
import { mailsTo, waitForMail } from "../support/mailbox";
import { MAIL_FOLDER } from "./settings";

const photoFile = async (size = {}) => ({
  name: "IMG_2026.jpg",
  mimeType: "image/jpeg",
  buffer: await phonePhoto(size),
});
const twelveMegapixels = { width: 4032, height: 3024 };

async function withoutScript(browser: Browser, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "sq" });
  await work(await context.newPage());
  await context.close();
}

/** The number on the page after sending. */
async function numberOf(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/report\/sent$/);
  return (await page.getByText(/^[A-Z]{3}-\d{4}$/).textContent()) ?? "";
}

/** The link in the e-mail that asks to confirm. */
async function linkTo(address: string): Promise<string> {
  const { links } = await waitForMail(MAIL_FOLDER, address);
  return links.find((link) => link.includes("/reports/confirm")) ?? "";
}

test("from a phone's photo to a public report: nothing but what was meant to be told gets out", async ({
  page,
  request,
}) => {
  await page.goto("/sq/report");
  const photo = await photoFile(twelveMegapixels);
  expect((await sharp(photo.buffer).metadata()).exif?.includes("Telephone")).toBe(true);
  await page
    .getByLabel("Bëni ose zgjidhni foto")
    .setInputFiles([photo, { name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("no") }]);
  await expect(page.getByText("E di ku është bërë")).toBeVisible();
  await expect(page.getByText("b.txt: Ky skedar nuk është foto").first()).toBeVisible();
  await press(page, albanian.next);

  await expect(page.getByText("Vendi u mor nga fotoja juaj")).toBeVisible();
  await expect(page.getByText("Komuna: Prishtinë", { exact: true })).toBeVisible();
  const search = page.getByRole("combobox", { name: albanian.search });
  await search.fill("djakovica");
  await expect(page.getByRole("option", { name: /Gjakovë/ }).first()).toBeVisible();
  await search.press("Enter");
  await expect(page.getByText("Komuna: Gjakovë", { exact: true })).toBeVisible();
  await page.getByLabel(albanian.describe).fill("Para shkollës");
  await press(page, albanian.next);

  await tellProblem(page, albanian, "Gropa në rrugë", "Gropë e thellë para shkollës", "Prej një muaji.");
  await press(page, albanian.next);

  await page.getByRole("checkbox", { name: "Shfaqe emrin tim pranë raportimit" }).check();
  await tellWho(page, albanian, "arta.filing@example.com", "Arta");
  await expect(page.getByText("Arta, shfaqet pranë raportimit")).toBeVisible();
  await expect(page.locator("main").getByRole("img", { name: "Foto 1" })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Para shkollës", { exact: false }).first()).toBeVisible();
  await press(page, albanian.send);

  const ref = await numberOf(page);
  await expect(page.getByText("a•••@example.com")).toBeVisible();
  await expect(page.locator("main").getByRole("link", { name: /posta dalëse/ })).toHaveAttribute("href", "/sq/outbox");
  await page.reload();
  expect(await numberOf(page)).toBe(ref);
  expect((await request.get(`/sq/reports/${ref}`)).status()).toBe(404);

  const link = await linkTo("arta.filing@example.com");
  await page.goto(link);
  // Opening the link, as a mail scanner does, confirms nothing.
  expect((await request.get(`/sq/reports/${ref}`)).status()).toBe(404);
  await press(page, "Konfirmo raportimin");
  await expect(page).toHaveURL(`/sq/reports/${ref}?done=confirmed`);
  await expect(page.getByRole("status").first()).toContainText("Raportimi juaj është publik");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gropë e thellë para shkollës");
  await expect(page.getByText("Raportuar nga Arta")).toBeVisible();

  const shown = page.getByRole("img", { name: "Foto 1 e problemit: Gropë e thellë para shkollës" });
  await expect(shown).toBeVisible();
  const src = (await shown.getAttribute("src")) ?? "";
  for (const size of ["thumb", "medium", "large"]) {
    const answer = await request.get(src.replace("medium", size));
    const bytes = await answer.body();
    const meta = await sharp(bytes).metadata();
    expect([answer.status(), meta.format, meta.exif, meta.xmp, meta.iptc]).toEqual([
      200,
      "jpeg",
      undefined,
      undefined,
      undefined,
    ]);
    expect(bytes.includes("Telephone")).toBe(false);
  }
  const html = await (await request.get(`/sq/reports/${ref}`)).text();
  expect(html).not.toContain("arta.filing@example.com");
  expect(html).toMatch(/<meta property="og:image" content="[^"]+\/preview\.jpg/);

  await page.goto(link);
  await expect(page).toHaveURL(`/sq/reports/${ref}?done=already`);
  await expect(page.getByRole("status").first()).toContainText("ishte konfirmuar tashmë");
  await page.goto(`/sq/reports/${ref.replace("-", "").toLowerCase()}`);
  await expect(page).toHaveURL(`/sq/reports/${ref}`);
});

test("the whole way without JavaScript, with a photo, and back again without losing a word", async ({ browser }) => {
  await withoutScript(browser, async (page) => {
    await page.goto("/sq/report/check");
    await expect(page).toHaveURL(/\/sq\/report$/);
    await page.getByLabel("Bëni ose zgjidhni një foto").setInputFiles(await photoFile({ at: null }));
    await press(page, "Shto këtë foto");
    await expect(page.getByRole("img", { name: "Foto 1" })).toBeVisible();
    await page
      .getByLabel("Bëni ose zgjidhni një foto")
      .setInputFiles({ ...(await photoFile()), buffer: (await phonePhoto({ seed: 2 })).subarray(0, 9000) });
    await press(page, "Shto këtë foto");
    await expect(page.getByRole("alert").first()).toContainText("e dëmtuar");
    await page.getByLabel("Bëni ose zgjidhni një foto").setInputFiles(await photoFile({ seed: 3, at: null }));
    await press(page, "Shto këtë foto");
    await press(page, "Hiqe foton 2");
    await expect(page.getByRole("img", { name: /^Foto/ })).toHaveCount(1);
    await press(page, albanian.next);

    await page.getByLabel(albanian.describe).fill("Pas tregut");
    await press(page, albanian.next);
    await expect(page.getByRole("alert").first()).toContainText("Tregoni ku është problemi");
    await expect(page.getByLabel(albanian.describe)).toHaveValue("Pas tregut");

    await page.getByLabel(albanian.search).fill("peje");
    await press(page, albanian.find);
    await page.locator("main").getByRole("button", { name: "Pejë Pejë" }).click();
    await expect(page.getByText("Komuna: Pejë", { exact: true })).toBeVisible();
    await expect(page.getByLabel(albanian.describe)).toHaveValue("Pas tregut");
    await press(page, albanian.next);

    await page.getByLabel(albanian.title).fill("Abc");
    await press(page, albanian.next);
    await expect(page.getByRole("alert").first()).toContainText("Zgjidhni llojin e problemit");
    await expect(page.getByLabel(albanian.title)).toHaveValue("Abc");
    await tellProblem(page, albanian, "Ujëra të zeza", "Puset pa kapak", "Te dera e tregut.");
    await expect(page.getByText("kompanisë rajonale").filter({ visible: true })).toBeVisible();
    await page.getByLabel(albanian.title).press("Enter");

    await tellWho(page, albanian, "not an address", "Besa");
    await expect(page.getByRole("alert").first()).toContainText("nuk duket si adresë");
    await expect(page.getByLabel(albanian.name)).toHaveValue("Besa");
    await tellWho(page, albanian, "besa.filing@example.com", "Besa");

    await page.getByRole("link", { name: "Ndrysho vendin" }).click();
    await page.getByLabel(albanian.describe).fill("Pas tregut të gjelbër");
    await press(page, albanian.next);
    await expect(page).toHaveURL(/\/report\/check$/);
    await expect(page.getByText("Pas tregut të gjelbër")).toBeVisible();
    await expect(page.getByText("Besa, nuk shfaqet")).toBeVisible();
    await press(page, albanian.send);
    const ref = await numberOf(page);

    await page.goto(await linkTo("besa.filing@example.com"));
    await press(page, "Konfirmo raportimin");
    await expect(page).toHaveURL(`/sq/reports/${ref}?done=confirmed`);
    await expect(page.getByText("Besa")).toHaveCount(0);
    await expect(page.getByText("Koordinatat: 42.6")).toBeVisible();
    await expect(page.getByText("Pas tregut të gjelbër")).toBeVisible();
    await expect(page.getByText("Komuna duhet të përgjigjet. Afati:")).toBeVisible();
  });
});

test("in Serbian, from the form to the e-mail to the page", async ({ page }) => {
  await placeAt(page, serbian, 42.883, 20.867, "Kod mosta");
  await tellProblem(page, serbian, "Javna rasveta", "Lampa ne radi nedeljama");
  await press(page, serbian.next);
  await tellWho(page, serbian, "milica.filing@primer.com", "");
  await press(page, serbian.send);
  const ref = await numberOf(page);
  const mail = await waitForMail(MAIL_FOLDER, "milica.filing@primer.com");
  expect(mail).toMatchObject({ language: "sr", subject: `Potvrdite svoju prijavu ${ref}` });
  expect(mail.text).toContain("Link važi 7 dana");
  await page.goto(mail.links.find((link) => link.includes("/sr/reports/confirm")) ?? "");
  await press(page, "Potvrdi prijavu");
  await expect(page).toHaveURL(`/sr/reports/${ref}?done=confirmed`);
  await expect(page.getByText("Opština: Južna Mitrovica").first()).toBeVisible();
});

test("near a border the person says which municipality it is", async ({ page }) => {
  const [[[lon, lat]]] = outlines.municipalities.gjakova as [[[number, number]]];
  await placeAt(page, albanian, lat, lon, "Te kufiri");
  await expect(page.getByRole("alert").first()).toContainText("Zgjidhni komunën");
  const choice = page.getByRole("group", { name: "Në cilën komunë është?" });
  await choice.getByRole("radio", { name: "Një tjetër" }).check();
  await press(page, albanian.next);
  await expect(page.getByRole("alert").first()).toContainText("nuk është asnjëra prej këtyre");
  await expect(page.getByLabel(albanian.describe)).toHaveValue("Te kufiri");
  await choice.getByRole("radio", { name: "Gjakovë" }).check();
  await press(page, albanian.next);
  await expect(page).toHaveURL(/\/report\/problem$/);
  await page.getByRole("link", { name: "Kthehu" }).click();
  await expect(choice.getByRole("radio", { name: "Gjakovë" })).toBeChecked();
});

test("outside the seven one is told where that is, and keeps what was typed", async ({ page, browser }) => {
  await placeAt(page, albanian, 42.74, 20.79, "Te ura e vjetër");
  await expect(page.getByText(/Ky vend është në Kosovë, por jashtë shtatë komunave.*km larg/)).toBeVisible();
  await expect(page.getByRole("alert").first()).toContainText("jashtë shtatë komunave");
  await expect(page.getByLabel(albanian.describe)).toHaveValue("Te ura e vjetër");
  await page.goto("/sq/report/problem");
  await expect(page).toHaveURL(/\/sq\/report\/where$/);
  await withoutScript(browser, async (plain) => {
    await placeAt(plain, serbian, 41.33, 19.82, "Tirana");
    await expect(plain.getByText("Ovo mesto je van Kosova.")).toBeVisible();
    await expect(plain.getByLabel(serbian.describe)).toHaveValue("Tirana");
    await expect(plain.locator("#lat")).toHaveValue("41.33000");
  });
});

test("pressed twice, sent again, opened again: one report, one e-mail", async ({ page, browser }) => {
  await placeAt(page, albanian, 42.663, 21.162);
  await tellProblem(page, albanian, "Mbeturina", "Kontejnerë të mbushur");
  await press(page, albanian.next);
  await tellWho(page, albanian, "twice.filing@example.com", "");
  await expect(page).toHaveURL(/\/report\/check$/);
  const second = await page.context().newPage();
  await second.goto("/sq/report/check");
  await page.locator("main").getByRole("button", { name: albanian.send }).dblclick();
  const ref = await numberOf(page);
  await press(second, albanian.send);
  expect(await numberOf(second)).toBe(ref);
  await page.goto("/sq/report/check");
  expect(await numberOf(page)).toBe(ref);
  await waitForMail(MAIL_FOLDER, "twice.filing@example.com");

  await withoutScript(browser, async (plain) => {
    await placeAt(plain, albanian, 42.663, 21.162);
    await tellProblem(plain, albanian, "Mbeturina", "Kontejnerë të mbushur prapë");
    await press(plain, albanian.next);
    await tellWho(plain, albanian, "again.filing@example.com", "");
    await plain.locator("main").getByRole("button", { name: albanian.send }).dblclick();
    await numberOf(plain);
    await plain.goBack();
    await plain.goto("/sq/report/check");
    await numberOf(plain);
    await waitForMail(MAIL_FOLDER, "again.filing@example.com");
  });
  for (const name of ["twice", "again"])
    expect(await mailsTo(MAIL_FOLDER, `${name}.filing@example.com`)).toHaveLength(1);

  await page.goto("/sq/report");
  await press(page, albanian.without);
  await expect(page.getByLabel(albanian.describe)).toHaveValue("");
  await expect(page.getByText("Vendi nuk është caktuar ende.")).toBeVisible();
});

test("the map takes a tap and the arrow keys, and says in which municipality the pin stands", async ({ page }) => {
  await page.goto("/sq/report/where");
  const map = page.getByRole("application");
  await expect(map).toBeVisible();
  await expect(page.getByText("Imazhet e hartës nuk u ngarkuan")).toBeVisible();
  await page.locator("#lat").evaluate((field) => field.closest("details")?.setAttribute("open", ""));
  await page.getByLabel("Gjerësia gjeografike").fill("42.663, 21.162");
  await expect(page.getByText("Komuna: Prishtinë", { exact: true })).toBeVisible();
  await expect(map.locator(".location-pin")).toBeVisible();
  await page.waitForTimeout(500);
  await map.click({ position: { x: 200, y: 150 } });
  await expect(page.locator("#lat")).not.toHaveValue(/, /);
  const before = Number(await page.locator("#lon").inputValue());
  await map.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => Number(await page.locator("#lon").inputValue())).toBeGreaterThan(before);
});

test("a place that the device won't tell is no dead end", async ({ page, context }) => {
  await page.goto("/sq/report/where");
  await page.getByRole("button", { name: "Përdor vendndodhjen time" }).click();
  await expect(page.getByText("Pajisja juaj nuk e tregon vendndodhjen")).toBeVisible();
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 42.2143, longitude: 20.7397, accuracy: 30 });
  await page.getByRole("button", { name: "Përdor vendndodhjen time" }).click();
  await expect(page.getByText("me saktësi rreth 30 m")).toBeVisible();
  await expect(page.getByText("Komuna: Prizren", { exact: true })).toBeVisible();
});

test("a photo too large to be read is said to be so; a field for robots catches robots", async ({ page }) => {
  await page.goto("/sq/report?problem=photo_too_large");
  await expect(page.getByRole("alert").first()).toContainText("25 MB");
  await placeAt(page, albanian, 42.663, 21.162);
  await tellProblem(page, albanian, "Mbeturina", "Mbeturina pas shkollës");
  await press(page, albanian.next);
  await page.locator("#website").evaluate((field: HTMLInputElement) => {
    field.value = "https://spam.example";
  });
  await tellWho(page, albanian, "robot.filing@example.com", "");
  await expect(page.getByRole("alert").first()).toContainText("e plotësoi një njeri");
  await press(page, albanian.next);
  await expect(page).toHaveURL(/\/report\/check$/);
  await press(page, "Fshi çka kam shënuar");
  await expect(page).toHaveURL(/\/sq\/report$/);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("draft");
  await page.goto("/sq/report/check");
  await press(page, albanian.without);
  await expect(page.getByText("Vendi nuk është caktuar ende.")).toBeVisible();
});

test("whoever is signed in reports at once, and can say that it is gone, and that it is not", async ({ page }) => {
  await signIn(page, "citizen", "/sq/account");
  await placeAt(page, albanian, 42.659, 20.288);
  await tellProblem(page, albanian, "Shenja të rrugës", "Shenja stop ka rënë");
  await press(page, albanian.next);
  await expect(page.getByText("Jeni kyçur si citizen@ndreqe.example")).toBeVisible();
  await press(page, albanian.next);
  await press(page, albanian.send);
  await numberOf(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Raportimi juaj është publik");
  await page.getByRole("link", { name: "Shihe raportimin" }).click();
  await press(page, "Nuk është më aty");
  await expect(page.getByRole("status").first()).toContainText("Faleminderit që na treguat");
  await press(page, "Nuk është ndrequr: rihape raportimin");
  await expect(page.getByText("Shkruani disa fjalë ose shtoni një foto").first()).toBeVisible();
  await page.getByLabel("Çka nuk është ndrequr?").fill("Ra përsëri.");
  await press(page, "Nuk është ndrequr: rihape raportimin");
  await expect(page.getByRole("status").first()).toContainText("Raportimi u rihap");
  await expect(page.getByText("Rihapur 1 herë")).toBeVisible();
  await expect(page.getByText("Ra përsëri.")).toBeVisible();
  await press(page, "Mos ndiq më");
  await expect(page.getByRole("status").first()).toContainText("Nuk e ndiqni më");
});

test("a moderator takes a report from view, and brings it back", async ({ page, browser, request }) => {
  await withoutScript(browser, async (plain) => {
    await signIn(plain, "official.gjilan", "/sq/account");
    await placeAt(plain, albanian, 42.463, 21.469);
    await tellProblem(plain, albanian, "Zhurmë", "Zhurmë gjatë natës");
    await press(plain, albanian.next);
    await press(plain, albanian.next);
    await press(plain, albanian.send);
    const ref = await numberOf(plain);
    const address = `/sq/reports/${ref}`;
    expect((await request.get(address)).status()).toBe(200);

    await signIn(page, "moderator", address);
    await press(page, "Edhe mua më prek");
    await expect(page.getByRole("status").first()).toContainText("Faleminderit. U numërua");
    await expect(page.getByText("Prek edhe 1 person")).toBeVisible();
    await page.locator("summary", { hasText: "Fshihe nga publiku" }).click();
    await page.getByLabel("Arsyeja").fill("Përmend një fqinj.");
    await press(page, "Fshihe nga publiku");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("I fshehur nga publiku");
    expect((await request.get(address)).status()).toBe(404);
    await press(page, "Shfaqe përsëri për publikun");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zhurmë gjatë natës");
    expect((await request.get(address)).status()).toBe(200);
    await plain.goto(address);
    await expect(plain.getByRole("link", { name: "Hape në tavolinën e punës" })).toHaveAttribute(
      "href",
      `/sq/desk/${ref}`,
    );
  });
});

test("links that open nothing say so; what isn't there is 404", async ({ page, request }) => {
  await page.goto("/sq/reports/confirm?token=nothing");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kjo lidhje nuk punon");
  await page.goto("/sq/reports/confirm");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kjo lidhje nuk punon");
  for (const ref of ["BCD-2345", "nothing", "a%2Fb"])
    expect((await request.get(`/sq/reports/${ref}`)).status(), ref).toBe(404);
});
