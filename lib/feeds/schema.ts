import { type Target, targetSchema } from "../follows/schema";
import { type ReportFilter, readFilter } from "../reports/schema";

/** What a feed's address asks for: what can be followed, or the list of reports with its filter. */
export type Asked = Target | { kind: "list"; filter: ReportFilter };

const named = {
  municipalities: "municipality",
  categories: "category",
  neighbourhoods: "place",
  reports: "ref",
} as const;
const kinds = {
  municipalities: "municipality",
  categories: "category",
  neighbourhoods: "neighbourhood",
  reports: "report",
} as const;

/**
 * Reads a feed's address.
 * @param path its parts after the language: ["municipalities", "prishtina.atom"]
 * @returns undefined for an address that is no feed's
 */
export function readFeed(path: string[], query: URLSearchParams): Asked | undefined {
  const last = path.at(-1);
  if (!last?.endsWith(".atom") || path.length > 2) return undefined;
  const name = last.slice(0, -".atom".length);
  const [folder] = path;
  if (path.length === 1 && name === "reports") return { kind: "list", filter: readFilter(query) };
  if (path.length === 1 && name === "circle")
    return targetSchema.safeParse({ ...Object.fromEntries(query), kind: "circle" }).data;
  if (path.length !== 2 || !folder || !Object.hasOwn(kinds, folder)) return undefined;
  const key = folder as keyof typeof kinds;
  const fields = {
    kind: kinds[key],
    [named[key]]: name,
    ...(key === "categories" && { municipality: query.get("municipality") }),
  };
  return targetSchema.safeParse(fields).data;
}
