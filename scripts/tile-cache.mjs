// A small shared cache before Next, for the tiles of the map: what `cache-control` allows any proxy to do, also where
// there is none. A view that many look at costs one read in ten seconds.
import { LRUCache } from "lru-cache";

/** So long an answer is given again, in milliseconds; its age counts against the 30 seconds that others may keep it. */
export const FRESH = 10_000;
const MOST_BYTES = 32 * 1024 * 1024;
/** What belongs to one answer alone, or to its connection. */
const own = new Set(["x-request-id", "date", "connection", "keep-alive", "transfer-encoding", "content-length"]);

const isTile = ({ method, url = "" }) => method === "GET" && /^\/api\/map\/[\d/]+\.json(\?|$)/.test(url);

/** Compressed and plain answers are kept apart. */
const keyOf = ({ url, headers }) => `${headers["accept-encoding"] ?? ""} ${url}`;

const tagsOf = (header = "") => header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));

/**
 * @param now milliseconds of a clock
 * @returns `answer` sends a kept tile and says whether it did; `keep` listens to the answer that is made otherwise
 */
export function tileCache(now = () => performance.now()) {
  const kept = new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: ({ body }) => body.length + 1024 });

  function answer(request, response) {
    if (!isTile(request)) return false;
    const tile = kept.get(keyOf(request));
    const age = tile ? now() - tile.at : FRESH;
    if (age >= FRESH) return false;
    for (const [name, value] of tile.headers) response.setHeader(name, value);
    response.setHeader("age", Math.floor(age / 1000));
    if (tagsOf(request.headers["if-none-match"]).includes(tagsOf(tile.etag)[0])) {
      for (const name of ["content-type", "content-encoding"]) response.removeHeader(name);
      response.writeHead(304).end();
    } else {
      response.setHeader("content-length", tile.body.length);
      response.writeHead(200).end(tile.body);
    }
    return true;
  }

  function keep(request, response) {
    if (!isTile(request)) return;
    const parts = [];
    const at = now();
    const { write, end } = response;
    const take = (part, encoding) => {
      if (part && typeof part !== "function")
        parts.push(Buffer.from(part, typeof encoding === "string" ? encoding : undefined));
    };
    response.write = function (part, ...rest) {
      take(part, rest[0]);
      return write.call(this, part, ...rest);
    };
    response.end = function (part, ...rest) {
      take(part, rest[0]);
      const etag = response.getHeader("etag");
      if (response.statusCode === 200 && etag) {
        const headers = Object.entries(response.getHeaders()).filter(([name]) => !own.has(name));
        // Only what went out whole: an answer that its reader left may have been cut short.
        response.once("finish", () => kept.set(keyOf(request), { at, etag, headers, body: Buffer.concat(parts) }));
      }
      return end.call(this, part, ...rest);
    };
  }

  return { answer, keep };
}
