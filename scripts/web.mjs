// The web server: Next.js, with what has to be known before Next reads a request.
// Argument: its settings as JSON. Ends on the message "stop", and when its parent is gone.
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import next from "next";
import pino from "pino";
import { clientIp, pathOf } from "./request.mjs";
import { tileCache } from "./tile-cache.mjs";

const { dev, port, host, trustProxy, logLevel, maxBody } = JSON.parse(process.argv[2]);
const log = pino({ level: logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

if (!dev) {
  // Next prints whole errors, and their words may hold what a person typed: name, code and place are enough to find them.
  console.error = (...words) => {
    const error = words.find((word) => word instanceof Error);
    const at = error?.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim());
    log.error({ error: error?.name ?? "unknown", code: error?.code, digest: error?.digest, at });
  };
}

// A page may give its answer a status of its own (lib/request/answer.ts).
const answers = new AsyncLocalStorage();
globalThis.answers = answers;

/** Writes the status a page asked for, where it asked for one. */
function lendStatus(response) {
  const answer = {};
  const { writeHead } = response;
  response.writeHead = (status, ...rest) => writeHead.call(response, answer.status ?? status, ...rest);
  return answer;
}

/** Whether the path can be read at all: "%C3%28" is no text in any encoding we speak. */
function readable(url) {
  try {
    decodeURIComponent((url ?? "/").split("?")[0]);
    return true;
  } catch {
    return false;
  }
}

const tiles = dev ? undefined : tileCache();
const app = next({ dev, dir: process.cwd(), port, hostname: host });
await app.prepare();
const handle = app.getRequestHandler();

/** A body that is too large is read past and dropped; the person is sent back to the page, which says so, with what they typed before. */
function refuseBody(request, response) {
  const path = pathOf(request.url);
  const page = request.headers.accept?.includes("text/html");
  let dropped = 0;
  request.on("data", (chunk) => {
    dropped += chunk.length;
    if (dropped > 16 * maxBody) request.destroy();
  });
  // An answer before the end of the body would reach a browser that still sends as a broken connection.
  request.on("end", () => {
    response.writeHead(page ? 303 : 413, page ? { location: `${path}?problem=photo_too_large` } : {});
    response.end();
  });
}

const server = createServer({ requestTimeout: 5 * 60_000, headersTimeout: 30_000 }, (request, response) => {
  const started = performance.now();
  const id = randomUUID();
  request.headers["x-request-id"] = id;
  request.headers["x-client-ip"] = clientIp(request, trustProxy);
  response.setHeader("x-request-id", id);
  // Also for answers that proxy.ts doesn't see, such as addresses that look like a file's.
  response.setHeader("x-frame-options", "DENY");
  response.on("close", () => {
    const path = (request.url ?? "").split("?")[0];
    if (path.startsWith("/_next/static")) return;
    // The path alone: what follows the question mark may hold a token or an address.
    log.info({
      request: id,
      method: request.method,
      path,
      status: response.statusCode,
      ms: Math.round(performance.now() - started),
    });
  });
  if (!readable(request.url)) {
    response.writeHead(302, { location: "/not-found" });
    return response.end();
  }
  if (tiles?.answer(request, response)) return;
  tiles?.keep(request, response);
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > maxBody) return refuseBody(request, response);
  if (request.method === "POST" && request.headers["transfer-encoding"]) {
    // A body of unknown length is cut off when it passes the limit.
    let seen = 0;
    const { push } = request;
    request.push = function (chunk, encoding) {
      seen += chunk?.length ?? 0;
      if (seen > maxBody) {
        request.destroy();
        return false;
      }
      return push.call(this, chunk, encoding);
    };
  }
  answers
    .run(lendStatus(response), () => handle(request, response))
    .catch((error) => {
      log.error({ request: id, error: error?.name }, "request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
});

server.on("error", (error) => {
  // console.error writes for the log alone; this is for the person who starts the server.
  process.stderr.write(`The web server failed on PORT ${port}: ${error.message}\n`);
  process.exit(1);
});
server.listen(port, host, () => process.send?.("ready"));

function stop() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 5000).unref();
}
process.on("message", (message) => message === "stop" && stop());
process.on("disconnect", () => process.exit(0));
