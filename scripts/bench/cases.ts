import { mapFilters } from "./views";

/** Reads of the list, the search, the statistics and the desk to measure; `i` counts the runs, so that each asks for something else. */
export async function cases(): Promise<(readonly [name: string, read: (i: number) => Promise<unknown>])[]> {
  const { db } = await import("../../lib/db/client");
  const { countReports } = await import("../../lib/map/counts");
  const { findPublicReport, listReports } = await import("../../lib/reports/queries");
  const { listDesk } = await import("../../lib/reports/desk-queries");
  const { readFigures } = await import("../../lib/statistics/queries");
  const { readFilter } = await import("../../lib/reports/schema");
  const { anonymous } = await import("../../lib/accounts/actor");
  const seats = await db().municipality.findMany({ select: { slug: true, seatLat: true, seatLon: true } });
  const refs = await db().report.findMany({ select: { ref: true }, take: 500, orderBy: { id: "asc" } });
  const seat = (i: number) => seats[i % seats.length] ?? { slug: "prishtina", seatLat: 42.663, seatLon: 21.162 };
  const admin = {
    kind: "person" as const,
    id: crypto.randomUUID(),
    email: "bench@example.org",
    name: null,
    locale: "sq" as const,
    grants: [{ role: "admin" as const, municipalityId: null, departmentId: null }],
  };
  const current = readFilter({});
  const search = (q: string) => [
    [`search “${q}”`, () => listReports(readFilter({ q }))] as const,
    [`count of “${q}”`, () => countReports(readFilter({ q }))] as const,
  ];
  const at = (i: number) => ({ lat: seat(i).seatLat, lon: seat(i).seatLon });
  let cursor: string | null | undefined;
  // Page 1,000 and those behind it.
  for (let page = 1; page < 1000; page++)
    cursor = (await listReports(readFilter({ show: "all" }), cursor)).next ?? cursor;
  return [
    ...Object.entries(mapFilters).map(
      ([name, params]) => [`list, ${name}`, () => listReports(readFilter(params))] as const,
    ),
    [
      "list, a category of a municipality",
      (i) => listReports(readFilter({ municipality: seat(i).slug, category: "lighting" })),
    ],
    ["list, overdue", () => listReports(readFilter({ only: "overdue" }))],
    [
      "list, reopened in a municipality",
      (i) => listReports(readFilter({ only: "reopened", municipality: seat(i).slug })),
    ],
    ["list, most affected", () => listReports(current, null, { sort: "affected" })],
    [
      "list, longest waiting in a municipality",
      (i) => listReports(readFilter({ show: "open", municipality: seat(i).slug }), null, { sort: "waiting" }),
    ],
    ["list, nearest", (i) => listReports(current, null, { sort: "nearest", at: at(i) })],
    [
      "list, nearest, of another municipality",
      (i) => listReports(readFilter({ municipality: seat(i + 1).slug }), null, { sort: "nearest", at: at(i) }),
    ],
    [
      "list, page 1,000 and on",
      async () => {
        cursor = (await listReports(readFilter({ show: "all" }), cursor)).next;
      },
    ],
    ...["rruge", "gropë shkolla", "semafori kopshti", "zona4321", "jzona17 puseta", "xylofon", "rr"].flatMap(search),
    [
      "search “zona43” in a municipality, most affected",
      (i) => listReports(readFilter({ q: "zona43", municipality: seat(i).slug }), null, { sort: "affected" }),
    ],
    ["count, current", () => countReports(current)],
    ["count, last 90 days", () => countReports(readFilter({ period: "90" }))],
    ["count, overdue", () => countReports(readFilter({ only: "overdue" }))],
    ["statistics, all municipalities", () => readFigures()],
    ["a report's page", (i) => findPublicReport(refs[i % refs.length]?.ref ?? "", anonymous)],
    ["desk, open", (i) => listDesk(admin, seat(i).slug, "open")],
    ["desk, overdue", (i) => listDesk(admin, seat(i).slug, "overdue")],
  ];
}
