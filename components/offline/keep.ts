import { locales } from "@/lib/i18n/locales";

/** What the service worker keeps on the device, and nothing else: the form of each language, and what it is drawn with. */
export const offlinePath = (locale: string): string => `/${locale}/report/offline`;

export const offlinePages: readonly string[] = locales.map(offlinePath);

/** Names and outlines by which a place is found without network; the same for everybody. */
export const offlineData = ["/api/map/places.json", "/api/map/outlines.json"] as const;

const STATIC = /(?:\/_next\/)?static\/[\w./~-]+\.(?:js|css|woff2)/g;

/**
 * Addresses of scripts, styles and fonts named in a page, a script or a stylesheet. Fonts have a file for each script of
 * the world: ours are written in Latin.
 */
export function staticIn(page: string, from: string): string[] {
  // What only old browsers fetch: those know no service worker either.
  const text = page.replace(/<script[^>]*\snoModule[^>]*>/gi, "");
  const named = [...text.matchAll(STATIC)].map(([path]) => (path.startsWith("/") ? path : `/_next/${path}`));
  const fonts = from.endsWith(".css")
    ? [...text.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map(
        ([, url = ""]) => new URL(url, `https://x${from}`).pathname,
      )
    : [];
  return [...new Set([...named, ...fonts])].filter((path) => !path.endsWith(".woff2") || /latin/.test(path));
}

const PAGE = /^\/(?:(sq|sr|en)(?:\/|$))?/;
/** Addresses that are no pages, though a browser may open them. */
const NO_PAGE = /^\/(?:api|open311|feeds|photos|icons|_next)\/|\.\w+$/;

/** Where somebody is sent who wants a page that can't be had; null for what is no page. */
export function insteadOf(path: string, fallback: string): string | null {
  if (NO_PAGE.test(path)) return null;
  return offlinePath(PAGE.exec(path)?.[1] ?? fallback);
}
