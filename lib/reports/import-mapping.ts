import { z } from "zod";

/**
 * The product's category for each of a file's: by "category/sf_category" or by "category" alone, the closer one first.
 * What isn't in it is rejected, never guessed.
 */
export type CategoryMapping = Readonly<Record<string, string>>;

/** A mapping given as JSON: { "their category": "our slug" }. */
export const mappingSchema = z.record(z.string().min(1), z.string().regex(/^[a-z-]{2,40}$/));

/** For exports of the form described in docs/import.md. */
export const defaultMapping: CategoryMapping = {
  waste: "waste",
  green: "parks",
  lighting: "lighting",
  signs: "signs",
  sidewalk: "pavement",
  road: "potholes",
  "water-sewer": "sewage",
  parking: "parking",
  vehicle: "parking",
  noise: "noise",
  graffiti: "other",
  "public-property": "other",
  transport: "other",
  other: "other",
};

/** Our category for a line's two. */
export function mapCategory(mapping: CategoryMapping, category: string, finer: string): string | undefined {
  const closer = `${category}/${finer}`;
  if (Object.hasOwn(mapping, closer)) return mapping[closer];
  return Object.hasOwn(mapping, category) ? mapping[category] : undefined;
}
