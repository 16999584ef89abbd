import { describe, expect, test } from "vitest";
import { groupMarks } from "@/components/map/group";
import { readView, viewHash } from "@/components/map/hash";
import { texts } from "@/lib/i18n/texts";
import { type MapPin, parseTile } from "@/lib/map/schema";
import { filterQuery, filterSchema, orderSchema, readFilter, viewQuery } from "@/lib/reports/schema";

const pin = (ref: string, lat: number, lon: number, status: MapPin["status"] = "open"): MapPin => ({
  ref,
  lat,
  lon,
  status,
  category: "waste",
  icon: "trash",
  title: ref,
});
/** One degree is a thousand pixels. */
const project = (lat: number, lon: number) => ({ x: lon * 1000, y: lat * 1000 });
const tile = (...pins: MapPin[]) => ({ clusters: [], pins, partial: false });

describe("marks on the map", () => {
  test("pins that would hide each other become a cluster that counts them", () => {
    const marks = groupMarks([tile(pin("A", 0, 0), pin("B", 0.01, 0, "fixed")), tile(pin("C", 0.5, 0.5))], 12, project);
    expect(marks).toEqual([
      {
        kind: "cluster",
        cluster: { lat: 0.005, lon: 0, count: 2, open: 1, fixed: 1 },
        members: [expect.objectContaining({ ref: "A" }), expect.objectContaining({ ref: "B" })],
      },
      { kind: "pin", pin: expect.objectContaining({ ref: "C" }), aside: { x: 0, y: 0 } },
    ]);
  });

  test("clusters near one another join, and nothing is lost in the count", () => {
    const clusters = Array.from({ length: 20 }, (_, i) => ({ lat: 0, lon: i * 0.02, count: i + 1, open: i, fixed: 1 }));
    const marks = groupMarks([{ clusters, pins: [pin("A", 0, 0)], partial: false }], 10, project);
    const counted = marks.map((mark) => (mark.kind === "cluster" ? mark.cluster.count : 1));
    expect(counted.reduce((a, b) => a + b)).toBe(211);
    expect(marks.length).toBeLessThan(15);
  });

  test("as deep as the map goes, twenty pins on one spot stand around it, each to be pressed", () => {
    const marks = groupMarks([tile(...Array.from({ length: 20 }, (_, i) => pin(`P${i}`, 1, 1)))], 19, project);
    const spots = marks.map((mark) => (mark.kind === "pin" ? mark.aside : { x: 0, y: 0 }));
    expect(spots).toHaveLength(20);
    for (const [i, a] of spots.entries())
      for (const b of spots.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(44);
  });
});

describe("addresses", () => {
  test("a view of the map survives its way through the address", () => {
    const view = { zoom: 14, center: [42.65901, 20.288] as [number, number] };
    expect(readView(viewHash(view))).toEqual(view);
    for (const odd of ["", "#list", "#map=14/42", "#map=x/1/2", "#map=14/42/20/1"])
      expect(readView(odd)).toBeUndefined();
  });

  test("a filter survives its way through the address, always written the same", () => {
    const query = "municipality=peja&category=waste&status=open&status=fixed&period=30&only=overdue";
    expect(filterQuery(readFilter(new URLSearchParams(query)))).toBe(query);
    expect(filterQuery(readFilter(new URLSearchParams("status=fixed&status=open")))).toBe("status=open&status=fixed");
    expect(filterQuery(readFilter({ status: "fixed", period: "7", municipality: "PEJA" }))).toBe("status=fixed");
    expect(filterQuery(readFilter({}))).toBe("");
    expect(filterQuery(readFilter({ show: "all", q: "  gropë e madhe " }))).toBe("q=grop%C3%AB+e+madhe&show=all");
    // Who chooses a status sees all that has it, and a filter made by the program leaves nothing out.
    expect(filterQuery(readFilter({ status: "fixed", show: "all" }))).toBe("status=fixed");
    expect(filterQuery(filterSchema.parse({}))).toBe("show=all");
  });

  test("an order survives its way through the address; the nearest to nowhere are the newest", () => {
    const order = orderSchema.parse({ sort: "nearest", lat: "42.66", lon: "20.288" });
    expect(viewQuery(readFilter({}), order)).toBe("sort=nearest&lat=42.66000&lon=20.28800");
    expect(viewQuery(readFilter({}), orderSchema.parse({ sort: "affected" }))).toBe("sort=affected");
    for (const odd of [{ sort: "nearest" }, { sort: "nearest", lat: "x", lon: "1" }, { sort: "x" }, {}])
      expect(orderSchema.parse(odd)).toEqual({ sort: "newest" });
  });

  test("tiles are read strictly", () => {
    expect(parseTile("9", "285", "189.json")).toEqual({ z: 9, x: 285, y: 189 });
    expect(parseTile("0", "0", "0.json")).toEqual({ z: 0, x: 0, y: 0 });
    expect(parseTile("0", "1", "0.json")).toBe("nowhere");
    expect(parseTile("1e1", "1", "0.json")).toBe("malformed");
  });
});

test("how long ago something was is said in the largest whole unit", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  const { ago } = texts("en");
  expect(ago(new Date("2026-11-24T11:59:50Z"), now)).toBe("1 minute ago");
  expect(ago(new Date("2026-11-24T09:00:00Z"), now)).toBe("3 hours ago");
  expect(ago(new Date("2026-11-22T11:00:00Z"), now)).toBe("2 days ago");
  expect(ago(new Date("2026-08-01T11:00:00Z"), now)).toBe("3 months ago");
  expect(texts("sr").ago(new Date("2026-11-21T11:00:00Z"), now)).toBe("pre 3 dana");
  expect(texts("sq").ago(new Date("2026-11-21T11:00:00Z"), now)).toBe("3 ditë më parë");
});
