import type { NextRequest } from "next/server";
import { parseCoordinates } from "@/lib/geo/coordinates";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { describeLocated } from "@/lib/municipalities/describe";
import { listMunicipalities, locatePosition } from "@/lib/municipalities/queries";

/** In which municipality a position lies (`lat`, `lon`: WGS84 degrees), in words of `locale`; the form's preview. */
export async function GET(request: NextRequest) {
  const given = request.nextUrl.searchParams;
  const position = parseCoordinates(given.get("lat") ?? "", given.get("lon") ?? "");
  if (!position) return Response.json({ error: "lat and lon are needed, in degrees" }, { status: 400 });
  const named = given.get("locale");
  const [located, all] = await Promise.all([locatePosition(position), listMunicipalities()]);
  const words = describeLocated(located, all, isLocale(named) ? named : defaultLocale);
  return Response.json({ position, ...words }, { headers: { "cache-control": "private, max-age=300" } });
}
