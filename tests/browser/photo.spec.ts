import { expect as expectSoon, type Page, type Request, type Route, test } from "@playwright/test";
import sharp from "sharp";
import { isClean } from "../support/axe";
import { albanian, press, tellProblem, tellWho } from "../support/filing";
import { phonePhoto } from "../support/images";

/** A build server under load takes its time: what is awaited may come late, and the test takes no longer for it where it doesn't. */
const expect = expectSoon.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 150_000 });

type Given = Parameters<typeof phonePhoto>[0];
const file = async (given: Given = {}, name = "IMG_1.jpg") => ({
  name,
  mimeType: "image/jpeg",
  buffer: await phonePhoto({ width: 1200, height: 900, ...given }),
});
/** The day so long ago, as a camera writes it. */
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 24 * 3600 * 1000).toISOString().slice(0, 10).replaceAll("-", ":");

const chooser = (page: Page) => page.getByLabel("Bëni ose zgjidhni foto");
const isUpload = (request: Request) => request.method() === "POST" && request.url().endsWith("/api/draft/photos");
const rows = (page: Page) => page.locator("main li");

/** The photo whose small picture is shown, as the server has it; null where it has none. */
async function stored(page: Page, image: ReturnType<Page["getByRole"]>): Promise<Buffer | null> {
  const src = (await image.getAttribute("src")) ?? "";
  const answer = await page.request.get(src.replace("thumb", "large"));
  return answer.ok() ? answer.body() : null;
}

/** How bright a place of a photo is, 0 to 255; places in parts of its width and height. */
async function brightness(photo: Buffer | null, x: number, y: number): Promise<number> {
  const { data, info } = await sharp(photo ?? Buffer.alloc(0))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data[(Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels] ?? -1;
}

const white = async () => ({
  name: "white.jpg",
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: "#eee" } })
    .jpeg()
    .toBuffer(),
});

test("what the brush covers never leaves the device; nothing does before its person goes on", async ({ page }) => {
  const uploads: Request[] = [];
  page.on("request", (request) => isUpload(request) && uploads.push(request));
  await page.goto("/sq/report");
  await chooser(page).setInputFiles(await white());
  await expect(page.getByText("Fotot janë ende vetëm në pajisjen tuaj")).toBeVisible();
  await page.getByRole("button", { name: /^Mbulo fytyrë/ }).click();
  const brush = page.getByRole("dialog");
  const canvas = brush.locator("canvas");
  await expect(canvas).toBeVisible();
  const area = await canvas.boundingBox();
  if (!area) throw new Error("no canvas");
  const at = (x: number, y: number) => [area.x + x * area.width, area.y + y * area.height] as const;
  await page.mouse.move(...at(0.3, 0.5));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.5), { steps: 4 });
  await page.mouse.up();
  await canvas.click({ position: { x: area.width * 0.8, y: area.height * 0.2 } });
  await brush.getByRole("button", { name: "Kthe mbrapsht" }).click();
  await brush.getByRole("button", { name: "Përdor foton e mbuluar" }).click();
  await expect(brush).toHaveCount(0);
  expect(uploads).toHaveLength(0);

  const arrived = page.waitForResponse((answer) => isUpload(answer.request()));
  await press(page, albanian.next);
  await expect(page.getByText("Fotoja juaj nuk tregon ku është bërë")).toBeVisible();
  expect((await arrived).ok()).toBe(true);
  await page.getByRole("link", { name: "Kthehu" }).click();
  const image = page.getByRole("img", { name: "Foto 1" });
  await expect(image).toHaveAttribute("src", /^(blob:|\/photos)/);
  await page.reload();
  await expect(image).toHaveAttribute("src", /^\/photos/);
  expect(uploads).toHaveLength(1);
  const photo = await stored(page, image);
  expect(await brightness(photo, 0.4, 0.5)).toBeLessThan(60);
  expect(await brightness(photo, 0.8, 0.2)).toBeGreaterThan(220);

  // What is on the server already is covered by keyboard, and the earlier one is gone from there.
  const before = (await image.getAttribute("src")) ?? "";
  await page.getByRole("button", { name: /^Mbulo fytyrë/ }).click();
  await brush.getByRole("button", { name: "Shto drejtkëndësh" }).press("Enter");
  for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowRight");
  for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+ArrowDown");
  await expect(brush.getByRole("status")).toHaveText(/^Drejtkëndëshi 80 % nga e majta/);
  await page.keyboard.press("Enter");
  const again = page.waitForResponse((answer) => isUpload(answer.request()));
  await brush.getByRole("button", { name: "Përdor foton e mbuluar" }).press("Enter");
  expect((await again).ok()).toBe(true);
  await page.reload();
  await expect(image).toHaveAttribute("src", /^\/photos/);
  const twice = await stored(page, image);
  expect(await brightness(twice, 0.9, 0.5)).toBeLessThan(60);
  expect(await brightness(twice, 0.4, 0.5)).toBeLessThan(60);
  expect(await brightness(twice, 0.1, 0.1)).toBeGreaterThan(220);
  expect((await page.request.get(before)).status()).toBe(404);
});

