import { TIME_ZONE } from "../i18n/texts";

/** Digests go out at this hour of Kosovo's clock. */
export const DIGEST_HOUR = 7;

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: TIME_ZONE, hour: "2-digit", hourCycle: "h23" });
const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE, dateStyle: "short" });
const DAY = 24 * 3600 * 1000;

/** Seven o'clock in Kosovo on a calendar day, given as its midnight UTC. Clocks change at night: it comes once every day. */
function sevenOn(day: number): Date {
  const guess = day + DIGEST_HOUR * 3600 * 1000;
  const ahead = Number(clock.format(guess)) - DIGEST_HOUR;
  return new Date(guess - ahead * 3600 * 1000);
}

/** The latest moment up to now at which a digest was due: today or yesterday at seven; weekly, on a Monday. */
export function lastDue(cadence: "daily" | "weekly", now: Date): Date {
  let day = Date.parse(calendar.format(now));
  while (sevenOn(day) > now || (cadence === "weekly" && new Date(day).getUTCDay() !== 1)) day -= DAY;
  return sevenOn(day);
}

/** The calendar day of a moment in Kosovo: "2026-11-25". */
export const dayOf = (moment: Date): string => calendar.format(moment);
