import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wrongIn } from "@/components/offline/check";
import { insteadOf, staticIn } from "@/components/offline/keep";
import { areaOf, findPlaces, nearest } from "@/components/offline/places";
import { emptyTyped, type Typed } from "@/components/offline/store";
import outlines from "@/lib/geo/data/outlines.json";
import { locate, type Rings } from "@/lib/geo/locate";
import type { MapArea } from "@/lib/map/types";
import { personSchema, placeSchema, problemSchema } from "@/lib/reports/schema";

describe("what the service worker keeps", () => {
  test("scripts, styles and Latin fonts that a page, a script or a stylesheet names", () => {
    const page = `<link href="/_next/static/chunks/a.css"><script src="/_next/static/chunks/b.js"></script>
      <script noModule="" src="/_next/static/chunks/old.js"></script>`;
    expect(staticIn(page, "/sq/report/offline")).toEqual(["/_next/static/chunks/a.css", "/_next/static/chunks/b.js"]);
    expect(staticIn(`["static/chunks/c.js","static/chunks/d.css"]`, "/_next/static/chunks/b.js")).toEqual([
      "/_next/static/chunks/c.js",
      "/_next/static/chunks/d.css",
    ]);
    const css = "url(../media/s-latin-1.woff2) url(../media/s-vietnamese-1.woff2) url('../media/s-latin-ext-1.woff2')";
    expect(staticIn(css, "/_next/static/chunks/a.css")).toEqual([
      "/_next/static/media/s-latin-1.woff2",
      "/_next/static/media/s-latin-ext-1.woff2",
    ]);
  });

  test("whoever wants a page gets the form in its language; what is no page gets nothing instead", () => {
    expect(insteadOf("/sr/pledges", "sq")).toBe("/sr/report/offline");
    expect(insteadOf("/en", "sq")).toBe("/en/report/offline");
    expect(insteadOf("/", "sr")).toBe("/sr/report/offline");
    for (const path of ["/api/health", "/photos/1/large", "/feeds/all", "/icon.svg", "/_next/static/x.js"])
      expect(insteadOf(path, "sq")).toBeNull();
  });
});

test("what the form says to be wrong without the server is what the server would say", () => {
  const words = (most: number) =>
    fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.nat(3).map((more) => "x".repeat(most - 1 + more)),
    );
  const typed: fc.Arbitrary<Typed> = fc.record({
    coordinates: fc.constantFrom("", "here", "42.66, 21.16", "42.66"),
    placeText: words(200),
    municipalityId: fc.constant(""),
    categoryId: fc.constantFrom("", "potholes"),
    title: words(120),
    details: words(4000),
    answers: fc.constant({}),
    email: fc.constantFrom(
      "",
      "  ",
      "arta",
      "arta@example",
      "arta@example.com",
      " Arta@Example.com ",
      `${"a".repeat(250)}@b.co`,
    ),
    noEmail: fc.constant(false),
    name: words(80),
    nameShown: fc.boolean(),
  });
  fc.assert(
    fc.property(typed, (one) => {
      const fields = new Set<string>();
      const data = {
        ...one,
        ...(one.coordinates === "42.66, 21.16" && { lat: 42.66, lon: 21.16 }),
        categoryId: one.categoryId || undefined,
      };
      for (const schema of [placeSchema, problemSchema, personSchema])
        for (const issue of schema.safeParse(data).error?.issues ?? []) {
          const field = String(issue.path[0]);
          fields.add(field === "lat" || field === "lon" ? "place" : field);
        }
      expect(Object.keys(wrongIn(one)).sort()).toEqual([...fields].sort());
    }),
  );
  expect(wrongIn({ ...emptyTyped, noEmail: true })).not.toHaveProperty("email");
});

describe("places without network", () => {
  const places = [
    { name: "Prishtinë", forms: " prishtine pristina", lat: 42.663, lon: 21.162 },
    { name: "Prizren", forms: " prizren prizren", lat: 42.21, lon: 20.74 },
    { name: "Kodra e Trimave", forms: " kodra e trimave ", lat: 42.68, lon: 21.175 },
  ];

  test("are found by the beginning of any word, without accents, and by how near they are", () => {
    expect(findPlaces("PRISH", places).map(({ name }) => name)).toEqual(["Prishtinë"]);
    expect(findPlaces("trim", places).map(({ name }) => name)).toEqual(["Kodra e Trimave"]);
    expect(findPlaces("p", places)).toEqual([]);
    const [first] = nearest({ lat: 42.6675, lon: 21.162 }, places, 1);
    expect(first?.name).toBe("Prishtinë");
    expect(Math.round(first?.metres ?? 0)).toBe(501);
  });

  // The server measures each distance to each outline: exact, and slow where the machine is busy.
  test("lie in the municipality the server says, away from its borders", { timeout: 60_000 }, () => {
    const rings = Object.entries(outlines.municipalities) as unknown as [string, Rings | Rings[number]][];
    const all = new Map(rings.map(([slug, ring]) => [slug, (Array.isArray(ring[0]?.[0]) ? ring : [ring]) as Rings]));
    const areas = [...all].map(([slug, outline]) => ({ slug, rings: outline }) as MapArea);
    const around = fc.record({
      lat: fc.double({ min: 41.9, max: 43.2, noNaN: true }),
      lon: fc.double({ min: 20, max: 21.8, noNaN: true }),
    });
    fc.assert(
      fc.property(around, (point) => {
        const said = locate(point, all);
        if (said.kind !== "border")
          expect(areaOf(point, areas)?.slug).toBe(said.kind === "inside" ? said.municipality : undefined);
      }),
      { numRuns: 40 },
    );
  });
});
