import { type BrowserContext, expect as expectSoon, type Page, type Request, test } from "@playwright/test";
import sharp from "sharp";
import { isClean } from "../support/axe";
import { signIn } from "../support/demo";
import { albanian, press } from "../support/filing";
import { phonePhoto } from "../support/images";

/** A site under load takes its time: what is awaited may come late, and the test takes no longer for it where it doesn't. */
const expect = expectSoon.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 120_000 });

const file = async (seed: number) => ({
  name: `IMG_${seed}.jpg`,
  mimeType: "image/jpeg",
  buffer: await phonePhoto({ width: 800, height: 600, seed }),
});
const plain = async (name: string, background: string) => ({
  name,
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer(),
});
const chooser = (page: Page) => page.getByLabel("Bëni ose zgjidhni foto");
const images = (page: Page) => page.locator("main li img");
const restored = (page: Page) => page.getByText("Fotot që kishit zgjedhur u ruajtën në këtë pajisje.");
const held = (page: Page) => page.getByText("Fotot janë ende vetëm në pajisjen tuaj");
const isUpload = (request: Request) => request.method() === "POST" && request.url().endsWith("/api/draft/photos");

/** Uploads that any page of a browser begins. */
function uploadsOf(context: BrowserContext): Request[] {
  const uploads: Request[] = [];
  context.on("request", (request) => isUpload(request) && uploads.push(request));
  return uploads;
}

/** How many photos this device keeps for the form. */
const keptCount = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "form-photos")) return 0;
    return new Promise<number>((done, fail) => {
      const asked = indexedDB.open("form-photos");
      asked.onerror = () => fail(asked.error);
      asked.onsuccess = () => {
        const count = asked.result.transaction("photos").objectStore("photos").count();
        count.onsuccess = () => {
          asked.result.close();
          done(count.result);
        };
      };
    });
  });

/** The colours of a shown photo, red, green and blue, in the middle of its left and right half. */
const colours = (page: Page, index: number): Promise<number[][]> =>
  images(page)
    .nth(index)
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const at = (part: number) => context?.getImageData(part * canvas.width, canvas.height / 2, 1, 1).data ?? [];
      return [0.25, 0.75].map((part) => [...at(part)].slice(0, 3));
    });

/** Which of red, green and blue a colour is; black where it is none. */
const named = ([red = 0, green = 0, blue = 0]: number[]): string =>
  red + green + blue < 150 ? "black" : red > green ? "red" : green > blue ? "green" : "blue";

