import "server-only";
import { db } from "../db/client";
import outlines from "../geo/data/outlines.json";
import places from "../geo/data/places.json";
import { searchForms } from "../geo/fold";
import { categories, departments, mandate2025, mandates, municipalities } from "./reference";

/** What is found first when names are alike. */
const placeRank: Record<string, number> = {
  municipality: 0,
  city: 1,
  suburb: 2,
  neighbourhood: 2,
  village: 3,
  hamlet: 4,
  square: 5,
};

type PlaceRow = [municipality: string, kind: string, nameSq: string, nameSr: string | null, lat: number, lon: number];

/**
 * Adds the reference data that is missing; touches nothing that is there.
 * Runs at every start, with and without demonstration data.
 */
export async function seedReference(): Promise<void> {
  const prisma = db();
  await prisma.municipality.createMany({
    skipDuplicates: true,
    data: municipalities.map(({ aliases: _, ...row }) => ({ ...row, outline: outlines.municipalities[row.slug] })),
  });
  await prisma.category.createMany({
    skipDuplicates: true,
    data: categories.map(({ department: _, ...row }, position) => ({ ...row, serviceCode: row.slug, position })),
  });
  await prisma.department.createMany({
    skipDuplicates: true,
    data: municipalities.flatMap(({ slug }) => departments.map((row) => ({ ...row, municipalityId: slug }))),
  });
  const made = await prisma.department.findMany();
  await prisma.categoryRoute.createMany({
    skipDuplicates: true,
    data: made.flatMap((department) =>
      categories
        .filter((category) => category.department === department.code)
        .map((category) => ({
          municipalityId: department.municipalityId,
          categoryId: category.slug,
          departmentId: department.id,
        })),
    ),
  });
  await prisma.mandate.createMany({
    skipDuplicates: true,
    data: mandates.map((row) => ({ ...row, ...mandate2025, active: true })),
  });
  if ((await prisma.place.count()) === 0) await seedPlaces();
}

async function seedPlaces(): Promise<void> {
  const settlements = (places.places as PlaceRow[]).map(([municipalityId, kind, nameSq, nameSr, lat, lon]) => ({
    municipalityId,
    kind,
    nameSq,
    nameSr,
    lat,
    lon,
    search: searchForms(nameSq, nameSr, ...(kind === "city" ? aliasesOf(municipalityId) : [])),
    rank: placeRank[kind] ?? 9,
  }));
  await db().place.createMany({ data: settlements });
}

/** A seat is also found by every name of its municipality. */
function aliasesOf(slug: string): string[] {
  const found = municipalities.find((row) => row.slug === slug);
  return found ? [found.nameSq, found.nameSr, found.nameEn, ...found.aliases] : [];
}
