import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { axeFaults } from "../support/axe";
import { signIn } from "../support/demo";

/** Every page, by who sees it. ":ref" is a public report, ":own" one of Prishtina's desk; ":pledge" and ":assessment" are found on the staff's list. */
const pages: { as: string | null; paths: string[] }[] = [
  {
    as: null,
    paths: [
      "",
      "/reports",
      "/reports?status=fixed&municipality=peja",
      "/reports?category=noise&period=30&status=duplicate",
      "/reports/:ref",
      "/reports/confirm?token=nothing",
      "/report",
      "/municipalities/prishtina",
      "/statistics",
      "/pledges",
      "/pledges?mandate=2025",
      "/pledges/peja",
      "/pledges/peja?mandate=2025",
      "/pledges/peja/1?mandate=sample",
      "/method",
      "/privacy",
      "/sign-in",
      "/sign-in/sent",
      "/sign-in/link?email=a@example.com&token=0123456789abcdef0123",
      "/outbox",
      "/nowhere",
    ],
  },
  { as: "citizen", paths: ["/account", "/reports/:ref", "/report", "/desk", "/staff"] },
  { as: "official.prishtina", paths: ["/desk", "/desk?view=overdue", "/desk?view=all", "/desk/:own", "/reports/:own"] },
  { as: "editor.one", paths: ["/staff", "/staff/*"] },
  { as: "moderator", paths: ["/flags", "/reports/:ref"] },
  { as: "manager.prishtina", paths: ["/desk/settings"] },
  { as: "admin", paths: ["/admin", "/admin/holidays"] },
];

const widths = [375, 1280];

/** What a browser says on its console that a person would call a fault: blocked by the policy, a page that threw, texts that differ. */
function listen(page: Page): string[] {
  const words: string[] = [];
  page.on("pageerror", (error) => words.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // Map images can't be had in tests, and a page that isn't there says so by its status.
    if (message.type() === "error" && !/Failed to load resource|net::ERR/.test(message.text()))
      words.push(`${page.url()}: ${message.text()}`);
  });
  return words;
}

async function refOn(page: Page, path: string, pattern: RegExp): Promise<string> {
  await page.goto(path);
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const found = hrefs.map((href) => pattern.exec(href)?.[1]).find(Boolean);
  if (!found) throw new Error(`no link like ${pattern} on ${path}`);
  return found;
}

/** Puts real things in the place of the stand-ins. "/staff/*" becomes the first link of each kind on the staff's list. */
async function expand(page: Page, paths: string[]): Promise<string[]> {
  const expanded: string[] = [];
  for (const path of paths) {
    if (path.includes(":ref"))
      expanded.push(
        path.replace(":ref", await refOn(page, "/sq/reports?status=fixed", /\/reports\/([A-Z]{3}-\d{4})(?:\?|$)/)),
      );
    else if (path.includes(":own"))
      expanded.push(path.replace(":own", await refOn(page, "/sq/desk?view=all", /\/desk\/([A-Z]{3}-\d{4})(?:\?|$)/)));
    else if (path === "/staff/*") {
      await page.goto("/sq/staff");
      const hrefs = await page
        .locator("main a[href*='/staff/']")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      const kinds = new Map(hrefs.map((href) => [href.split("/")[3], href.replace(/^\/sq/, "")]));
      expect([...kinds.keys()]).not.toEqual([]);
      expanded.push(...kinds.values());
    } else expanded.push(path);
  }
  return expanded;
}

async function checkPage(page: Page, path: string) {
  await page.goto(path);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await axeFaults(page), `axe on ${path} at ${width} px`).toEqual([]);
  }
  expect.soft(await page.locator("h1").count(), `one h1 on ${path}`).toBe(1);
  expect.soft((await page.title()).length, `a title on ${path}`).toBeGreaterThan(10);
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(wide, `${path} at 320 px`).toBeLessThanOrEqual(320);
}

for (const locale of ["sq", "sr", "en"]) {
  for (const { as, paths } of pages) {
    test(`${locale}: axe finds nothing, 320 px is wide enough, the console is silent: ${as ?? "everybody"}`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      if (as) await signIn(page, as);
      const faults = listen(page);
      for (const path of await expand(page, paths)) await checkPage(page, `/${locale}${path}`);
      expect(faults).toEqual([]);
    });
  }
}

test("dark mode keeps its contrasts", async ({ browser }) => {
  test.setTimeout(120_000);
  const context: BrowserContext = await browser.newContext({ colorScheme: "dark" });
  const page = await context.newPage();
  for (const path of ["/sq", "/sq/reports", "/sq/report", "/sq/pledges", "/sq/statistics", "/sq/sign-in"])
    await checkPage(page, path);
  await context.close();
});
