import fc from "fast-check";
import { describe, expect, test } from "vitest";
import outlines from "@/lib/geo/data/outlines.json";
import places from "@/lib/geo/data/places.json";
import { fold, searchForms } from "@/lib/geo/fold";
import { borderDistance, locate, type Rings } from "@/lib/geo/locate";
import { keyRange, mortonKey } from "@/lib/geo/tiles";

const all = new Map(Object.entries(outlines.municipalities) as [string, Rings][]);

describe("locate", () => {
  test("seats are inside their municipality", () => {
    expect(locate({ lat: 42.663, lon: 21.162 }, all)).toEqual({ kind: "inside", municipality: "prishtina" });
    expect(locate({ lat: 42.214, lon: 20.74 }, all)).toEqual({ kind: "inside", municipality: "prizren" });
  });

  test("Fushë Kosova is in Kosovo but in none of the seven; Tirana and Skopje are outside", () => {
    expect(locate({ lat: 42.635, lon: 21.08 }, all)).toMatchObject({ kind: "elsewhere", nearest: "prishtina" });
    expect(locate({ lat: 41.33, lon: 19.82 }, all)).toEqual({ kind: "outside" });
    expect(locate({ lat: 41.99, lon: 21.43 }, all)).toEqual({ kind: "outside" });
  });

  test("every settlement is found in its own municipality, or near enough a border to ask", () => {
    for (const [municipality, , , , lat, lon] of places.places as [string, string, string, string, number, number][]) {
      const located = locate({ lat, lon }, all);
      if (located.kind === "inside") expect(located.municipality).toBe(municipality);
      else expect(located).toMatchObject({ kind: "border", candidates: expect.arrayContaining([municipality]) });
    }
  }, 30_000);

  test("a point on a border is asked about, whichever", () => {
    const corners = [...all].flatMap(([municipality, rings]) =>
      rings.flatMap((ring) => ring.map((point) => ({ municipality, point }))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...corners), ({ municipality, point: [lon, lat] }) => {
        expect(locate({ lat, lon }, all)).toMatchObject({
          kind: "border",
          candidates: expect.arrayContaining([municipality]),
        });
      }),
      { numRuns: 60 },
    );
  });

  test("distance to a border is negative inside and in metres", () => {
    const prishtina = all.get("prishtina") as Rings;
    const inside = borderDistance({ lat: 42.663, lon: 21.162 }, prishtina);
    expect(inside).toBeLessThan(-1000);
    expect(inside).toBeGreaterThan(-30_000);
  });
});

describe("folding names", () => {
  test("accents, case and đ", () => {
    expect(fold("Pejë")).toBe("peje");
    expect(fold("ĐAKOVICA")).toBe("dakovica");
    expect(searchForms("Gjakovë", "Đakovica")).toBe("gjakove dakovica djakovica");
  });
});

describe("map keys", () => {
  const tile = fc
    .integer({ min: 0, max: 16 })
    .chain((zoom) => fc.record({ zoom: fc.constant(zoom), x: fc.nat(2 ** zoom - 1), y: fc.nat(2 ** zoom - 1) }));

  test("the four children of a tile share its range and nothing else", () => {
    fc.assert(
      fc.property(tile, ({ zoom, x, y }) => {
        const { from, to } = keyRange(zoom, x, y, zoom + 1);
        const children = [0, 1].flatMap((dx) => [0, 1].map((dy) => mortonKey(2 * x + dx, 2 * y + dy)));
        expect(children.sort((a, b) => (a < b ? -1 : 1))).toEqual([from, from + 1n, from + 2n, from + 3n]);
        expect(to).toBe(from + 4n);
      }),
    );
  });
});
