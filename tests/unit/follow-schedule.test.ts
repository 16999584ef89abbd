import { expect, test } from "vitest";
import { dayOf, lastDue } from "@/lib/follows/schedule";

const due = (cadence: "daily" | "weekly", now: string) => lastDue(cadence, new Date(now)).toISOString();

test("a daily digest is due at seven of Kosovo's clock, in winter and in summer", () => {
  expect(due("daily", "2026-11-25T05:59:59Z")).toBe("2026-11-24T06:00:00.000Z");
  expect(due("daily", "2026-11-25T06:00:00Z")).toBe("2026-11-25T06:00:00.000Z");
  expect(due("daily", "2026-07-01T04:59:59Z")).toBe("2026-06-30T05:00:00.000Z");
  expect(due("daily", "2026-07-01T05:00:00Z")).toBe("2026-07-01T05:00:00.000Z");
  // Midnight in Kosovo is another day than in UTC.
  expect(due("daily", "2026-06-30T23:00:00Z")).toBe("2026-06-30T05:00:00.000Z");
});

test("on the days the clocks change it is due once, at seven", () => {
  // 29 March 2026, 2:00 becomes 3:00; 25 October 2026, 3:00 becomes 2:00.
  for (const [now, then] of [
    ["2026-03-28T12:00:00Z", "2026-03-28T06:00:00.000Z"],
    ["2026-03-29T04:59:00Z", "2026-03-28T06:00:00.000Z"],
    ["2026-03-29T05:00:00Z", "2026-03-29T05:00:00.000Z"],
    ["2026-10-25T05:30:00Z", "2026-10-24T05:00:00.000Z"],
    ["2026-10-25T06:00:00Z", "2026-10-25T06:00:00.000Z"],
  ] as const)
    expect([now, due("daily", now)]).toEqual([now, then]);
  // Hour by hour through a year: one moment a day, none twice, none left out.
  const moments = new Set<string>();
  for (let at = Date.UTC(2026, 0, 2); at < Date.UTC(2027, 0, 2); at += 3600_000)
    moments.add(lastDue("daily", new Date(at)).toISOString());
  expect(moments.size).toBe(366);
  expect(new Set([...moments].map((at) => dayOf(new Date(at)))).size).toBe(366);
});

test("a weekly digest is due on Monday at seven", () => {
  expect(due("weekly", "2026-11-25T12:00:00Z")).toBe("2026-11-23T06:00:00.000Z");
  expect(due("weekly", "2026-11-23T05:59:00Z")).toBe("2026-11-16T06:00:00.000Z");
  expect(due("weekly", "2026-11-23T06:00:00Z")).toBe("2026-11-23T06:00:00.000Z");
  // The Monday after the clocks went forward on Sunday.
  expect(due("weekly", "2026-03-30T05:00:00Z")).toBe("2026-03-30T05:00:00.000Z");
});
