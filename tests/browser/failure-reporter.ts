import { existsSync, readFileSync } from "node:fs";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/**
 * Prints what the page showed when a test failed: on a build server the log is all there is to look at. Names at the end
 * the tests that passed on their second try, so that nobody takes them for sound.
 */
export default class FailureReporter implements Reporter {
  private readonly second: string[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus) {
      if (result.retry > 0) this.second.push(test.titlePath().slice(2).join(" › "));
      return;
    }
    for (const { name, path } of result.attachments)
      if (name === "error-context" && path && existsSync(path))
        console.log(readFileSync(path, "utf8").split("# Page snapshot").at(-1)?.slice(0, 20_000));
  }

  onEnd(): void {
    for (const title of this.second) console.log(`passed on its second try only: ${title}`);
  }
}
