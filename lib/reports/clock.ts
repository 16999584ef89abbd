import type { Calendar } from "../municipalities/calendar";
import type { Days } from "../municipalities/targets";
import { addWorkdays, workedUntil } from "../municipalities/workdays";
import type { Status } from "./status";

/** An event that changed a report's status. */
export type Step = { at: Date; statusTo: Status };

/** While another institution had it; without an end while it still has. */
export type Pause = { from: Date; to: Date | null };

/** The times in which a report was referred: handed on from one institution to the next is one pause. */
export function pausesOf(steps: readonly Step[]): Pause[] {
  const pauses: Pause[] = [];
  for (const { at, statusTo } of steps) {
    const last = pauses.at(-1);
    const isPaused = last !== undefined && last.to === null;
    if (statusTo === "referred" && !isPaused) pauses.push({ from: at, to: null });
    else if (statusTo !== "referred" && isPaused) last.to = at;
  }
  return pauses;
}

/** When a report is due, and since when its clock stands. */
export type Clock = { answerDueAt: Date; fixDueAt: Date; pausedAt: Date | null };

/**
 * A report's clock, from its events alone: it starts when the report becomes public, stands while another institution has
 * it, and goes on with the working time that was left. Of a pause that lasts, `fixDueAt` says what was due when it began.
 * The first answer isn't paused: referring is one.
 */
export function clockOf(confirmedAt: Date, steps: readonly Step[], days: Days, calendar: Calendar): Clock {
  const pauses = pausesOf(steps);
  const paused = pauses.reduce(
    (sum, { from, to }) => (to ? sum + workedUntil(to, calendar) - workedUntil(from, calendar) : sum),
    0,
  );
  return {
    answerDueAt: addWorkdays(confirmedAt, days.answerDays, calendar),
    fixDueAt: addWorkdays(confirmedAt, days.fixDays, calendar, paused),
    pausedAt: pauses.find(({ to }) => to === null)?.from ?? null,
  };
}
