import "server-only";
import { db } from "../db/client";
import outlines from "../geo/data/outlines.json";
import places from "../geo/data/places.json";
import { searchForms } from "../geo/fold";
import { categories, departments, mandate2025, mandates, municipalities } from "./reference";
import { institutions, kindGroups, nearbyMetres, questions, synonyms } from "./reference-kinds";

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
  await seedKinds();
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

/**
 * What is known of each kind besides its names. A kind whose group was never set hasn't been filled yet: it is new, or from
 * before there were groups.
 */
async function seedKinds(): Promise<void> {
  const prisma = db();
  const unfilled = await prisma.category.findMany({
    where: { group: "other", synonyms: "", NOT: { slug: "other" } },
    select: { slug: true },
  });
  const slugs = new Set(unfilled.map(({ slug }) => slug));
  for (const slug of slugs) {
    await prisma.category.update({
      where: { slug },
      data: {
        group: kindGroups[slug] ?? "other",
        synonyms: synonyms[slug] ?? "",
        ...(nearbyMetres[slug] && { nearbyMetres: nearbyMetres[slug] }),
      },
    });
  }
  await prisma.categoryInstitution.createMany({
    skipDuplicates: true,
    data: institutions.flatMap(({ categories: kinds, by }) =>
      kinds
        .filter((slug) => slugs.has(slug))
        .flatMap((categoryId) =>
          Object.entries(by).map(([municipalityId, name]) => ({ municipalityId, categoryId, name })),
        ),
    ),
  });
  await prisma.categoryQuestion.createMany({
    skipDuplicates: true,
    data: questions.filter(({ categoryId }) => slugs.has(categoryId)),
  });
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
