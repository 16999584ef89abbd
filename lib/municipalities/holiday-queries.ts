import "server-only";
import type { Actor } from "../accounts/actor";
import { db } from "../db/client";
import { type Effect, effectOf } from "../reports/clock-effect";
import { type FeastName, freeDays, makeCalendar, proposalsFor } from "./calendar";
import { missingProposals } from "./holiday-proposals";
import { written } from "./holidays";
import { canEditHolidays } from "./policy";
import type { HolidayChange } from "./schema";
import { readTargets, targetsOf } from "./targets";

const kept = () => db().holiday.findMany({ orderBy: [{ day: "asc" }, { nameEn: "asc" }] });
type Kept = Awaited<ReturnType<typeof kept>>[number];

/** A holiday of a year; `id` is null for one that is only proposed. `free`: the day that is free for it, if any is. */
export type HolidayRow = {
  id: string | null;
  feast: FeastName | null;
  names: { nameSq: string; nameSr: string; nameEn: string } | null;
  day: string;
  free: string | null;
  checked: boolean;
};

const ofYear = <T extends { day: string }>(rows: T[], year: number): T[] =>
  rows.filter(({ day }) => day.startsWith(`${year}-`));
const toFeast = ({ day, moves }: Kept) => ({ day: written(day), moves });

/** The holidays of a year, kept or else proposed, for whoever edits them; null for everybody else. */
export async function listHolidays(actor: Actor, year: number) {
  if (!canEditHolidays(actor)) return null;
  const all = await kept();
  const rows = all.filter(({ day }) => day.getUTCFullYear() === year);
  const following = all.filter(({ day }) => day.getUTCFullYear() === year + 1).map(toFeast);
  const after = following.length > 0 ? following : proposalsFor(year + 1);
  const days = rows.length > 0 ? rows.map(toFeast) : proposalsFor(year);
  const free = freeDays(days, after);
  const holidays: HolidayRow[] =
    rows.length > 0
      ? rows.map(({ id, day, checked, nameSq, nameSr, nameEn }, i) => ({
          id,
          feast: null,
          names: { nameSq, nameSr, nameEn },
          day: written(day),
          free: free[i] ?? null,
          checked,
        }))
      : proposalsFor(year).map(({ feast, day, checked }, i) => ({
          id: null,
          feast,
          names: null,
          day,
          free: free[i] ?? null,
          checked,
        }));
  return { isKept: rows.length > 0, holidays };
}

/** What is kept after a change; the command does the same to the table. */
function changed(rows: Kept[], change: HolidayChange) {
  const days = rows.map((row) => ({ ...toFeast(row), id: row.id, nameEn: row.nameEn }));
  switch (change.change) {
    case "propose": {
      return [...days, ...missingProposals(ofYear(days, change.year), change.year)];
    }
    case "add": {
      const year = Number(change.day.slice(0, 4));
      const others = ofYear(days, year).length > 0 ? [] : proposalsFor(year);
      return [...days, ...others, { day: change.day, moves: change.moves }];
    }
    case "move":
      return days.map((row) => (row.id === change.id ? { ...row, day: change.day } : row));
    case "remove":
      return days.filter(({ id }) => id !== change.id);
  }
}

/** How many open reports would be due at another moment after a change; null for who may not make it. */
export async function holidayEffect(actor: Actor, change: HolidayChange): Promise<Effect | null> {
  if (!canEditHolidays(actor)) return null;
  const calendar = makeCalendar(changed(await kept(), change));
  return effectOf({ targets: targetsOf(await readTargets(db())), calendar });
}
