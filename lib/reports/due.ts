import { type Calendar, calculated } from "../municipalities/calendar";
import { workdaysBetween } from "../municipalities/workdays";
import { isOpen, type Status } from "./status";

/**
 * What a report waits for. `lateDays`: working days since, at least one, where it is late. `leftDays`: working days after
 * today until then, none where it is due today; `soon`: so few that it has a mark of its own. "paused": another institution
 * has it; `at` is since when.
 */
export type Due = {
  kind: "answer" | "fix" | "paused";
  at: Date;
  late: boolean;
  soon: boolean;
  lateDays: number;
  leftDays: number;
};

/** What is due within so many working days is said before it is late. */
export const SOON_DAYS = 2;

/**
 * What an open report waits for next, and by when: the first answer, then the fix; while another institution has it, its
 * clock stands. The same rule decides what the desk's view of overdue reports holds.
 * @param calendar the days that are worked
 */
export function dueOf(
  report: {
    status: Status;
    firstResponseAt: Date | null;
    answerDueAt: Date | null;
    fixDueAt: Date | null;
    pausedAt?: Date | null;
  },
  now = new Date(),
  calendar: Calendar = calculated,
): Due | null {
  if (!isOpen(report.status)) return null;
  const due = (kind: Due["kind"], at: Date): Due => {
    const late = kind !== "paused" && at < now;
    const lateDays = late ? Math.max(1, workdaysBetween(at, now, calendar)) : 0;
    const leftDays = late || kind === "paused" ? 0 : workdaysBetween(now, at, calendar);
    return { kind, at, late, lateDays, leftDays, soon: kind !== "paused" && !late && leftDays <= SOON_DAYS };
  };
  const answer = !report.firstResponseAt && report.answerDueAt ? due("answer", report.answerDueAt) : null;
  if (report.status === "referred") return answer ?? (report.pausedAt ? due("paused", report.pausedAt) : null);
  const fix = report.fixDueAt ? due("fix", report.fixDueAt) : null;
  if (answer && (answer.late || !fix?.late)) return answer;
  return fix;
}

/** Whole days between two moments, never negative. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / (24 * 3600 * 1000)));
}

/** The reporter corrects their words so long after the report became public. */
export const CORRECT_MINUTES = 60;

/** Until when the words may be corrected; null for a report that isn't public yet. */
export const correctableUntil = (confirmedAt: Date | null): Date | null =>
  confirmedAt && new Date(confirmedAt.getTime() + CORRECT_MINUTES * 60_000);
