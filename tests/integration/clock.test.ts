import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { makeCalendar } from "@/lib/municipalities/calendar";
import { readFeasts } from "@/lib/municipalities/holidays";
import { clockOf, type Step } from "@/lib/reports/clock";
import { windClocks } from "@/lib/reports/clock-jobs";
import { lockReport, record } from "@/lib/reports/record";
import { lawfulMoves, type Mover, openStatuses, type Status } from "@/lib/reports/status";
import { plant } from "../support/reports";
import { inside, person, publicReport } from "../support/world";

afterEach(() => {
  vi.useRealTimers();
});

/** Makes a lawful move straight through the one place that changes reports. */
async function step(reportId: string, mover: Mover, pick: number): Promise<void> {
  await db().$transaction(async (tx) => {
    const report = await lockReport(tx, { reportId });
    const moves = lawfulMoves(report.status, mover).filter((to) => to !== "duplicate");
    const statusTo = moves[pick % Math.max(1, moves.length)];
    if (!statusTo) return;
    const actorKind = mover === "municipality" ? ("municipality" as const) : ("citizen" as const);
    const happening = { kind: "status", actorKind, actorId: null, isPublic: true, statusTo, text: "Words." } as const;
    await record(tx, report, happening, {
      plannedFor: statusTo === "planned" ? new Date("2030-01-01") : null,
      referredTo: statusTo === "referred" ? "KEDS" : null,
    });
  });
}

/** What a report's clock has to say by its events, the table of targets and the table of holidays. */
async function expected(id: string) {
  const report = await db().report.findUniqueOrThrow({
    where: { id },
    include: { municipality: true, category: true, events: { orderBy: { seq: "asc" } } },
  });
  const { municipalityId, categoryId, municipality, category, confirmedAt } = report;
  if (!confirmedAt) throw new Error("it is public");
  const own = await db().target.findUnique({ where: { municipalityId_categoryId: { municipalityId, categoryId } } });
  const steps = report.events.flatMap(({ at, statusTo }): Step[] => (statusTo ? [{ at, statusTo }] : []));
  const days = {
    answerDays: own?.answerDays ?? municipality.targetAnswerDays,
    fixDays: own?.fixDays ?? category.targetFixDays ?? municipality.targetFixDays,
  };
  return clockOf(confirmedAt, steps, days, makeCalendar(await readFeasts()));
}

const clockIn = ({ answerDueAt, fixDueAt, pausedAt }: Awaited<ReturnType<typeof row>>) => ({
  answerDueAt,
  fixDueAt,
  pausedAt,
});
const row = (id: string) => db().report.findUniqueOrThrow({ where: { id } });

const moves = fc.array(
  fc.record({
    mover: fc.constantFrom<Mover>("reporter", "follower", "municipality", "municipality", "municipality"),
    pick: fc.nat(20),
    hours: fc.integer({ min: 1, max: 400 }),
  }),
  { minLength: 1, maxLength: 8 },
);

test("after every step of any lawful life the row says what the events say", async () => {
  for (const life of fc.sample(moves, { numRuns: 12, seed: 4 })) {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T09:30:00Z") });
    const { id } = await publicReport(await person(), { categoryId: "noise" });
    for (const { mover, pick, hours } of life) {
      vi.setSystemTime(Date.now() + hours * 3600_000);
      await step(id, mover, pick);
      const { status, ...now } = await row(id);
      const { pausedAt, ...due } = await expected(id);
      expect(clockIn({ status, ...now })).toEqual({ ...due, pausedAt: status === "referred" ? pausedAt : null });
    }
    vi.useRealTimers();
  }
}, 60_000);

test("a holiday and a target wind the clocks of open reports anew, whatever is written meanwhile", async () => {
  const reporter = await person();
  const reports = await Promise.all(
    Array.from({ length: 14 }, (_, i) => publicReport(reporter, { categoryId: i % 2 ? "noise" : "potholes" })),
  );
  const before = await row(reports[0]?.id ?? "");
  const closed = reports[1]?.id ?? "";
  await step(closed, "reporter", 0);
  expect((await row(closed)).status).toBe("fixed");
  const asClosed = clockIn(await row(closed));
  const winding = windClocks();
  await Promise.all([
    winding,
    db().holiday.createMany({
      data: Array.from({ length: 3 }, (_, i) => ({
        day: new Date(Date.UTC(before.confirmedAt?.getUTCFullYear() ?? 0, 11, 14 + i)),
        nameSq: `Festë ${i}`,
        nameSr: `Praznik ${i}`,
        nameEn: `Feast ${i}`,
      })),
    }),
    db().target.create({ data: { municipalityId: "prishtina", categoryId: "noise", answerDays: 1, fixDays: 44 } }),
    ...reports.slice(2).map(async ({ id }, i) => {
      await step(id, "municipality", i);
      await step(id, "municipality", i * 3);
    }),
    publicReport(reporter, { ...inside.prishtina, categoryId: "noise" }),
  ]);
  // The pass that comes a minute later sees what was under way.
  await windClocks();
  const open = await db().report.findMany({
    where: { status: { in: [...openStatuses] as Status[] }, confirmedAt: { not: null } },
  });
  for (const report of open) {
    const clock = await expected(report.id);
    // What has its first answer keeps the moment that answer was due (see the next test).
    expect(clockIn(report)).toEqual(report.firstResponseAt ? { ...clock, answerDueAt: report.answerDueAt } : clock);
  }
  expect(
    open.some(({ categoryId, fixDueAt }) => categoryId === "noise" && fixDueAt && fixDueAt > (before.fixDueAt ?? 0)),
  ).toBe(true);
  expect(clockIn(await row(closed))).toEqual(asClosed);
  expect(await windClocks()).toBe(0);
}, 60_000);

test("whether an answer came in time isn't decided by a target that was set afterwards", async () => {
  const reporter = await person();
  const [late, waiting] = [await publicReport(reporter), await publicReport(reporter)];
  await db().report.update({ where: { id: late.id }, data: { answerDueAt: new Date(Date.now() - 3600_000) } });
  await step(late.id, "municipality", 0);
  const answered = await row(late.id);
  await db().target.create({
    data: { municipalityId: "prishtina", categoryId: late.categoryId, answerDays: 200, fixDays: 300 },
  });
  await windClocks();
  const after = await row(late.id);
  expect(after.answerDueAt).toEqual(answered.answerDueAt);
  expect(after.firstResponseAt && after.answerDueAt && after.firstResponseAt > after.answerDueAt).toBe(true);
  // The fix is still owed, and the other's answer: they follow the target.
  expect(after.fixDueAt).toEqual((await expected(late.id)).fixDueAt);
  expect((await row(waiting.id)).answerDueAt).toEqual((await expected(waiting.id)).answerDueAt);
});

test("a report without targets has no clock; one that was planted as referred is paused since it is", async () => {
  const { id } = await plant({ createdAt: new Date("2026-03-02T08:00:00Z") });
  const away = await plant({ status: "referred", statusAt: new Date("2026-11-02T08:00:00Z") });
  await windClocks();
  expect(clockIn(await row(id))).toEqual({ answerDueAt: null, fixDueAt: null, pausedAt: null });
  expect((await row(away.id)).pausedAt).toEqual(new Date("2026-11-02T08:00:00Z"));
});
