import { existsSync, readFileSync } from "node:fs";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** Prints what the page showed when a test failed: on a build server the log is all there is to look at. */
export default class FailureReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus) return;
    for (const { name, path } of result.attachments)
      if (name === "error-context" && path && existsSync(path))
        console.log(readFileSync(path, "utf8").split("# Page snapshot").at(-1)?.slice(0, 20_000));
  }
}
