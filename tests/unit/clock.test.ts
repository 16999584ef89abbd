import fc from "fast-check";
import { expect, test } from "vitest";
import { makeCalendar } from "@/lib/municipalities/calendar";
import { kosovoDay } from "@/lib/municipalities/workdays";
import { clockOf, pausesOf, type Step } from "@/lib/reports/clock";
import { lawfulMoves, type Mover, type Status } from "@/lib/reports/status";

const TICK = 30 * 60_000;
const START = Date.parse("2026-09-01T08:00:00Z");
const movers: Mover[] = ["reporter", "follower", "municipality"];

/** Any lawful life of a public report, with half hours between its steps. */
const life = fc
  .array(fc.tuple(fc.constantFrom(...movers), fc.nat(), fc.integer({ min: 1, max: 48 * 12 })), { maxLength: 12 })
  .map((choices) => {
    let status: Status = "open";
    let at = START;
    const steps: Step[] = [{ at: new Date(at), statusTo: status }];
    for (const [mover, pick, ticks] of choices) {
      const moves = lawfulMoves(status, mover);
      const to = moves[pick % Math.max(1, moves.length)];
      if (!to) continue;
      at += ticks * TICK;
      status = to;
      steps.push({ at: new Date(at), statusTo: status });
    }
    return steps;
  });

/**
 * The same found by walking through time, half hour by half hour: how much was left when the report last came back (of one
 * that is still away, when it went), and from there so far ahead, or back where it was late already.
 */
function walk(steps: Step[], days: number, free: Set<string>): number {
  const works = (now: number) => {
    const date = new Date(kosovoDay(new Date(now)) * 24 * 3600_000);
    const weekday = date.getUTCDay();
    return weekday !== 0 && weekday !== 6 && !free.has(date.toISOString().slice(0, 10));
  };
  const statusAt = (now: number) => steps.findLast(({ at }) => at.getTime() <= now)?.statusTo;
  const last = steps.findLast(
    ({ statusTo }, i) => statusTo !== "referred" || steps[i - 1]?.statusTo !== "referred" || i === 0,
  );
  const from = last?.at.getTime() ?? START;
  let left = (days * 24 * 3600_000) / TICK;
  let now = START;
  for (; now < from; now += TICK) if (works(now) && statusAt(now) !== "referred") left--;
  for (; left > 0; now += TICK) if (works(now)) left--;
  for (; left < 0 || !works(now - TICK); now -= TICK) if (works(now - TICK)) left++;
  return now;
}

const freeDays = fc
  .uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 20 })
  .map((offsets) => offsets.map((n) => new Date(START + n * 24 * 3600_000).toISOString().slice(0, 10)));

test("any lawful life: what is due follows from the events alone, and a pause leaves the time that was left", () => {
  fc.assert(
    fc.property(life, freeDays, fc.integer({ min: 1, max: 30 }), (steps, free, days) => {
      // One that moves nowhere in a year, so that no year is calculated.
      const kept = [...free, "2026-01-03", "2027-01-02", "2028-01-01"].map((day) => ({ day, moves: false }));
      const calendar = makeCalendar(kept);
      const clock = clockOf(new Date(START), steps, { answerDays: days, fixDays: days }, calendar);
      const expected = walk(steps, days, new Set(free));
      // The end of a day is said as its last moment.
      expect(Math.ceil(clock.fixDueAt.getTime() / TICK) * TICK).toBe(expected);
      expect(clock.pausedAt !== null).toBe(steps.at(-1)?.statusTo === "referred");
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("handed on from one institution to the next is one pause", () => {
  const at = (hour: number) => new Date(START + hour * 3600_000);
  const steps: Step[] = [
    { at: at(0), statusTo: "open" },
    { at: at(1), statusTo: "referred" },
    { at: at(5), statusTo: "referred" },
    { at: at(9), statusTo: "acknowledged" },
    { at: at(12), statusTo: "referred" },
  ];
  expect(pausesOf(steps)).toEqual([
    { from: at(1), to: at(9) },
    { from: at(12), to: null },
  ]);
});
