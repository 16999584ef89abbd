import { describe, expect, test } from "vitest";
import { searchPlaces } from "@/lib/municipalities/queries";

describe("place search", () => {
  test.each([
    ["peje", "Pejë"],
    ["PEĆ", "Pejë"],
    ["djakovica", "Gjakovë"],
    ["đakovica", "Gjakovë"],
    ["gjakova", "Gjakovë"],
    ["urosevac", "Ferizaj"],
    ["kosovska mitrovica", "Mitrovicë"],
    ["pristina", "Prishtinë"],
  ])("%s finds %s first", async (typed, found) => {
    expect((await searchPlaces(typed))[0]?.nameSq).toMatch(new RegExp(`^${found}`));
  });

  test("a part of a name finds it, one letter or nonsense finds nothing, and no sign is taken for a pattern", async () => {
    expect((await searchPlaces("ulpian")).map(({ nameSq }) => nameSq)).toContain("Ulpiana e Re");
    for (const typed of ["", "p", "%", "__", "'; drop table place; --", "xyzzyx"])
      expect(await searchPlaces(typed)).toEqual([]);
  });
});
