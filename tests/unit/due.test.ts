import { describe, expect, test } from "vitest";
import { daysBetween, dueOf } from "@/lib/reports/due";

const day = (n: number) => new Date(Date.UTC(2026, 10, n, 12));
const now = day(20);
const waiting = { status: "open", firstResponseAt: null, answerDueAt: day(22), fixDueAt: day(30) } as const;

describe("what is due at the desk", () => {
  test("the first answer, then the fix, then nothing", () => {
    expect(dueOf(waiting, now)).toEqual({
      kind: "answer",
      at: day(22),
      late: false,
      soon: true,
      lateDays: 0,
      leftDays: 0,
    });
    expect(dueOf({ ...waiting, firstResponseAt: day(19) }, now)).toMatchObject({ kind: "fix", late: false });
    expect(dueOf({ ...waiting, status: "fixed" }, now)).toBeNull();
  });

  test("what is late is said first, the answer before the fix", () => {
    expect(dueOf({ ...waiting, fixDueAt: day(10) }, now)).toMatchObject({ kind: "fix", late: true, lateDays: 8 });
    expect(dueOf({ ...waiting, answerDueAt: day(15), fixDueAt: day(10) }, now)).toMatchObject({
      kind: "answer",
      late: true,
      lateDays: 5,
    });
    expect(dueOf({ ...waiting, answerDueAt: new Date(now.getTime() - 1000) }, now)).toMatchObject({ lateDays: 1 });
  });

  test("what is nearly late is said before: so many working days are left", () => {
    const answered = { ...waiting, firstResponseAt: day(19) };
    expect(dueOf({ ...answered, fixDueAt: day(24) }, now)).toMatchObject({ soon: true, leftDays: 2, late: false });
    expect(dueOf({ ...answered, fixDueAt: day(25) }, now)).toMatchObject({ soon: false, leftDays: 3 });
    expect(dueOf({ ...answered, fixDueAt: new Date(now.getTime() + 1000) }, now)).toMatchObject({ leftDays: 0 });
  });

  test("another institution's work is no fix of the municipality that could be late", () => {
    const referred = { ...waiting, status: "referred", firstResponseAt: day(12), fixDueAt: day(10) } as const;
    expect(dueOf(referred, now)).toBeNull();
    expect(dueOf({ ...referred, pausedAt: day(13) }, now)).toMatchObject({ kind: "paused", at: day(13), late: false });
  });

  test("days between moments are whole and never negative", () => {
    expect([daysBetween(day(1), day(3)), daysBetween(day(3), day(1)), daysBetween(day(1), day(1))]).toEqual([2, 0, 0]);
  });
});
