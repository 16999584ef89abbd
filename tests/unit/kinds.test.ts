import { describe, expect, test } from "vitest";
import { distance, type Kind, rankKinds, wordsOf } from "@/lib/municipalities/match";
import { categories } from "@/lib/municipalities/reference";
import { kindGroups, synonyms } from "@/lib/municipalities/reference-kinds";

const kinds: Kind[] = categories.map(({ slug, nameSq, nameSr, nameEn }) => ({
  slug,
  words: wordsOf(nameSq, nameSr, nameEn, synonyms[slug] ?? ""),
}));

describe("the kind is found by what people type", () => {
  test.each([
    // As people write it: without accents, with dialect, with slips of the finger.
    ["drita rruges", "lighting"],
    ["dritat nuk punojn", "lighting"],
    ["ndriqimi publik", "lighting"],
    ["rasveta", "lighting"],
    ["rasvjeta ne radi", "lighting"],
    ["stret light", "lighting"],
    ["kontejner pun", "waste"],
    ["kontenjer i mbushur", "waste"],
    ["smece", "waste"],
    ["plehrat", "waste"],
    ["gropa ne asfalt", "potholes"],
    ["grop e madhe", "potholes"],
    ["rupe na putu", "potholes"],
    ["pothole", "potholes"],
    ["pothloe", "potholes"],
    ["trotuari i thyem", "pavement"],
    ["trotoar", "pavement"],
    ["qent endacak", "animals"],
    ["psi lutalice", "animals"],
    ["ska uje", "water"],
    ["nema vode", "water"],
    ["kanalizimi", "sewage"],
    ["saht se izliva", "sewage"],
    ["semafori", "signs"],
    ["divlja deponja", "dump"],
    ["nestanak struje", "power"],
    ["rryma", "power"],
    ["rruga magjistrale", "main-road"],
    ["muzik e lart naten", "noise"],
    ["parkirano na trotoaru", "parking"],
    ["drvo palo", "parks"],
    ["invalidska kolica", "accessibility"],
    ["stanica autobusa", "bus-stop"],
  ])("%s", (typed, slug) => {
    expect(rankKinds(typed, kinds)[0]).toBe(slug);
  });

  test("what means nothing finds nothing", () => {
    for (const typed of ["", "  ", "xq", "zzzzzz", "12345"]) expect(rankKinds(typed, kinds)).toEqual([]);
  });

  test("a title of many words puts the likely kind among the first three", () => {
    expect(rankKinds("Gropë e thellë para shkollës, rrezik për fëmijët", kinds).slice(0, 3)).toContain("potholes");
    expect(rankKinds("Ulično svetlo ne radi već dve nedelje", kinds).slice(0, 3)).toContain("lighting");
  });

  test("every kind has its words and its heading", () => {
    for (const { slug } of categories) {
      expect(kindGroups[slug], slug).toBeDefined();
      if (slug !== "other") expect(synonyms[slug]?.split(",").length, slug).toBeGreaterThan(8);
    }
  });
});

test("slips are counted: changed, added, dropped, swapped", () => {
  expect(["pothole", "pothle", "pothoole", "pothloe", "pathole"].map((word) => distance(word, "pothole", 2))).toEqual([
    0, 1, 1, 1, 1,
  ]);
  expect(distance("lamp", "pavement", 2)).toBe(3);
});
