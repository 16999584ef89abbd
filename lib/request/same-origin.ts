import "server-only";

/**
 * Whether a request was made by a page of this site: what Next asks of its own forms, for routes that change something.
 * Browsers say it themselves; older ones name the page's origin.
 */
export function isFromThisSite({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
