import type { Page } from "@playwright/test";

/** What a person types into the form, in one language; each text as it stands on the page. */
export type Speech = {
  locale: "sq" | "sr";
  search: string;
  find: string;
  describe: string;
  without: string;
  next: string;
  title: string;
  details: string;
  email: string;
  name: string;
  send: string;
  other: string;
};

export const albanian: Speech = {
  locale: "sq",
  search: "Kërkoni fshat, lagje ose qytet",
  find: "Kërko",
  describe: "Përshkruajeni vendin",
  without: "Vazhdo pa foto",
  next: "Vazhdo",
  title: "Me pak fjalë",
  details: "Më shumë për të",
  email: "E-posta juaj",
  name: "Emri juaj",
  send: "Dërgo raportimin",
  other: "I imi është tjetër",
};

export const serbian: Speech = {
  locale: "sr",
  search: "Potražite selo, naselje ili grad",
  find: "Pretraži",
  describe: "Opišite mesto",
  without: "Nastavi bez fotografije",
  next: "Nastavi",
  title: "U nekoliko reči",
  details: "Više o tome",
  email: "Vaša e-pošta",
  name: "Vaše ime",
  send: "Pošalji prijavu",
  other: "Moj je drugi",
};

/** Presses the form's own button; the shell has others. */
export const press = (page: Page, name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click();

/** Sets the place by coordinates and goes on, without a photo. */
export async function placeAt(page: Page, say: Speech, lat: number, lon: number, words = ""): Promise<void> {
  await page.goto(`/${say.locale}/report/where`);
  await setPlace(page, say, lat, lon, words);
}

/** Sets the place by coordinates, on its step, and goes on. */
export async function setPlace(page: Page, say: Speech, lat: number, lon: number, words = ""): Promise<void> {
  await page.locator("summary", { hasText: /koordinat/i }).click();
  await page.locator("#lat").fill(`${lat}, ${lon}`);
  await page.getByLabel(say.describe).fill(words);
  await press(page, say.next);
}

/** Says what is wrong, on its step. */
export async function tellProblem(page: Page, say: Speech, kind: string, title: string, details = ""): Promise<void> {
  await page.getByRole("radio", { name: kind }).check();
  await page.getByLabel(say.title).fill(title);
  await page.getByLabel(say.details).fill(details);
}

/** Where open reports of the kind are near, says that this is another one. */
export async function pastNear(page: Page, say: Speech): Promise<void> {
  await page.waitForURL(/\/report\/(near|you|check)/);
  if (page.url().includes("/near")) await press(page, say.other);
}

/** Says who reports, and goes on to the summary. */
export async function tellWho(page: Page, say: Speech, email: string, name: string): Promise<void> {
  await pastNear(page, say);
  await page.getByLabel(say.email).fill(email);
  await page.getByLabel(say.name).fill(name);
  await press(page, say.next);
}
