import { expect, test } from "vitest";
import { parseCoordinates } from "@/lib/geo/coordinates";

const there = { lat: 42.663, lon: 21.162 };

test.each([
  ["42.663", "21.162"],
  ["42.663, 21.162", ""],
  ["42.663,21.162", ""],
  ["42.663 21.162", ""],
  ["", " 42.663, 21.162 "],
  ["42,663", "21,162"],
  ["42,663; 21,162", ""],
  ["42,663, 21,162", ""],
  ["42,663 21,162", ""],
  ["N 42.663° E 21.162°", ""],
  ["(42.663, 21.162)", ""],
  ["21.162, 42.663", ""],
])("%s | %s is read", (lat, lon) => {
  expect(parseCoordinates(lat, lon)).toEqual(there);
});

test("nothing typed is nothing; what can't be read is said to be so", () => {
  expect(parseCoordinates("", "  ")).toBeNull();
  for (const [lat, lon] of [
    ["42.663", ""],
    ["before the school", ""],
    ["42.663, 21.162", "21.162"],
    ["99.5", "21.1"],
    ["42°39'46\" 21°9'43\"", ""],
  ] as const)
    expect(parseCoordinates(lat, lon)).toBeUndefined();
});
