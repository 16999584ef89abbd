import type { Position } from "./locate";

/** A number as people write it: decimal point or comma. */
const NUMBER = /[-+]?\d{1,3}(?:[.,]\d+)?/g;

/** Degrees and minutes, with seconds or without: 42°39'46.1", 42° 39.768′. Typed and typeset signs. */
const SEXAGESIMAL =
  /(\d{1,3})\s*[°º]\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’‘](?!['′’])\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”“]|['′’]{2}))?/g;

const D = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
/** How maps and chats write a place into a link, the place itself before the middle of what the map shows. */
const LINKS = [
  new RegExp(`!3d${D}!4d${D}`),
  new RegExp(`[?&]mlat=${D}&mlon=${D}`),
  new RegExp(`[?&](?:q|query|ll|daddr|destination|center)=(?:loc:)?${D},[+\\s]*${D}`),
  new RegExp(`^geo:${D},${D}`),
  new RegExp(`/(?:search|place|dir)/(?:[^?]*/)?${D},[+\\s]*${D}`),
  new RegExp(`@${D},${D}`),
  new RegExp(`#map=[\\d.]+/${D}/${D}`),
];

const asNumber = (text = "0"): number => Number(text.replace(",", "."));

/** "42,663, 21,162" has commas of both kinds: those between two numbers become spaces. */
const numbersIn = (text: string): number[] => {
  const spaced = text.includes(".") ? text.replace(/,/g, " ") : text.replace(/[,;]\s|;/g, " ");
  return (spaced.match(NUMBER) ?? []).map(asNumber);
};

/** Degrees, minutes and seconds as degrees; south and west below zero. */
function sexagesimalIn(text: string): number[] {
  const sides = text.toUpperCase().match(/[NSEW]/g) ?? [];
  return [...text.matchAll(SEXAGESIMAL)].map(([, whole, minutes, seconds], index) => {
    const sum = asNumber(whole) + asNumber(minutes) / 60 + asNumber(seconds) / 3600;
    return sides[index] === "S" || sides[index] === "W" ? -sum : sum;
  });
}

/** Kosovo lies between these; the two ranges don't meet, so that a swapped pair can be told. */
const looksSwapped = (first: number, second: number) => first > 19 && first < 23 && second > 41 && second < 44;

function asPosition([first, second, ...more]: number[]): Position | undefined {
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const position = looksSwapped(first, second) ? { lat: second, lon: first } : { lat: first, lon: second };
  return Math.abs(position.lat) <= 85 && Math.abs(position.lon) <= 180 ? position : undefined;
}

const isLink = (text: string): boolean => /^(?:https?:|geo:)|\bwww\.|\.\w+\//i.test(text);

/** The link in a message; what a chat writes around it is left out. */
function positionInLink(text: string): Position | undefined {
  const link = /(?:https?:|geo:)\S+/i.exec(text)?.[0] ?? text;
  const readable = link.replace(/%2C/gi, ",").replace(/%20/g, "+");
  for (const pattern of LINKS) {
    const [, lat, lon] = pattern.exec(readable) ?? [];
    const position = lat && lon && asPosition([Number(lat), Number(lon)]);
    if (position) return position;
  }
  return undefined;
}

/** A whole position in one text. */
function positionIn(text: string): Position | undefined {
  if (isLink(text)) return positionInLink(text);
  const sexagesimal = sexagesimalIn(text);
  return asPosition(sexagesimal.length > 0 ? sexagesimal : numbersIn(text));
}

/**
 * Reads coordinates as people type or paste them: both in one field ("42.66, 21.16", "42,66; 21,16", "N 42.66° E 21.16°",
 * 42°39'46"N 21°9'43"E, a map's link) or one in each, in either order where they lie in Kosovo. A whole position in one
 * field counts, whatever still stands in the other.
 * @returns WGS84 degrees; null when nothing was typed; undefined when it can't be read
 */
export function parseCoordinates(lat: string, lon: string): Position | null | undefined {
  if (lat.trim() === "" && lon.trim() === "") return null;
  const whole = positionIn(lat) ?? positionIn(lon);
  if (whole) return whole;
  const parts = [lat, lon].flatMap((text) => {
    const sexagesimal = sexagesimalIn(text);
    return sexagesimal.length > 0 ? sexagesimal : numbersIn(text);
  });
  return asPosition(parts);
}

/** Letters that may stand beside coordinates: sides of the world, and "lat", "lon". */
const ONLY_COORDINATES = /^(?:[^\p{L}]|º|[NSEW](?!\p{L})|(?:lat|lon|lng|latitude|longitude)(?!\p{L}))+$/iu;
const PRECISE = /\d[.,]\d{2,}\D+\d{1,3}[.,]\d{2,}|[°º].+[°º]/;

/**
 * Reads coordinates out of a search for a place, where "Rruga 42, 21" is none: a map's link, or nothing but coordinates.
 * @returns WGS84 degrees; undefined for any other text
 */
export function pastedCoordinates(text: string): Position | undefined {
  const trimmed = text.trim();
  if (isPastedLink(trimmed)) return positionInLink(trimmed);
  return ONLY_COORDINATES.test(trimmed) && PRECISE.test(trimmed) ? positionIn(trimmed) : undefined;
}

/** Whether a search is a link, which no place is called. */
export const isPastedLink = (text: string): boolean => /(?:https?:\/\/|geo:|^www\.|maps\.app\.goo\.gl)/i.test(text);
