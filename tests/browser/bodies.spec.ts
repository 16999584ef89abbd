import { request as httpRequest, type IncomingMessage } from "node:http";
import { expect, test } from "@playwright/test";
import { BROWSER_TEST_PORT } from "./settings";

const MEGABYTE = Buffer.alloc(1024 * 1024, "x");

/** Sends a body of so many megabytes, its length said or not. @returns the answer, or the word "cut" when the server ended the connection */
function post(path: string, megabytes: number, headers: Record<string, string>): Promise<IncomingMessage | "cut"> {
  return new Promise((done) => {
    const out = httpRequest({ port: BROWSER_TEST_PORT, host: "127.0.0.1", path, method: "POST", headers }, (answer) => {
      answer.resume();
      done(answer);
    });
    out.on("error", () => done("cut"));
    const send = (left: number) => {
      if (left === 0) return out.end();
      out.write(MEGABYTE, (error) => !error && send(left - 1));
    };
    send(megabytes);
  });
}

test("a body over the limit is not read: the page says so, a program gets 413", async () => {
  const length = String(41 * MEGABYTE.length);
  const page = await post("/sq/report?x=1", 41, { "content-length": length, accept: "text/html" });
  expect(page).toMatchObject({ statusCode: 303, headers: { location: "/sq/report?problem=photo_too_large" } });
  const program = await post("/api/anything", 41, { "content-length": length });
  expect(program).toMatchObject({ statusCode: 413 });
});

test("a body of unknown length is cut off at the limit", async () => {
  expect(
    await post("/sq/privacy", 60, {
      "transfer-encoding": "chunked",
      accept: "text/html",
      "content-type": "text/plain",
    }),
  ).toBe("cut");
});
