import { existsSync } from "node:fs";
import { chromium as playwright } from "@playwright/test";
import chromium from "@sparticuz/chromium";

/** Programs a system may carry. */
const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A real Chromium: Playwright's own if it is there, one that is installed, or the one that @sparticuz/chromium carries (Linux x64).
 * @returns what Playwright's launch needs
 */
export async function browserLaunch(): Promise<{ executablePath: string; args: string[] }> {
  const own = playwright.executablePath();
  const args = [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-background-networking"];
  const found = [own, ...installed].find((path) => path && existsSync(path));
  if (found) return { executablePath: found, args };
  // Its own list of flags turns web security off, which is what is tested here: only what it needs to draw is taken.
  return {
    executablePath: await chromium.executablePath(),
    args: [...args, "--no-zygote", "--use-gl=angle", "--use-angle=swiftshader"],
  };
}
