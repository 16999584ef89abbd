import { createHash } from "node:crypto";

/**
 * A JSON answer that browsers and proxies may keep.
 * @param maxAge seconds it counts as fresh
 * @returns 304 without a body where the asker has this very version
 */
export function cachedJson(request: Request, body: unknown, maxAge: number, staleFor: number): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = {
    etag,
    "cache-control": `public, max-age=${maxAge}, s-maxage=${maxAge}, stale-while-revalidate=${staleFor}`,
    "x-content-type-options": "nosniff",
  };
  // A proxy that compresses may have made the tag a weak one.
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}