/** Keeps what the page's script sends, for the test to look at. */
const keepSent = () => {
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    if (body instanceof FormData) Object.assign(window, { sentPhoto: body.get("photo") });
    send.call(this, body);
  };
};

/** Bytes and letters of the photo that was sent. */
const sentPhoto = (page: Page): Promise<[number, string]> =>
  page.evaluate(async () => {
    const photo = (window as unknown as { sentPhoto: Blob }).sentPhoto;
    return [photo.size, new TextDecoder("latin1").decode(await photo.arrayBuffer())];
  });

test("a phone's photo sets the pin; it is sent small and bare while its person goes on", async ({ page }) => {
  await page.addInitScript(keepSent);
  await page.goto("/sq/report");
  await chooser(page).setInputFiles(await file({ width: 2400, height: 1800, orientation: 6, day: daysAgo(9) }));
  await expect(page.getByText("E di ku është bërë")).toBeVisible();
  await expect(page.getByText(/^Bërë më /)).toBeVisible();
  const upload = page.waitForRequest(isUpload);
  await press(page, albanian.next);
  await expect(page.getByText("Vendi u mor nga fotoja juaj")).toBeVisible();
  await expect(page.getByText("Ju lutemi shikoni a duket ende ashtu")).toBeVisible();
  await expect(page.getByText("Komuna: Prishtinë", { exact: true })).toBeVisible();
  await expect(page.locator("#lat")).toHaveValue("42.66278");
  await upload;
  const [size, text] = await sentPhoto(page);
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThan(1_500_000);
  for (const word of ["Telephone", "Exif", "2026:"]) expect(text.includes(word)).toBe(false);
  await press(page, "Po, është këtu");
  await tellProblem(page, albanian, "Mbeturina", "Mbeturina pas ndërtesës");
  await press(page, albanian.next);
  await tellWho(page, albanian, "gps.photo@example.com", "");
  const image = page.locator("main").getByRole("img", { name: "Foto 1" });
  await expect(image).toBeVisible();
  const { width = 0, height = 0, exif } = await sharp((await stored(page, image)) ?? undefined).metadata();
  expect([width, height, exif]).toEqual([1200, 1600, undefined]);
  // The place is the person's own now: a photo from elsewhere doesn't move it.
  await page.getByRole("link", { name: "Ndrysho fotot" }).click();
  await chooser(page).setInputFiles(await file({ seed: 7, at: { lat: 42.3751, lon: 20.4305 } }));
  await expect(page.getByText("E di ku është bërë")).toHaveCount(2);
  await press(page, albanian.next);
  await expect(page).toHaveURL(/\/report\/check$/);
  await expect(page.getByText("42.66278")).toBeVisible();
  await expect(page.locator("main").getByRole("img", { name: "Foto 2" })).toBeVisible();
});

test("several photos change places and are taken out; what the network loses is sent when it is back", async ({
  page,
}) => {
  await page.goto("/sq/report");
  const three = await Promise.all([1, 2, 3].map((seed) => file({ seed, at: null }, `${seed}.jpg`)));
  await chooser(page).setInputFiles([
    ...three,
    { name: "4.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no photo") },
  ]);
  await expect(rows(page).getByRole("img")).toHaveCount(4);
  await expect(page.getByText("Po zvogëlohet")).toHaveCount(0);
  const previews = () =>
    rows(page)
      .getByRole("img")
      .evaluateAll((all) => all.map((one) => one.getAttribute("src")));
  const [a, b, c, d] = await previews();
  await page.getByRole("button", { name: "Zhvendose foton 3 përpara" }).press("Enter");
  await expect.poll(previews).toEqual([a, c, b, d]);
  await expect(page.getByText("Tani është fotoja 2.")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Zhvendose foton 2 përpara" })).toBeFocused();
  await page.getByRole("button", { name: "Hiqe foton 1" }).click();
  await expect.poll(previews).toEqual([c, b, d]);

  const lose = (route: Route) => route.abort();
  await page.route("**/api/draft/photos", lose);
  await press(page, albanian.next);
  const underway = page.getByRole("region", { name: "Fotot në rrugë" });
  await expect(underway).toContainText("Interneti u ndërpre");
  await expect(page.getByText("Fotoja juaj nuk tregon ku është bërë")).toBeVisible();
  await page.unroute("**/api/draft/photos", lose);
  // The line is tried again by itself. What the server can't read is refused by name, when the others have arrived.
  await expect(underway.getByRole("status")).toHaveText(/^4\.jpg nuk u pranua\. Ky skedar nuk është foto/);
  await page.getByRole("link", { name: "Kthehu" }).click();
  await expect(page).toHaveURL(/\/report$/);
  await page.reload();
  await expect(rows(page).getByRole("img")).toHaveCount(2);
  const order = await previews();
  const kept = page.waitForResponse(
    (answer) => answer.request().method() === "POST" && answer.url().endsWith("/report"),
  );
  await page.getByRole("button", { name: "Zhvendose foton 1 prapa" }).click();
  expect((await kept).ok()).toBe(true);
  await page.reload();
  await expect.poll(previews).toEqual([order[1], order[0]]);
});

