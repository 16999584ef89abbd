import { defineConfig } from "@playwright/test";
import { browserLaunch } from "./tests/browser/chromium";
import { BROWSER_TEST_PORT } from "./tests/browser/settings";

export default defineConfig({
  testDir: "tests/browser",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/browser/global-setup.ts",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["./tests/browser/failure-reporter.ts"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    baseURL: `http://localhost:${BROWSER_TEST_PORT}`,
    launchOptions: await browserLaunch(),
    locale: "sq",
    timezoneId: "Europe/Belgrade",
    viewport: { width: 1280, height: 800 },
    // What a test tells the network to do must not go past it; offline.spec.ts lets the service worker in.
    serviceWorkers: "block",
  },
});
