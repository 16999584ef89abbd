import "server-only";
import { db } from "../db/client";
import {
  type CategorySummary,
  type FoundPlace,
  listCategories,
  listMunicipalities,
  type MunicipalitySummary,
  searchPlaces,
} from "../municipalities/queries";
import { listReports, type Page, type ReportCard } from "../reports/queries";
import { parseRef } from "../reports/ref";
import { type ReportFilter, readFilter, type SearchParams } from "../reports/schema";
import { countReports } from "./queries";

/** What an address shows of the public reports: the same for the list and the map. */
export type View = {
  filter: ReportFilter;
  municipalities: MunicipalitySummary[];
  categories: CategorySummary[];
  page: Page<ReportCard>;
  /** Reports the filter finds on all pages together. */
  counts: { count: number; open: number; fixed: number };
  /** Whether this is a later page than the first. */
  later: boolean;
};

/** A parameter as text; the first one where it stands there twice. */
export const textParam = (params: SearchParams, name: string): string => {
  const value = params[name];
  return ((Array.isArray(value) ? value[0] : value) ?? "").trim().slice(0, 100);
};

/** Reads the view from an address; a municipality or category that doesn't exist is left out, as other nonsense is. */
export async function loadView(params: SearchParams): Promise<View> {
  const [municipalities, categories] = await Promise.all([listMunicipalities(), listCategories()]);
  const asked = readFilter(params);
  const filter = {
    ...asked,
    municipality: municipalities.find(({ slug }) => slug === asked.municipality)?.slug,
    category: categories.find(({ slug }) => slug === asked.category)?.slug,
  };
  const after = textParam(params, "after");
  const [page, counts] = await Promise.all([listReports(filter, after || undefined), countReports(filter)]);
  return { filter, municipalities, categories, page, counts, later: after !== "" };
}

export type Found =
  | { kind: "report"; ref: string }
  | { kind: "places"; places: FoundPlace[] }
  /** Written like a report's number, but no public report has it. */
  | { kind: "unknown_report" }
  | { kind: "nothing" };

/** A public report by its number, as people write it. */
export async function findRef(text: string): Promise<string | undefined> {
  const ref = parseRef(text);
  if (!ref) return undefined;
  return (await db().report.findFirst({ where: { ref, isPublic: true }, select: { ref: true } }))?.ref;
}

/** What somebody looks for on the map: a report by its number, or places by their names. */
export async function search(text: string): Promise<Found> {
  const ref = await findRef(text);
  if (ref) return { kind: "report", ref };
  if (parseRef(text)) return { kind: "unknown_report" };
  const places = await searchPlaces(text, 5);
  return places.length > 0 ? { kind: "places", places } : { kind: "nothing" };
}
