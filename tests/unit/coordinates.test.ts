import { expect, test } from "vitest";
import { isPastedLink, parseCoordinates, pastedCoordinates } from "@/lib/geo/coordinates";

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
  // What still stands in the other field doesn't count beside a whole position.
  ["42.663, 21.162", "20.5"],
  ["42.1", "42.663, 21.162"],
  ["42.663°N", "21.162°E"],
])("%s | %s is read", (lat, lon) => {
  expect(parseCoordinates(lat, lon)).toEqual(there);
});

test("nothing typed is nothing; what can't be read is said to be so", () => {
  expect(parseCoordinates("", "  ")).toBeNull();
  for (const [lat, lon] of [
    ["42.663", ""],
    ["before the school", ""],
    ["99.5", "21.1"],
    ["42.663, 21.162, 500", ""],
    ["https://maps.app.goo.gl/8cQkX7aYw21", ""],
  ] as const)
    expect(parseCoordinates(lat, lon)).toBeUndefined();
});

const near = { lat: expect.closeTo(42.66278, 4), lon: expect.closeTo(21.16194, 4) };

test.each([
  `42°39'46"N 21°9'43"E`,
  `42°39'46.0"N, 21°09'43.0"E`,
  "42° 39′ 46″ N 21° 9′ 43″ E",
  "N 42° 39' 46'' E 21° 9' 43''",
  "42°39.7668'N 21°9.7164'E",
  `21°9'43"E 42°39'46"N`,
  "42º39’46” 21º9’43”",
  "42,66278° 21,16194°",
  "lat 42.66278, lon 21.16194",
  "📍 42.66278, 21.16194",
])("%s is read, also in the search", (text) => {
  expect(parseCoordinates(text, "")).toEqual(near);
  expect(pastedCoordinates(text)).toEqual(near);
});

test.each([
  "https://www.google.com/maps/@42.66278,21.16194,17z",
  "https://www.google.com/maps/place/Sheshi/@42.6,21.1,15z/data=!3m1!4b1!4m6!3m5!8m2!3d42.66278!4d21.16194!16s",
  "https://www.google.com/maps/search/?api=1&query=42.66278%2C21.16194",
  "https://www.google.com/maps/search/42.66278,+21.16194?entry=tts",
  "https://maps.google.com/?q=42.66278,21.16194",
  "https://maps.google.com/maps?q=loc:42.66278,21.16194&z=16",
  "https://maps.apple.com/?ll=42.66278,21.16194&q=Pin",
  "https://www.openstreetmap.org/?mlat=42.66278&mlon=21.16194#map=17/42.6/21.1",
  "https://www.openstreetmap.org/#map=17/42.66278/21.16194",
  "geo:42.66278,21.16194?z=17",
  "Ja vendi: https://maps.google.com/?q=42.66278,21.16194 shihemi",
])("the place in %s is read", (link) => {
  expect(pastedCoordinates(link)).toEqual(near);
  expect(parseCoordinates(link, "")).toEqual(near);
});

test("a search for a place is none for coordinates", () => {
  for (const text of ["Rruga 42, 21", "42, 21", "Peja 42.66, 20.28", "prishtina", "", "42.663", "S 5.55 W"])
    expect(pastedCoordinates(text), text).toBeUndefined();
  // What a short link leads to isn't known here.
  expect(pastedCoordinates("https://maps.app.goo.gl/8cQkX7aYw21")).toBeUndefined();
  expect(isPastedLink("https://maps.app.goo.gl/8cQkX7aYw21")).toBe(true);
  expect(isPastedLink("geografia")).toBe(false);
});
