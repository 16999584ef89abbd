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
import {
  filterQuery,
  type Order,
  orderSchema,
  type ReportFilter,
  readFilter,
  type SearchParams,
  scopeOf,
  viewQuery,
} from "../reports/schema";
import { countReports, isFiner, type ReportCounts } from "./counts";

/** What an address shows of the public reports: the same for the list and the map. */
export type View = {
  filter: ReportFilter;
  order: Order;
  /** Filter, and filter with order, as they stand in an address. */
  filterQuery: string;
  query: string;
  municipalities: MunicipalitySummary[];
  categories: CategorySummary[];
  page: Page<ReportCard>;
  /** Reports the filter finds on all pages together. */
  counts: ReportCounts;
  /** How many more there would be if everything were shown; null where that isn't known. */
  hidden: number | null;
  /** Whether this is a later page than the first. */
  later: boolean;
  /** Places by the name that was looked for. */
  places: FoundPlace[];
  /** The number looked for is one that no public report has. */
  unknownRef: boolean;
};

/** A parameter as text; the first one where it stands there twice. */
export const textParam = (params: SearchParams, name: string): string => {
  const value = params[name];
  return ((Array.isArray(value) ? value[0] : value) ?? "").trim().slice(0, 100);
};

/**
 * Reads the view from an address; a municipality or category that doesn't exist is left out, as other nonsense is.
 * What waits longest is what is open, however long nothing moved.
 */
export async function loadView(params: SearchParams): Promise<View> {
  const [municipalities, categories] = await Promise.all([listMunicipalities(), listCategories()]);
  // A report's number had a box and a parameter of its own until November 2026.
  const asked = readFilter({ ...params, q: textParam(params, "q") || textParam(params, "number") });
  const order = orderSchema.parse(params);
  const filter: ReportFilter = {
    ...asked,
    municipality: municipalities.find(({ slug }) => slug === asked.municipality)?.slug,
    category: categories.find(({ slug }) => slug === asked.category)?.slug,
    show: order.sort === "waiting" ? "open" : asked.show,
  };
  const after = textParam(params, "after");
  const scope = scopeOf(filter);
  const [page, counts, all, places] = await Promise.all([
    listReports(filter, after || undefined, order),
    countReports(filter),
    scope === "all" || isFiner(filter) ? null : countReports({ ...filter, show: "all" }),
    filter.q ? searchPlaces(filter.q, 5) : [],
  ]);
  return {
    ...{ filter, order, municipalities, categories, page, counts, places },
    filterQuery: filterQuery(filter),
    query: viewQuery(filter, order),
    hidden: all && all.count - counts.count,
    later: after !== "",
    unknownRef: Boolean(filter.q && parseRef(filter.q)),
  };
}

/** A public report by its number, as people write it. */
export async function findRef(text: string): Promise<string | undefined> {
  const ref = parseRef(text);
  if (!ref) return undefined;
  return (await db().report.findFirst({ where: { ref, isPublic: true }, select: { ref: true } }))?.ref;
}
