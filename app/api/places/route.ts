import type { NextRequest } from "next/server";
import { defaultLocale, isLocale, localName } from "@/lib/i18n/locales";
import { listMunicipalities, searchPlaces } from "@/lib/municipalities/queries";

/** Settlements and neighbourhoods whose name fits `q`, the likeliest first, named in `locale`. */
export async function GET(request: NextRequest) {
  const given = request.nextUrl.searchParams;
  const named = given.get("locale");
  const locale = isLocale(named) ? named : defaultLocale;
  const [found, all] = await Promise.all([searchPlaces((given.get("q") ?? "").slice(0, 60)), listMunicipalities()]);
  const municipalities = new Map(all.map((row) => [row.slug, localName(row, locale)]));
  const places = found.map((place) => ({
    name: localName(place, locale),
    municipality: municipalities.get(place.municipalityId) ?? place.municipalityId,
    lat: place.lat,
    lon: place.lon,
  }));
  return Response.json({ places }, { headers: { "cache-control": "public, max-age=3600" } });
}
