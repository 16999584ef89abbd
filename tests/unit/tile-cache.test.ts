import { createServer, get, type IncomingHttpHeaders, type Server } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FRESH, tileCache } from "@/scripts/tile-cache.mjs";

let server: Server;
let made: number;
let clock: number;

beforeEach(async () => {
  [made, clock] = [0, 0];
  const tiles = tileCache(() => clock);
  server = createServer((request, response) => {
    response.setHeader("x-request-id", `request-${made}-${clock}`);
    if (tiles.answer(request, response)) return;
    tiles.keep(request, response);
    made++;
    const text = `{"made":${made}}`;
    const zipped = request.headers["accept-encoding"] === "gzip";
    response.statusCode = request.url?.includes("/99/") ? 404 : 200;
    response.setHeader("etag", `"tag-${made}"`);
    response.setHeader("cache-control", "public, s-maxage=30");
    if (zipped) response.setHeader("content-encoding", "gzip");
    const body = zipped ? gzipSync(text) : Buffer.from(text);
    response.write(body.subarray(0, 4));
    response.end(body.subarray(4));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterEach(() => new Promise((closed) => server.close(closed)));

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer };
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<Answer>((done, fail) => {
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    get({ host: "127.0.0.1", port, path, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on("error", fail);
  });

const tile = "/api/map/12/1/2.json?category=lighting";

test("a tile is made once in ten seconds, then anew; its age is told, its request's number is its own", async () => {
  await ask(tile);
  clock = FRESH - 1;
  const again = await ask(tile);
  expect(again.body.toString()).toBe('{"made":1}');
  expect(again.headers).toMatchObject({ age: "9", etag: '"tag-1"', "x-request-id": `request-1-${clock}` });
  clock = FRESH;
  expect((await ask(tile)).body.toString()).toBe('{"made":2}');
});

test("other filters, and the compressed answer, are kept apart", async () => {
  await ask(tile);
  expect((await ask("/api/map/12/1/2.json")).body.toString()).toBe('{"made":2}');
  expect(gunzipSync((await ask(tile, { "accept-encoding": "gzip" })).body).toString()).toBe('{"made":3}');
  const zipped = await ask(tile, { "accept-encoding": "gzip" });
  expect([zipped.headers["content-encoding"], gunzipSync(zipped.body).toString()]).toEqual(["gzip", '{"made":3}']);
  expect((await ask(tile)).body.toString()).toBe('{"made":1}');
});

test("whoever has this very tile is told so, without it", async () => {
  await ask(tile);
  const known = await ask(tile, { "if-none-match": 'W/"other", W/"tag-1"' });
  expect([known.status, known.body.length, made]).toEqual([304, 0, 1]);
});

test("errors and everything that is no tile are made each time", async () => {
  for (const path of ["/api/map/12/99/2.json", "/api/places?q=peje", "/sq"]) {
    await ask(path);
    await ask(path);
  }
  expect(made).toBe(6);
});
