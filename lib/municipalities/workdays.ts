import { type Calendar, calculated } from "./calendar";

/** Kosovo's clock; the same as in lib/i18n/texts, which pages use. */
const zone = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Belgrade", timeZoneName: "longOffset" });
const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;

const offsets = new Map<number, number>();

/** How far Kosovo's clock is ahead at a moment, in milliseconds. It changes on Sundays, at a full hour. */
function ahead(moment: number): number {
  const hour = Math.floor(moment / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const name = zone.formatToParts(hour * HOUR).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, hours = "0", minutes = "0"] = /GMT\+(\d+):(\d+)/.exec(name) ?? [];
  const found = Number(hours) * HOUR + Number(minutes) * 60_000;
  if (offsets.size > 100_000) offsets.clear();
  offsets.set(hour, found);
  return found;
}

/** What a clock on a wall in Kosovo shows, counted as if there were no other. */
const wall = (moment: Date): number => moment.getTime() + ahead(moment.getTime());

function fromWall(time: number): Date {
  const guess = time - ahead(time - HOUR);
  return new Date(time - ahead(guess));
}

const dayOf = (time: number): number => Math.floor(time / DAY);

/** The day of a moment in Kosovo, in days since 1970. */
export const kosovoDay = (moment: Date): number => dayOf(wall(moment));

/** Whether a moment lies on a day on which a municipality works. */
export const isWorkday = (moment: Date, calendar: Calendar = calculated): boolean =>
  calendar.isWorkday(kosovoDay(moment));

/**
 * Working time that has passed up to a moment, in milliseconds from a fixed one on: a working day is all its 24 hours, any
 * other day nothing. Differences of it are what clocks run on.
 */
export function workedUntil(moment: Date, calendar: Calendar = calculated): number {
  const time = wall(moment);
  const day = dayOf(time);
  return calendar.before(day) * DAY + (calendar.isWorkday(day) ? time - day * DAY : 0);
}

/** The first moment at which so much working time has passed; the last one of its day rather than the first of the next. */
export function momentWorked(worked: number, calendar: Calendar = calculated, from = new Date(0)): Date {
  const whole = Math.ceil(worked / DAY);
  // The day that ends with so many working days behind it: never sooner than so many days after the beginning.
  let low = kosovoDay(from) - 1;
  let high = low + 1;
  for (let step = 1; calendar.before(high + 1) < whole; step *= 2) {
    low = high;
    high += step;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (calendar.before(middle + 1) >= whole) high = middle;
    else low = middle;
  }
  const time = high * DAY + (worked - calendar.before(high) * DAY);
  return fromWall(time === (high + 1) * DAY ? time - 1 : time);
}

/**
 * The moment by which something is due.
 * @param from a moment
 * @param days working days: filed on one at ten, at ten so many later; filed on a free day, at the end of the last of them
 * @param paused working time that doesn't count, in milliseconds
 */
export function addWorkdays(from: Date, days: number, calendar: Calendar = calculated, paused = 0): Date {
  return momentWorked(workedUntil(from, calendar) + days * DAY + paused, calendar, from);
}

/** How many working days lie after the day of one moment, up to that of another; none where that comes first. */
export function workdaysBetween(from: Date, to: Date, calendar: Calendar = calculated): number {
  return Math.max(0, calendar.before(kosovoDay(to) + 1) - calendar.before(kosovoDay(from) + 1));
}
