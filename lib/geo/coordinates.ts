import type { Position } from "./locate";

/** A number as people write it: decimal point or comma, a degree sign, a letter for the side of the world. */
const NUMBER = /[-+]?\d{1,3}(?:[.,]\d+)?/g;

const asNumber = (text: string): number => Number(text.replace(",", "."));

/** "42,663, 21,162" has commas of both kinds: those between two numbers become spaces. */
const numbersIn = (text: string): number[] => {
  const spaced = text.includes(".") ? text.replace(/,/g, " ") : text.replace(/[,;]\s|;/g, " ");
  return (spaced.match(NUMBER) ?? []).map(asNumber);
};

/** Kosovo lies between these; the two ranges don't meet, so that a swapped pair can be told. */
const looksSwapped = (first: number, second: number) => first > 19 && first < 23 && second > 41 && second < 44;

/**
 * Reads coordinates as people type or paste them: both in one field ("42.66, 21.16", "42,66; 21,16", "N 42.66° E 21.16°")
 * or one in each, in either order where they lie in Kosovo.
 * @returns WGS84 degrees; null when nothing was typed; undefined when it can't be read
 */
export function parseCoordinates(lat: string, lon: string): Position | null | undefined {
  if (lat.trim() === "" && lon.trim() === "") return null;
  const numbers = [...numbersIn(lat), ...numbersIn(lon)];
  const [first, second] = numbers;
  if (numbers.length !== 2 || first === undefined || second === undefined) return undefined;
  const position = looksSwapped(first, second) ? { lat: second, lon: first } : { lat: first, lon: second };
  return Math.abs(position.lat) <= 85 && Math.abs(position.lon) <= 180 ? position : undefined;
}
