import "server-only";
import { cache } from "react";
import { db } from "../db/client";
import { fold } from "../geo/fold";
import { type Located, locate, type Position, type Rings } from "../geo/locate";

const summary = {
  slug: true,
  nameSq: true,
  nameSr: true,
  nameEn: true,
  seatLat: true,
  seatLon: true,
  targetAnswerDays: true,
  targetFixDays: true,
  anonymousReports: true,
} as const;

/** The seven, in alphabetical order of their addresses, without their outlines. */
export const listMunicipalities = cache(() =>
  db().municipality.findMany({ select: summary, orderBy: { slug: "asc" } }),
);

export type MunicipalitySummary = Awaited<ReturnType<typeof listMunicipalities>>[number];

/** One of the seven, or null. */
export async function findMunicipality(slug: string): Promise<MunicipalitySummary | null> {
  return (await listMunicipalities()).find((row) => row.slug === slug) ?? null;
}

const categoryFields = {
  slug: true,
  nameSq: true,
  nameSr: true,
  nameEn: true,
  icon: true,
  institutionSq: true,
  institutionSr: true,
  institutionEn: true,
  group: true,
  synonyms: true,
  nearbyMetres: true,
} as const;

/** All categories in the order they are offered. */
export const listCategories = cache(() =>
  db().category.findMany({ select: categoryFields, orderBy: { position: "asc" } }),
);

export type CategorySummary = Awaited<ReturnType<typeof listCategories>>[number];

/** The working days a municipality gives itself for some kinds, and the kinds' own figures for the fix, by kind. */
export async function listTargets(municipalityId: string) {
  const [rows, kinds] = await Promise.all([
    db().target.findMany({ where: { municipalityId }, select: { categoryId: true, answerDays: true, fixDays: true } }),
    db().category.findMany({ select: { slug: true, targetFixDays: true } }),
  ]);
  return {
    own: new Map(rows.map(({ categoryId, ...days }) => [categoryId, days])),
    kinds: new Map(kinds.map(({ slug, targetFixDays }) => [slug, targetFixDays])),
  };
}

/** Outlines by municipality: rings of [longitude, latitude], WGS84 degrees. */
export const listOutlines = cache(async (): Promise<Map<string, Rings>> => {
  const rows = await db().municipality.findMany({ select: { slug: true, outline: true } });
  return new Map(rows.map((row) => [row.slug, row.outline as unknown as Rings]));
});

/** The municipality of a position (WGS84 degrees), by the outlines in the database. */
export async function locatePosition(position: Position): Promise<Located> {
  return locate(position, await listOutlines());
}

export type FoundPlace = {
  id: string;
  nameSq: string;
  nameSr: string | null;
  kind: string;
  municipalityId: string;
  lat: number;
  lon: number;
};

/**
 * Settlements and neighbourhoods by any of their names, accents and case folded ("peje", "djakovica").
 * @param query what was typed; every word must be found
 * @param limit how many at the most, the likeliest first
 */
export async function searchPlaces(query: string, limit = 8): Promise<FoundPlace[]> {
  const folded = fold(query).slice(0, 60);
  if (folded.length < 2) return [];
  const words = folded.split(" ").map((word) => `%${word}%`);
  return db().$queryRaw<FoundPlace[]>`
    select id, name_sq as "nameSq", name_sr as "nameSr", kind, municipality_id as "municipalityId", lat, lon
    from place
    where search like all (${words})
    order by (' ' || search || ' ') like ${`% ${folded} %`} desc, (' ' || search) like ${`% ${folded}%`} desc,
      rank, length(search), name_sq
    limit ${limit}`;
}
