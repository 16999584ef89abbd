/** Where and when a photo says it was taken; never kept with the photo, never shown to the public. */
export type PhotoFacts = {
  /** WGS84 degrees. */
  position?: { lat: number; lon: number };
  /** The day on the camera's clock, "2026-11-20". */
  day?: string;
};

/** The EXIF tags that are read, and no others: position, and the moment the picture was taken. */
export const EXIF_TAGS = { gps: [1, 2, 3, 4], exif: [0x9003] };

/** EXIF's degrees, minutes and seconds, and the side of the world, as signed degrees. */
function degrees(parts: unknown, side: unknown): number {
  const [whole, minutes = 0, seconds = 0] = Array.isArray(parts) ? parts.map(Number) : [Number.NaN];
  const sum = Number(whole) + minutes / 60 + seconds / 3600;
  return side === "S" || side === "W" ? -sum : sum;
}

/** A position a photo may have been taken at. Cameras that don't know theirs write 0/0: that is in the sea, and none. */
export function possiblePosition(lat: number, lon: number): PhotoFacts["position"] {
  const onEarth = Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  const zero = Math.abs(lat) < 0.01 && Math.abs(lon) < 0.01;
  return onEarth && !zero ? { lat, lon } : undefined;
}

const DAY = /^(\d{4})[:-](\d\d)[:-](\d\d)/;
const DAY_MS = 24 * 3600 * 1000;

/**
 * A day a photo may have been taken on, from "2026:11:20 10:11:12" or "2026-11-20".
 * @param today as milliseconds; a camera's clock may be a day ahead of ours
 */
export function possibleDay(text: string, today: number): string | undefined {
  const [, year, month, date] = DAY.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  const at = Date.parse(`${day}T00:00:00Z`);
  // A month of thirteen isn't read at all; 31 June is taken for 1 July and told by that.
  const real = at > Date.parse("1990-01-01") && new Date(at).toISOString().startsWith(day);
  return real && at <= today + DAY_MS ? day : undefined;
}

/** Days after which it is said when a photo was taken: what it shows may be gone. */
const OLD_DAYS = 2;

/** Whether a photo was taken more than two days ago. */
export const isOldDay = (day: string | undefined, now: number = Date.now()): boolean =>
  day !== undefined && now - Date.parse(day) >= (OLD_DAYS + 1) * DAY_MS;

/**
 * What the EXIF tags of a photo say, without what can't be so.
 * @param tags raw values by the numbers of EXIF_TAGS
 * @param now milliseconds
 */
export function factsOf(tags: Record<number, unknown>, now: number): PhotoFacts {
  const position = possiblePosition(degrees(tags[2], tags[1]), degrees(tags[4], tags[3]));
  const day = possibleDay(String(tags[0x9003]), now);
  return { ...(position && { position }), ...(day && { day }) };
}
