/** Public holidays of Kosovo with a fixed date, as MM-DD. */
const FIXED_HOLIDAYS = new Set(["01-01", "01-02", "01-07", "02-17", "04-09", "05-01", "05-09", "12-25"]);

/** Whether a calendar day (midnight UTC) is one on which a municipality works. */
export function isWorkday(day: Date): boolean {
  const weekday = day.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !FIXED_HOLIDAYS.has(day.toISOString().slice(5, 10));
}

/**
 * The moment by which something is due.
 * @param from a moment
 * @param days working days, counted from the next one
 * @returns the same time of day, `days` working days later
 */
export function addWorkdays(from: Date, days: number): Date {
  const due = new Date(from);
  for (let left = days; left > 0; ) {
    due.setUTCDate(due.getUTCDate() + 1);
    if (isWorkday(due)) left--;
  }
  return due;
}

/** How many working days lie after one moment, up to another; none where that comes first. */
export function workdaysBetween(from: Date, to: Date): number {
  let days = 0;
  for (const day = new Date(from); ; days += isWorkday(day) ? 1 : 0) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day > to) return days;
  }
}
