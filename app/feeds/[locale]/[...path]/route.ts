import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import { atomXml } from "@/lib/feeds/atom";
import { findFeed } from "@/lib/feeds/queries";
import { readFeed } from "@/lib/feeds/schema";
import { isLocale } from "@/lib/i18n/locales";

type Context = { params: Promise<{ locale: string; path: string[] }> };

const nowhere = () => new Response(null, { status: 404, headers: { "cache-control": "public, max-age=60" } });

/** Atom feeds: /feeds/sq/reports.atom?filter, …/municipalities/prishtina.atom, …/circle.atom?lat=&lon=&radius=, …/reports/KTR-4829.atom */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale, path } = await params;
  const asked = isLocale(locale) && readFeed(path, request.nextUrl.searchParams);
  if (!asked || !isLocale(locale)) return nowhere();
  const feed = await findFeed(asked, locale);
  if (!feed) return nowhere();
  const xml = atomXml(feed);
  const etag = `"${createHash("sha256").update(xml).digest("base64url").slice(0, 27)}"`;
  const headers = {
    etag,
    "last-modified": feed.updated.toUTCString(),
    // Short: a report can be hidden at any time.
    "cache-control": "public, max-age=300",
    "x-content-type-options": "nosniff",
  };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (known?.includes(etag) || known?.includes("*")) return new Response(null, { status: 304, headers });
  return new Response(xml, { headers: { ...headers, "content-type": "application/atom+xml; charset=utf-8" } });
}
