/** A public holiday on the day it is kept. */
export type Feast = {
  /** YYYY-MM-DD */
  day: string;
  /** When it falls on a weekend, the next working day is free. */
  moves: boolean;
};

/** Holidays by law No. 03/L-064, Article 2: eight with a date, two after Easter, two of the Islamic calendar. */
export const feasts = [
  "new_year",
  "new_year_2",
  "orthodox_christmas",
  "independence",
  "constitution",
  "labour",
  "europe",
  "catholic_christmas",
  "catholic_easter",
  "orthodox_easter",
  "eid_fitr",
  "eid_adha",
] as const;
export type FeastName = (typeof feasts)[number];

/** A holiday as the law and the calculation have it. `checked` is false where the state proclaims the day shortly before. */
export type Proposal = Feast & { feast: FeastName; checked: boolean };

const fixedDays: Partial<Record<FeastName, string>> = {
  new_year: "01-01",
  new_year_2: "01-02",
  orthodox_christmas: "01-07",
  independence: "02-17",
  constitution: "04-09",
  labour: "05-01",
  europe: "05-09",
  catholic_christmas: "12-25",
};

const DAY = 24 * 3600 * 1000;
const dayNumber = (day: string): number => Date.parse(day) / DAY;
const written = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** Easter Sunday of the Gregorian calendar, as a day since 1970 (Meeus, Jones and Butcher). */
function catholicEaster(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1) / DAY;
}

/** Easter Sunday of the Julian calendar, as a day since 1970 (Meeus); 13 days lie between the calendars until 2099. */
function orthodoxEaster(year: number): number {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const sum = moon + weekday + 114;
  const centuries = Math.floor(year / 100);
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1) / DAY + centuries - Math.floor(centuries / 4) - 2;
}

const islamic = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
  day: "numeric",
  month: "numeric",
  timeZone: "UTC",
});

/** Days of a year that are this day of the Islamic calendar as calculated; a year may hold two, or none. */
function islamicDays(year: number, month: number, day: number): number[] {
  const found: number[] = [];
  const end = Date.UTC(year + 1, 0, 1) / DAY;
  for (let number = Date.UTC(year, 0, 1) / DAY; number < end; number++) {
    const parts = islamic.formatToParts(number * DAY);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    if (part("month") === month && part("day") === day) found.push(number);
  }
  return found;
}

const proposed = new Map<number, Proposal[]>();

/** The holidays of a year by law and calculation, in the order of their days. */
export function proposalsFor(year: number): Proposal[] {
  const known = proposed.get(year);
  if (known) return known;
  const one = (feast: FeastName, day: string, checked = true): Proposal => ({ feast, day, moves: true, checked });
  const made = [
    ...Object.entries(fixedDays).map(([feast, day]) => one(feast as FeastName, `${year}-${day}`)),
    one("catholic_easter", written(catholicEaster(year) + 1)),
    one("orthodox_easter", written(orthodoxEaster(year) + 1)),
    ...islamicDays(year, 10, 1).map((day) => one("eid_fitr", written(day), false)),
    ...islamicDays(year, 12, 10).map((day) => one("eid_adha", written(day), false)),
  ].sort((a, b) => a.day.localeCompare(b.day));
  proposed.set(year, made);
  return made;
}

const isWeekend = (number: number): boolean => (number + 4) % 7 === 0 || (number + 4) % 7 === 6;

/**
 * The day that is free for each holiday of a year: its own; of one on a weekend the next working day that is no holiday
 * itself and not free for another one, where it moves at all; otherwise null.
 * @param following the holidays of the next year, which one at the end of December must not fall upon
 * @param taken days that are free already
 */
export function freeDays(
  year: readonly Feast[],
  following: readonly Feast[] = [],
  taken: ReadonlySet<number> = new Set(),
): (string | null)[] {
  const gone = new Set([...taken, ...[...year, ...following].map(({ day }) => dayNumber(day))]);
  const free = new Map<Feast, string>();
  for (const feast of [...year].sort((a, b) => a.day.localeCompare(b.day))) {
    let to = dayNumber(feast.day);
    if (isWeekend(to)) {
      if (!feast.moves) continue;
      while (isWeekend(to) || gone.has(to)) to++;
      gone.add(to);
    }
    free.set(feast, written(to));
  }
  return year.map((feast) => free.get(feast) ?? null);
}

/** Which days are worked. A day is a number of days since 1 January 1970. */
export type Calendar = {
  isWorkday: (day: number) => boolean;
  /** Working days before a day, from a fixed one on. */
  before: (day: number) => number;
};

const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;
const FIRST = Date.UTC(FIRST_YEAR, 0, 1) / DAY;

/**
 * The calendar of working days: Monday to Friday, without holidays. Of those on a weekend the next working day that isn't
 * itself a holiday is free (Article 4), each its own; two on one working day make one free day.
 * @param kept what is kept in the table; a year without any is taken from law and calculation
 */
export function makeCalendar(kept: readonly Feast[]): Calendar {
  const byYear = new Map<number, Feast[]>();
  for (const feast of kept) {
    const year = Number(feast.day.slice(0, 4));
    byYear.set(year, [...(byYear.get(year) ?? []), feast]);
  }
  const ofYear = (year: number): readonly Feast[] => byYear.get(year) ?? proposalsFor(year);
  const free = new Set<number>();
  /** counts[i]: working days before day FIRST + i. */
  const counts = [0];
  let next = FIRST_YEAR;

  function extend(): void {
    const year = next++;
    for (const day of freeDays(ofYear(year), ofYear(year + 1), free)) if (day !== null) free.add(dayNumber(day));
    const end = Date.UTC(year + 1, 0, 1) / DAY;
    for (let day = FIRST + counts.length - 1; day < end; day++)
      counts.push((counts.at(-1) ?? 0) + (isWeekend(day) || free.has(day) ? 0 : 1));
  }
  function reach(day: number): void {
    while (FIRST + counts.length <= day && next <= LAST_YEAR) extend();
  }
  return {
    isWorkday(day) {
      reach(day + 1);
      return !isWeekend(day) && !free.has(day);
    },
    before(day) {
      reach(day);
      return counts[Math.max(0, Math.min(day - FIRST, counts.length - 1))] ?? 0;
    },
  };
}

/** What is free by law and calculation alone. */
export const calculated: Calendar = makeCalendar([]);
