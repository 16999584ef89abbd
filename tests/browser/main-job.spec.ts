import { type Browser, expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/demo";
import { press, serbian, setPlace, tellProblem, tellWho } from "../support/filing";
import { phonePhoto } from "../support/images";
import { waitForMail } from "../support/mailbox";
import { MAIL_FOLDER } from "./settings";

const email = "jelena.main-job@primer.com";

/** The official's side of a step: chosen by its name, said with words, sent. */
async function say(desk: Page, status: string, words: string, more: () => Promise<void> = async () => {}) {
  await desk.getByRole("radio", { name: status, exact: true }).check();
  await desk.getByLabel("Teksti për qytetarin").fill(words);
  await more();
  await desk.getByRole("button", { name: "Dërgoja qytetarit" }).click();
  await expect(desk.getByLabel("Teksti për qytetarin")).toHaveValue("");
}

async function officialOf(browser: Browser, municipality: string, path: string): Promise<Page> {
  const desk = await (await browser.newContext({ locale: "sq" })).newPage();
  await signIn(desk, `official.${municipality}`, path);
  return desk;
}

test("the main job, whole: filed with a phone's photo, confirmed, told, answered, planned, fixed, and the citizen knows", async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000);
  // A citizen reports, in Serbian.
  const photo = await phonePhoto({ width: 4032, height: 3024, orientation: 6, seed: 4242 });
  await page.goto("/sr/report");
  await page.locator("input[type=file]").setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: photo });
  await expect(page.getByText("Zna gde je snimljena")).toBeVisible();
  await press(page, serbian.next);
  await setPlace(page, serbian, 42.883, 20.867, "Kod škole");
  await tellProblem(page, serbian, "Rupe na putu", "Duboka rupa ispred škole", "Deca je obilaze po kolovozu.");
  await press(page, serbian.next);
  await tellWho(page, serbian, email, "Jelena");
  await press(page, serbian.send);
  const confirmation = await waitForMail(MAIL_FOLDER, email);
  await page.goto(confirmation.links.find((link) => link.includes("/sr/reports/confirm")) ?? "");
  await press(page, "Potvrdi prijavu");
  await expect(page).toHaveURL(/\/sr\/reports\/[A-Z]{3}-\d{4}\?done=confirmed$/);
  const ref = /reports\/([A-Z]{3}-\d{4})/.exec(page.url())?.[1] ?? "";

  // The municipality is told by e-mail, and opens the report from there.
  const told = await waitForMail(MAIL_FOLDER, "official.mitrovica@ndreqe.example", ({ subject }) =>
    subject.includes(ref),
  );
  const link = new URL(told.links.find((href) => href.includes(`/desk/${ref}`)) ?? "");
  const desk = await officialOf(browser, "mitrovica", link.pathname);
  await expect(desk.getByRole("heading", { level: 1 })).toContainText("Duboka rupa ispred škole");

  // It answers, plans, and fixes with a photo; the citizen gets each step in the language they reported in.
  await say(desk, "Vetëm përgjigje, gjendja mbetet", "Hvala. Izlazimo na teren sutra.");
  const answered = await waitForMail(MAIL_FOLDER, email, ({ subject }) => subject.startsWith(`${ref} – odgovor`));
  expect(answered.text).toContain("Hvala. Izlazimo na teren sutra.");
  await say(desk, "i planifikuar", "Radovi su zakazani.", () =>
    desk.getByLabel("Dita kur është planifikuar puna").fill("2030-05-06"),
  );
  const planned = await waitForMail(MAIL_FOLDER, email, ({ subject }) => subject.startsWith(`${ref} – planirana`));
  expect(planned.text).toContain("6. maj 2030.");
  const proof = { name: "gati.jpg", mimeType: "image/jpeg", buffer: await phonePhoto({ seed: 4343 }) };
  await say(desk, "i rregulluar", "Rupa je popravljena.", () => desk.locator("input[type=file]").setInputFiles(proof));
  const fixed = await waitForMail(MAIL_FOLDER, email, ({ subject }) => subject.startsWith(`${ref} – popravljena`));
  expect(fixed.text).toContain("Da li je zaista popravljeno?");
  await desk.context().close();

  // Everybody sees it.
  await page.goto(`/sr/reports/${ref}`);
  const main = page.locator("main");
  for (const words of ["Hvala. Izlazimo na teren sutra.", "Radovi su zakazani.", "Rupa je popravljena."]) {
    await expect(main.getByText(words)).toBeVisible();
  }
  await expect(main.getByText("popravljena", { exact: true }).first()).toBeVisible();
  await expect(main.getByRole("img", { name: /dokaz/i }).first()).toBeVisible();
});
