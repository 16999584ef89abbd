import "server-only";
import type { Tx } from "../db/client";

/** Working days to the first answer and to the fix. */
export type Days = { answerDays: number; fixDays: number };

/** The days that hold for a kind of problem in a municipality. */
export type Targets = (municipalityId: string, categoryId: string) => Days;

export type TargetFacts = {
  municipalities: { slug: string; targetAnswerDays: number; targetFixDays: number }[];
  categories: { slug: string; targetFixDays: number | null }[];
  rows: { municipalityId: string; categoryId: string; answerDays: number | null; fixDays: number | null }[];
};

/**
 * The municipality's own figure for the kind; where it has none, the kind's figure for the fix; otherwise the
 * municipality's for everything.
 */
export function targetsOf({ municipalities, categories, rows }: TargetFacts): Targets {
  const own = new Map(rows.map((row) => [`${row.municipalityId} ${row.categoryId}`, row]));
  const general = new Map(municipalities.map((row) => [row.slug, row]));
  const kinds = new Map(categories.map((row) => [row.slug, row.targetFixDays]));
  return (municipalityId, categoryId) => {
    const all = general.get(municipalityId);
    if (!all) throw new Error(`no municipality ${municipalityId}`);
    const row = own.get(`${municipalityId} ${categoryId}`);
    return {
      answerDays: row?.answerDays ?? all.targetAnswerDays,
      fixDays: row?.fixDays ?? kinds.get(categoryId) ?? all.targetFixDays,
    };
  };
}

/** What targets are made of, as a transaction sees it. */
export async function readTargets(tx: Pick<Tx, "municipality" | "category" | "target">): Promise<TargetFacts> {
  const [municipalities, categories, rows] = [
    await tx.municipality.findMany({ select: { slug: true, targetAnswerDays: true, targetFixDays: true } }),
    await tx.category.findMany({ select: { slug: true, targetFixDays: true } }),
    await tx.target.findMany(),
  ];
  return { municipalities, categories, rows };
}
