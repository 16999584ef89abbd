import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";

const sizes = new Map<string, number>();

/** What an empty page of this version of Next asks for, in kB, without the polyfills that only old browsers fetch. */
export const EMPTY_PAGE_KILOBYTES = 136;

/**
 * Kilobytes of JavaScript that a page asks for by itself, compressed: every script its HTML names, in a tag or for React
 * to fetch. What is loaded later, because it is wanted, isn't named there.
 */
export async function scriptKilobytes(request: APIRequestContext, path: string): Promise<number> {
  const html = await (await request.get(path)).text();
  const polyfills = html.match(/<script[^>]*\snoModule[^>]*>/gi)?.join() ?? "";
  const named = html.match(/\/_next\/static\/[\w./~-]+\.js/g) ?? [];
  const scripts = new Set(named.filter((script) => !polyfills.includes(script)));
  let bytes = 0;
  for (const script of scripts) {
    const known = sizes.get(script) ?? gzipSync(await (await request.get(script)).body()).length;
    sizes.set(script, known);
    bytes += known;
  }
  return bytes / 1000;
}
