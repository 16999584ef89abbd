import type { NextRequest } from "next/server";
import createMiddleware from "next-intl/middleware";
import { config as settings } from "@/lib/config";
import { defaultLocale, LOCALE_COOKIE, locales } from "@/lib/i18n/locales";

/** Sends a path without a language to the person's own, and keeps the language of the page they are on as their choice. */
const localise = createMiddleware({
  locales,
  defaultLocale,
  localePrefix: "always",
  alternateLinks: false,
  localeCookie: { name: LOCALE_COOKIE, maxAge: 365 * 24 * 3600, sameSite: "lax" },
});

/** Origin of the map tiles, which pictures may come from. */
function tileOrigin(): string {
  const { TILE_URL } = settings();
  return TILE_URL === "none" ? "" : new URL(TILE_URL.replace("{s}", "*").replace(/[{}]/g, "")).origin;
}

export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const isDev = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `img-src 'self' blob: data: ${tileOrigin()}`,
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  request.headers.set("content-security-policy", policy);
  request.headers.set("x-nonce", nonce);
  const response = localise(request);
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set("permissions-policy", "camera=(self), geolocation=(self), microphone=(), payment=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  if (settings().BASE_URL.startsWith("https://"))
    response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}

export const config = { matcher: "/((?!api/|open311/|feeds/|photos/|_next/|icons/|.*\\.[a-z0-9]+$).*)" };
