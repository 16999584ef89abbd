import type { NextRequest } from "next/server";
import { anonymous } from "@/lib/accounts/actor";
import { config } from "@/lib/config";
import { stopByLink } from "@/lib/follows/commands";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

const tokenOf = (request: NextRequest): string => (request.nextUrl.searchParams.get("token") ?? "").slice(0, 2000);
const localeOf = (request: NextRequest) => {
  const given = request.nextUrl.searchParams.get("locale");
  return isLocale(given) ? given : defaultLocale;
};

/** Where mail programs unsubscribe with one click (RFC 8058): a bare POST, without cookies; the token is all it takes. */
export async function POST(request: NextRequest) {
  const stopped = await stopByLink(anonymous, tokenOf(request));
  const { t } = texts(localeOf(request));
  return new Response(`${t(stopped.ok ? "follows.stop.done_title" : "follows.confirm.invalid_title")}\n`, {
    status: stopped.ok ? 200 : 400,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

/** A person who opens the address gets the page with the button: opening alone ends nothing. */
export function GET(request: NextRequest) {
  const page = new URL(`/${localeOf(request)}/follows/stop`, config().BASE_URL);
  page.search = new URLSearchParams({ token: tokenOf(request) }).toString();
  return new Response(null, { status: 303, headers: { location: page.href, "referrer-policy": "same-origin" } });
}