test("the report waits for its photos, by its own", async ({ page }) => {
  await page.goto("/sq/report");
  await chooser(page).setInputFiles(await file({ seed: 11 }));
  await expect(page.getByText("E di ku është bërë")).toBeVisible();
  let free = () => {};
  const held = new Promise<void>((resolve) => {
    free = resolve;
  });
  await page.route("**/api/draft/photos", async (route) => {
    await held;
    await route.continue();
  });
  await press(page, albanian.next);
  await expect(page.getByText("Vendi u mor nga fotoja juaj")).toBeVisible();
  await press(page, albanian.next);
  await tellProblem(page, albanian, "Mbeturina", "Kontejneri i thyer te parku");
  await press(page, albanian.next);
  await tellWho(page, albanian, "waits.photo@example.com", "");
  await press(page, albanian.send);
  await expect(page.getByText("Raportimi dërgohet sapo të mbërrijnë fotot")).toBeVisible();
  await expect(page).toHaveURL(/\/report\/check$/);
  free();
  await expect(page).toHaveURL(/\/report\/sent$/);
  await page.goto("/sq/report");
  await expect(rows(page)).toHaveCount(0);
});

test("without JavaScript the server reads the photo's place, and its buttons put photos in order", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "sq" });
  const page = await context.newPage();
  const choose = page.getByLabel("Bëni ose zgjidhni një foto");
  const add = async (given: Given) => {
    await choose.setInputFiles(await file(given));
    await press(page, "Shto këtë foto");
  };
  const ids = () =>
    rows(page)
      .getByRole("img")
      .evaluateAll((all) => all.map((one) => one.getAttribute("src")));
  await page.goto("/sq/report");
  await add({ seed: 21, at: { lat: 41.33, lon: 19.82 } });
  await page.goto("/sq/report/where");
  await expect(page.getByText("Sipas fotos, ajo është bërë jashtë Kosovës")).toBeVisible();
  await page.goto("/sq/report");
  await add({ seed: 22, at: { lat: 42.659, lon: 20.288 }, day: daysAgo(1) });
  await expect(rows(page).getByRole("img")).toHaveCount(2);
  const [first, second] = await ids();
  await press(page, "Zhvendose foton 2 përpara");
  await expect.poll(ids).toEqual([second, first]);
  await press(page, albanian.next);
  await expect(page.getByText("Vendi u mor nga fotoja juaj")).toBeVisible();
  await expect(page.getByText("a duket ende ashtu")).toHaveCount(0);
  await expect(page.getByText("Komuna: Pejë", { exact: true })).toBeVisible();
  // With the photo goes the place that was only taken from it.
  await page.getByRole("link", { name: "Kthehu" }).click();
  await press(page, "Hiqe foton 1");
  await press(page, albanian.next);
  await expect(page.getByText("Vendi nuk është caktuar ende.")).toBeVisible();
  await context.close();
});

test("only pages of this site put photos into a draft", async ({ request }) => {
  const multipart = { photo: await file() };
  const foreign: Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const headers of foreign)
    expect((await request.post("/api/draft/photos", { headers, multipart })).status()).toBe(403);
  const here = { "sec-fetch-site": "same-origin" };
  const answer = await request.post("/api/draft/photos", { headers: here, multipart });
  expect([answer.status(), await answer.json()]).toEqual([422, { ok: false, error: "draft_missing" }]);
});

for (const [locale, cover] of [
  ["sq", /^Mbulo fytyrë/],
  ["sr", /^Prekrij lice/],
  ["en", /^Cover a face/],
] as const) {
  test(`the photo step and its brush are fit for everybody, in ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 720 });
    const isFit = async () => {
      await isClean(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    };
    await page.goto(`/${locale}/report`);
    await page
      .locator("input[type=file]")
      .setInputFiles([await file({ day: daysAgo(9) }), await file({ seed: 2 }, "b.jpg")]);
    await expect(page.getByRole("button", { name: cover })).toHaveCount(2);
    await isFit();
    await page.getByRole("button", { name: cover }).first().click();
    await expect(page.locator("dialog canvas")).toBeVisible();
    await isFit();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.emulateMedia({ colorScheme: "dark" });
    await isFit();
  });
}
