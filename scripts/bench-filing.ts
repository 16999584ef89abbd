/**
 * `npm run bench:filing`: how long a person with a cheap phone on a slow line needs from opening the form to "thank you",
 * photo included. Drives the real product in a real Chromium that is slowed down as Chrome's own tools do it; prints a
 * table in Markdown. docs/performance.md has that of one machine.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { browserLaunch } from "../tests/browser/chromium";
import { albanian, press } from "../tests/support/filing";
import { phonePhoto } from "../tests/support/images";
import { freePort, startSite, stopSite } from "../tests/support/site";

/** Chrome's "Slow 4G": 1.44 Mbit/s down, 675 kbit/s up, 562.5 ms to each answer; and a processor of a quarter. */
const SLOW_4G = { offline: false, downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 };
const SLOWER = 4;
/** A person reads a page before they do something, and types so many signs a second on glass. */
const LOOK = 2000;
const SIGNS_A_SECOND = 3;
/** Takes a picture, or finds it among others. */
const TAKE_PHOTO = 5000;

type Row = { step: string; site: number; person: number; down: number; up: number };

const folder = await mkdtemp(join(tmpdir(), "ndreqe-filing-"));
const PORT = String(await freePort());
const site = await startSite({ PORT, DATA_DIR: folder, DEMO: "0" });
const browser = await chromium.launch(await browserLaunch());
const context = await browser.newContext({
  baseURL: `http://localhost:${PORT}`,
  viewport: { width: 375, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
});
const page = await context.newPage();
const devtools = await context.newCDPSession(page);
let down = 0;
let up = 0;
devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
  down += encodedDataLength;
});
// What leaves the device in files; the forms around them are a few hundred bytes each.
await page.exposeFunction("countSent", (bytes: number) => {
  up += bytes;
});
await page.addInitScript(() => {
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    const files = body instanceof FormData ? [...body.values()].filter((value) => value instanceof Blob) : [];
    const { countSent } = window as unknown as { countSent: (bytes: number) => void };
    countSent(files.reduce((sum, file) => sum + file.size, 0));
    return send.call(this, body as XMLHttpRequestBodyInit);
  };
});
await devtools.send("Network.enable");
await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });

const rows: Row[] = [];
/** Milliseconds the person spends on the step, which the site doesn't. */
let person = 0;
const pause = async (milliseconds: number) => {
  person += milliseconds;
  await page.waitForTimeout(milliseconds);
};

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const [started, before, sent] = [performance.now(), down, up];
  person = 0;
  await work();
  const all = performance.now() - started;
  rows.push({ step: name, site: (all - person) / 1000, person: person / 1000, down: down - before, up: up - sent });
}

async function type(to: Page, label: string, text: string): Promise<void> {
  await to.getByLabel(label).fill(text);
  await pause((1000 * text.length) / SIGNS_A_SECOND);
}

const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const photo = { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: await phonePhoto({ width: 4032, height: 3024 }) };

try {
  await step("Open the form", async () => {
    await page.goto("/sq/report");
    await page.getByRole("button", { name: albanian.without }).waitFor();
    await pause(LOOK);
  });
  await step("Add a photo of 12 megapixels, go on", async () => {
    await pause(TAKE_PHOTO);
    await page.locator("input[type=file]").first().setInputFiles(photo);
    await page.locator("main").getByRole("button", { name: albanian.next, exact: true }).waitFor();
    await press(page, albanian.next);
    await heading("Ku është problemi?");
  });
  await step("Confirm the place the photo knew", async () => {
    await page.getByText("Komuna: Prishtinë").waitFor();
    await pause(LOOK);
    await press(page, albanian.next);
    await heading("Çka nuk po funksionon?");
  });
  await step("Say what is wrong", async () => {
    await pause(LOOK);
    await type(page, albanian.title, "Gropë e thellë te shkolla");
    await page.getByRole("radio", { name: "Gropa në rrugë" }).check();
    await press(page, albanian.next);
    await heading("Kush po raporton?");
  });
  await step("Give an e-mail", async () => {
    await type(page, albanian.email, "arta@example.com");
    await press(page, albanian.next);
    await heading("Shikojeni para se ta dërgoni");
  });
  await step("Check, send, thank you", async () => {
    await pause(2 * LOOK);
    await press(page, albanian.send);
    await page.waitForURL(/\/report\/sent/);
    await heading(/Edhe një hap/);
  });
} finally {
  await browser.close();
  await stopSite(site);
  await rm(folder, { recursive: true, force: true });
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const line = (cells: (string | number)[]) => console.log(`| ${cells.join(" | ")} |`);
console.log(`${cpus().length} cores, Node ${process.version}\n`);
line(["step", "waiting for the site, s", "the person's own, s", "received", "photo sent"]);
line(["---", "---:", "---:", "---:", "---:"]);
for (const row of rows)
  line([row.step, row.site.toFixed(1), row.person.toFixed(1), kilobytes(row.down), kilobytes(row.up)]);
const sum = (part: Exclude<keyof Row, "step">) => rows.reduce((total, row) => total + row[part], 0);
line(["**all**", sum("site").toFixed(1), sum("person").toFixed(1), kilobytes(sum("down")), kilobytes(sum("up"))]);
const total = sum("site") + sum("person");
console.log(`\nFrom opening to "thank you": ${total.toFixed(1)} s.`);
process.exit(total < 60 ? 0 : 1);
