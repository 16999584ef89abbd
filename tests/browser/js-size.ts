import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";

const sizes = new Map<string, number>();

/**
 * Kilobytes of JavaScript that a page asks for by itself, compressed: every script its HTML names, in a tag or for React
 * to fetch. What is loaded later, because it is wanted, isn't named there.
 */
export async function scriptKilobytes(request: APIRequestContext, path: string): Promise<number> {
  const html = await (await request.get(path)).text();
  const scripts = new Set(html.match(/\/_next\/static\/[\w./~-]+\.js/g) ?? []);
  let bytes = 0;
  for (const script of scripts) {
    const known = sizes.get(script) ?? gzipSync(await (await request.get(script)).body()).length;
    sizes.set(script, known);
    bytes += known;
  }
  return bytes / 1000;
}

/** The same, less what every page has: the not-found page is the frame and nothing else. */
export async function addedKilobytes(request: APIRequestContext, path: string): Promise<number> {
  return (await scriptKilobytes(request, path)) - (await scriptKilobytes(request, "/sq/no-such-page"));
}