/** Covers the left half of a photo. */
async function coverLeft(page: Page, number: number): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^Mbulo fytyrë.*Foto ${number}`) }).click();
  const canvas = page.getByRole("dialog").locator("canvas");
  await expect(canvas).toBeVisible();
  const area = await canvas.boundingBox();
  if (!area) throw new Error("no canvas");
  await page.mouse.move(area.x + 0.1 * area.width, area.y + 0.5 * area.height);
  await page.mouse.down();
  await page.mouse.move(area.x + 0.4 * area.width, area.y + 0.5 * area.height, { steps: 5 });
  await page.mouse.up();
  await page.getByRole("button", { name: "Përdor foton e mbuluar" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("photos that were not sent survive a reload and a crash: their order, what is covered, and that nothing was sent", async ({
  page,
  context,
}) => {
  const uploads = uploadsOf(context);
  await page.goto("/sq/report");
  await chooser(page).setInputFiles([await plain("green.jpg", "#00c000"), await plain("red.jpg", "#e00000")]);
  await expect(held(page)).toBeVisible();
  await coverLeft(page, 2);
  await page.getByRole("button", { name: "Zhvendose foton 2 përpara" }).click();
  await expect.poll(async () => named((await colours(page, 0))[1] ?? [])).toBe("red");
  await expect.poll(() => keptCount(page)).toBe(2);

  await page.reload();
  await expect(restored(page)).toBeVisible();
  await expect(held(page)).toBeVisible();
  expect((await colours(page, 0)).map(named)).toEqual(["black", "red"]);
  expect((await colours(page, 1)).map(named)).toEqual(["green", "green"]);

  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void devtools.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();

  // Another step is no way past looking at them: nothing leaves the device before its person has gone on.
  const again = await context.newPage();
  await again.goto("/sq/report/where");
  await expect(again.getByText("janë ende vetëm në këtë pajisje: 2")).toBeVisible();
  await isClean(again);
  await again.getByRole("link", { name: "Shikoji fotot" }).click();
  await expect(restored(again)).toBeVisible();
  expect((await colours(again, 0)).map(named)).toEqual(["black", "red"]);
  expect(uploads).toHaveLength(0);
  await press(again, albanian.next);
  await expect(again).toHaveURL(/report\/where/);
  await expect.poll(() => keptCount(again)).toBe(0);
  expect(uploads).toHaveLength(2);
  await again.goto("/sq/report");
  await expect(images(again)).toHaveCount(2);
  await expect(images(again).first()).toHaveAttribute("src", /^\/photos/);
  expect((await colours(again, 0)).map(named)).toEqual(["black", "red"]);
  expect((await colours(again, 1)).map(named)).toEqual(["green", "green"]);
});

test("what was on its way is sent once by one of two tabs, and the other takes over when that is closed", async ({
  page,
  context,
}) => {
  const uploads = uploadsOf(context);
  await context.route("**/api/draft/photos", (route) => route.abort());
  await page.goto("/sq/report");
  await chooser(page).setInputFiles([await file(1), await file(2)]);
  await expect(held(page)).toBeVisible();
  await press(page, albanian.next);
  await expect(page.getByText("Foto ende të padërguara: 2")).toBeVisible();
  await expect.poll(() => keptCount(page)).toBe(2);
  const other = await context.newPage();
  await other.goto("/sq/report");
  await expect(chooser(other)).toBeVisible();
  const begun = uploads.length;
  await context.unroute("**/api/draft/photos");
  await page.close();
  await expect(images(other)).toHaveCount(2);
  await expect.poll(() => keptCount(other)).toBe(0);
  await expect.poll(() => other.locator("main li img[src^='blob:']").count()).toBeLessThanOrEqual(2);
  const answers = await Promise.all(uploads.slice(begun).map(async (request) => (await request.response())?.status()));
  expect(answers.filter((status) => status === 200)).toHaveLength(2);
  await other.reload();
  await expect(images(other)).toHaveCount(2);
  await expect(images(other).last()).toHaveAttribute("src", /^\/photos/);
});

const drafts = async (page: Page) => (await page.context().cookies()).filter(({ name }) => name === "draft");

test("what is kept is gone when it is thrown away, when its person signs out, and when a draft's time is over", async ({
  page,
}) => {
  const choose = async () => {
    await page.goto("/sq/report");
    await chooser(page).setInputFiles(await file(3));
    await expect(held(page)).toBeVisible();
    await expect.poll(() => keptCount(page)).toBe(1);
  };
  await choose();
  await page.getByRole("button", { name: "Hiqe foton 1" }).click();
  await expect.poll(() => keptCount(page)).toBe(0);

  // Whoever signs in goes on with what they began; whoever signs out leaves nothing.
  await choose();
  await signIn(page, "citizen");
  await page.goto("/sq/report");
  await expect(restored(page)).toBeVisible();
  await page.goto("/sq/account");
  await page.getByRole("button", { name: "Çkyçu" }).click();
  await expect(page.getByRole("link", { name: "Kyçu" }).first()).toBeVisible();
  await expect.poll(() => keptCount(page)).toBe(0);
  await page.goto("/sq/report");
  await expect(images(page)).toHaveCount(0);

  await choose();
  await page.evaluate(
    (later) => {
      const [, owner = ""] = (localStorage.getItem("photos-kept") ?? "").split(" ");
      localStorage.setItem("photos-kept", `${Date.now() - later} ${owner}`);
    },
    14 * 24 * 3600 * 1000 + 1000,
  );
  await page.goto("/sq/privacy");
  await expect.poll(() => keptCount(page)).toBe(0);
});

test("whoever signs out leaves no draft and nothing typed to who has the device next", async ({ page }) => {
  const typed = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("typed:")));
  await signIn(page, "citizen");
  await page.goto("/sq/report");
  await chooser(page).setInputFiles(await file(5));
  await expect(held(page)).toBeVisible();
  await press(page, albanian.next);
  await page.locator("#placeText").fill("Para shtëpisë sonë");
  await expect.poll(typed).not.toEqual([]);
  await expect.poll(() => keptCount(page)).toBe(0);
  expect(await drafts(page)).toHaveLength(1);
  await page.goto("/sq/account");
  await page.getByRole("button", { name: "Çkyçu" }).click();
  await expect(page.getByRole("link", { name: "Kyçu" }).first()).toBeVisible();
  expect(await drafts(page)).toEqual([]);
  expect(await typed()).toEqual([]);
  await page.goto("/sq/report");
  await expect(chooser(page)).toBeVisible();
  await expect(images(page)).toHaveCount(0);
});

test("the browser asks before the page goes only where nothing could be kept", async ({ browser, baseURL }) => {
  for (const keeps of [true, false]) {
    const context = await browser.newContext({ baseURL: String(baseURL), serviceWorkers: "block" });
    if (!keeps) await context.addInitScript("Object.defineProperty(window, 'indexedDB', { value: undefined })");
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    await page.goto("/sq/report");
    await chooser(page).setInputFiles(await file(4));
    await expect(held(page)).toBeVisible();
    if (keeps) await expect.poll(() => keptCount(page)).toBe(1);
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    // A page that was never touched isn't asked about.
    await page.getByRole("heading", { level: 1 }).click();
    await page.reload();
    await expect(chooser(page)).toBeVisible();
    await expect(images(page)).toHaveCount(keeps ? 1 : 0);
    expect([asked, faults]).toEqual([keeps ? [] : ["beforeunload"], []]);
    await context.close();
  }
});
