import { isOpen, type Status } from "./status";

/** `lateDays`: whole days since, at least one, where it is late. */
export type Due = { kind: "answer" | "fix"; at: Date; late: boolean; lateDays: number };

/**
 * What an open report waits for next, and by when: the first answer, then the fix; nothing while another institution has it.
 * The same rule decides what the desk's view of overdue reports holds.
 */
export function dueOf(
  report: {
    status: Status;
    firstResponseAt: Date | null;
    answerDueAt: Date | null;
    fixDueAt: Date | null;
  },
  now = new Date(),
): Due | null {
  if (!isOpen(report.status)) return null;
  const answer: Due | null =
    !report.firstResponseAt && report.answerDueAt ? due("answer", report.answerDueAt, now) : null;
  const fix = report.status !== "referred" && report.fixDueAt ? due("fix", report.fixDueAt, now) : null;
  if (answer && (answer.late || !fix?.late)) return answer;
  return fix;
}

const due = (kind: Due["kind"], at: Date, now: Date): Due => {
  const late = at < now;
  return { kind, at, late, lateDays: late ? Math.max(1, daysBetween(at, now)) : 0 };
};

/** Whole days between two moments, never negative. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / (24 * 3600 * 1000)));
}

/** The reporter corrects their words so long after the report became public. */
export const CORRECT_MINUTES = 60;

/** Until when the words may be corrected; null for a report that isn't public yet. */
export const correctableUntil = (confirmedAt: Date | null): Date | null =>
  confirmedAt && new Date(confirmedAt.getTime() + CORRECT_MINUTES * 60_000);
