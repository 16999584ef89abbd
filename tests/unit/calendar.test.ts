import { describe, expect, test } from "vitest";
import { type Feast, freeDays, makeCalendar, proposalsFor } from "@/lib/municipalities/calendar";
import { addWorkdays, isWorkday, workdaysBetween } from "@/lib/municipalities/workdays";

const noon = (day: string) => new Date(`${day}T11:00:00Z`);
const worked = (day: string, calendar = makeCalendar([])) => isWorkday(noon(day), calendar);

describe("holidays by law and calculation", () => {
  test.each([
    [2024, "2024-04-01", "2024-05-06"],
    [2025, "2025-04-21", "2025-04-21"],
    [2026, "2026-04-06", "2026-04-13"],
    [2027, "2027-03-29", "2027-05-03"],
    [2028, "2028-04-17", "2028-04-17"],
    [2038, "2038-04-26", "2038-04-26"],
  ])("Easter Mondays of %i", (year, catholic, orthodox) => {
    const day = (name: string) => proposalsFor(year).find(({ feast }) => feast === name)?.day;
    expect([day("catholic_easter"), day("orthodox_easter")]).toEqual([catholic, orthodox]);
  });

  test("the Eids are calculated and marked as to be checked; a year may hold three", () => {
    const eids = (year: number) => proposalsFor(year).filter(({ feast }) => feast.startsWith("eid"));
    expect(eids(2026).map(({ day }) => day)).toEqual(["2026-03-20", "2026-05-27"]);
    expect(eids(2033).map(({ feast }) => feast)).toEqual(["eid_fitr", "eid_adha", "eid_fitr"]);
    expect(eids(2026).every(({ checked }) => !checked)).toBe(true);
    expect(proposalsFor(2026).filter(({ checked }) => checked)).toHaveLength(10);
  });

  test("of a holiday on a weekend the next working day is free, each its own", () => {
    // 17 February 2024 was a Saturday; 1 and 2 January 2022 a weekend; 1 January 2023 a Sunday before a holiday.
    expect([worked("2024-02-19"), worked("2024-02-20")]).toEqual([false, true]);
    expect([worked("2022-01-03"), worked("2022-01-04"), worked("2022-01-05")]).toEqual([false, false, true]);
    expect([worked("2023-01-03"), worked("2023-01-04")]).toEqual([false, true]);
    expect(worked("2026-05-11")).toBe(false);
  });

  test("two on one working day make one free day", () => {
    // 9 April 2018: Constitution Day and Orthodox Easter Monday.
    expect([worked("2018-04-09"), worked("2018-04-10")]).toEqual([false, true]);
  });

  test("what is kept in the table counts instead, year by year, and needn't move", () => {
    const kept: Feast[] = [{ day: "2026-06-13", moves: false }];
    const calendar = makeCalendar(kept);
    expect([worked("2026-02-17", calendar), worked("2026-06-15", calendar)]).toEqual([true, true]);
    expect(worked("2027-02-17", calendar)).toBe(false);
    expect(freeDays(kept)).toEqual([null]);
    expect(freeDays([{ day: "2026-06-13", moves: true }])).toEqual(["2026-06-15"]);
  });

  test("a holiday at the end of December moves past those of January", () => {
    const kept: Feast[] = [
      { day: "2022-12-31", moves: true },
      { day: "2023-01-01", moves: true },
      { day: "2023-01-02", moves: true },
    ];
    const calendar = makeCalendar(kept);
    expect(["2023-01-02", "2023-01-03", "2023-01-04", "2023-01-05"].map((day) => worked(day, calendar))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe("working days of Kosovo's clock", () => {
  test("on a working day at ten, so many working days later at ten; across the change of clocks too", () => {
    expect(addWorkdays(new Date("2026-11-25T09:00:00Z"), 3)).toEqual(new Date("2026-11-30T09:00:00Z"));
    expect(addWorkdays(new Date("2026-10-23T08:00:00Z"), 1)).toEqual(new Date("2026-10-26T09:00:00Z"));
    expect(addWorkdays(new Date("2026-03-27T09:00:00Z"), 1)).toEqual(new Date("2026-03-30T08:00:00Z"));
  });

  test("filed on a free day: by the end of the last working day", () => {
    expect(addWorkdays(new Date("2026-11-28T10:00:00Z"), 3)).toEqual(new Date("2026-12-02T22:59:59.999Z"));
  });

  test("a Monday after midnight in Kosovo is a Monday, though it is Sunday in Greenwich", () => {
    expect(isWorkday(new Date("2026-11-29T23:30:00Z"))).toBe(true);
    expect(isWorkday(new Date("2026-11-27T23:30:00Z"))).toBe(false);
  });

  test("days between are counted without weekends and holidays", () => {
    expect(workdaysBetween(noon("2026-12-24"), noon("2026-12-29"))).toBe(2);
    expect(workdaysBetween(noon("2026-12-29"), noon("2026-12-24"))).toBe(0);
    expect(workdaysBetween(noon("2026-11-25"), noon("2026-11-25"))).toBe(0);
  });
});
