import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { checkCounts } from "@/lib/map/check";
import type { Status } from "@/lib/reports/status";
import { readPeriods } from "@/lib/statistics/periods";
import { none, readFigures } from "@/lib/statistics/queries";
import { noneDue, readKept } from "@/lib/statistics/targets";
import { become, plant } from "../support/reports";

const now = new Date("2026-11-20T12:00:00Z");
/** So many days before now. */
const ago = (days: number) => new Date(now.getTime() - days * 864e5);

test("figures where there is nothing", async () => {
  expect(await readFigures(now)).toEqual({ municipalities: new Map(), total: none });
});

test("figures against a count by hand", async () => {
  // Prishtina: answered after 1, 2 and 6 days (median 2); fixed after 4 and 10 days (median 7).
  await plant({ createdAt: ago(10), firstResponseAt: ago(9), status: "fixed", closedAt: ago(6) });
  await plant({ createdAt: ago(20), firstResponseAt: ago(18), status: "fixed", closedAt: ago(10), reopenedCount: 2 });
  await plant({ createdAt: ago(30), firstResponseAt: ago(24), status: "rejected", closedAt: ago(24) });
  // Open: one in time, one without its first answer, one past its fix, one past its fix but with another institution.
  await plant({ createdAt: ago(1), answerDueAt: ago(-2), fixDueAt: ago(-20) });
  await plant({ createdAt: ago(9), answerDueAt: ago(5), fixDueAt: ago(-10) });
  await plant({
    createdAt: ago(40),
    answerDueAt: ago(35),
    firstResponseAt: ago(38),
    fixDueAt: ago(10),
    status: "in_progress",
  });
  await plant({
    createdAt: ago(40),
    answerDueAt: ago(35),
    firstResponseAt: ago(38),
    fixDueAt: ago(10),
    status: "referred",
  });
  // Peja: one fixed after 3 days by the reporter, never answered; its targets had passed, but it is closed.
  await plant({
    municipalityId: "peja",
    createdAt: ago(8),
    answerDueAt: ago(6),
    fixDueAt: ago(6),
    status: "fixed",
    closedAt: ago(5),
    reopenedCount: 1,
  });
  // Counted nowhere.
  await plant({ createdAt: ago(50), answerDueAt: ago(40), training: true });
  await plant({ createdAt: ago(50), answerDueAt: ago(40), hiddenAt: ago(1) });
  await plant({ createdAt: ago(50), answerDueAt: ago(40), status: "unconfirmed" });

  const { municipalities, total } = await readFigures(now);
  expect(municipalities.get("prishtina")).toEqual({
    reports: 7,
    open: 4,
    fixed: 2,
    overdue: 2,
    reopened: 1,
    // 1, 2, 2, 2, 6 days.
    answered: 5,
    medianAnswerDays: 2,
    medianFixDays: 7,
  });
  expect(municipalities.get("peja")).toEqual({
    ...none,
    reports: 1,
    fixed: 1,
    reopened: 1,
    medianFixDays: 3,
  });
  expect((await readFigures(now, "peja")).total).toEqual(municipalities.get("peja"));
  expect(municipalities.has("gjilan")).toBe(false);
  expect(total).toEqual({
    reports: 8,
    open: 4,
    fixed: 3,
    overdue: 2,
    reopened: 2,
    answered: 5,
    medianAnswerDays: 2,
    // 3, 4, 10 days.
    medianFixDays: 4,
  });
});

/** The figures of a made-up field, against a query that counts every report. */
test("figures of many reports are what counting each of them gives", async () => {
  let seed = 7;
  const draw = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const today = new Date();
  const back = (days: number) => new Date(today.getTime() - days * 864e5);
  for (let i = 0; i < 150; i++) {
    const filed = draw(200) + draw(1000) / 1000;
    const closed = draw(3) === 0;
    await plant({
      municipalityId: ["gjilan", "prizren", "ferizaj"][draw(3)] ?? "gjilan",
      createdAt: back(filed),
      status: closed ? "fixed" : "open",
      closedAt: closed ? back(filed * (draw(100) / 100)) : null,
      firstResponseAt: draw(2) === 0 ? back(filed * (draw(100) / 100)) : null,
      answerDueAt: back(filed - 3),
      fixDueAt: draw(2) === 0 ? back(filed - 20 - draw(1000) / 1000) : null,
      reopenedCount: draw(9) === 0 ? 1 : 0,
    });
  }
  const hours =
    "case when d < interval '10 days' then round(extract(epoch from d) / 3600) else round(extract(epoch from d) / 86400) * 24 end";
  const counted = (slug: string) =>
    db().$queryRawUnsafe<Record<string, number | null>[]>(`
      with r as (select *, kosovo_day(now()) - kosovo_day(created_at) as ago from report where is_public and municipality_id = '${slug}')
      select count(*)::int as reports, count(*) filter (where status = 'open')::int as open, count(*) filter (where status = 'fixed')::int as fixed,
        count(*) filter (where status = 'open' and ((first_response_at is null and answer_due_at < now()) or fix_due_at < now()))::int as overdue,
        count(*) filter (where reopened_count > 0)::int as reopened, count(first_response_at)::int as answered,
        (select percentile_cont(0.5) within group (order by ${hours}) / 24 from (select first_response_at - confirmed_at as d from r where first_response_at is not null) as x)::float8 as "medianAnswerDays",
        (select percentile_cont(0.5) within group (order by ${hours}) / 24 from (select closed_at - confirmed_at as d from r where status = 'fixed') as x)::float8 as "medianFixDays"
      from r`);
  const { municipalities } = await readFigures(new Date());
  for (const slug of ["gjilan", "prizren", "ferizaj"]) {
    const [plain] = await counted(slug);
    expect(municipalities.get(slug)).toEqual(plain);
    const periods = await readPeriods(slug);
    for (const [period, from, to] of [
      ["now", 0, 89],
      ["before", 90, 179],
    ] as const) {
      const inPeriod = (column: string) => `kosovo_day(now()) - kosovo_day(${column}) between ${from} and ${to}`;
      const [row] = await db().$queryRawUnsafe<{ filed: number; answered: number; fixed: number }[]>(`
        select count(*) filter (where ${inPeriod("created_at")})::int as filed, count(*) filter (where ${inPeriod("first_response_at")})::int as answered,
          count(*) filter (where status = 'fixed' and ${inPeriod("closed_at")})::int as fixed
        from report where is_public and municipality_id = '${slug}'`);
      expect(periods[period]).toMatchObject(row ?? {});
      const [fix] = await db().$queryRawUnsafe<{ days: number | null }[]>(`
        select (percentile_cont(0.5) within group (order by ${hours}) / 24)::float8 as days
        from (select closed_at - confirmed_at as d from report where is_public and municipality_id = '${slug}' and status = 'fixed' and ${inPeriod("closed_at")}) as x`);
      expect(periods[period].medianFixDays).toBe(fix?.days ?? null);
    }
  }
});

test("targets kept, against a count by hand", async () => {
  const inMitrovica = { municipalityId: "mitrovica", lat: 42.883, lon: 20.867 };
  const report = (given: Parameters<typeof plant>[0]) => plant({ ...inMitrovica, createdAt: ago(60), ...given });
  expect((await readKept(now, "mitrovica")).total).toEqual(noneDue);
  // Answers due in the last 90 days: two in time (one of them a rejection), one late, one never given.
  await report({ answerDueAt: ago(50), firstResponseAt: ago(50) });
  await report({
    answerDueAt: ago(2),
    firstResponseAt: ago(59),
    status: "rejected",
    closedAt: ago(59),
    fixDueAt: ago(20),
  });
  await report({ answerDueAt: ago(50), firstResponseAt: ago(49) });
  await report({ answerDueAt: ago(50) });
  // Owed no answer: its reporter closed it before. Not due yet: today's and tomorrow's.
  await report({ answerDueAt: ago(50), status: "fixed", closedAt: ago(55), fixDueAt: ago(40) });
  await report({ answerDueAt: ago(0) });
  await report({ answerDueAt: ago(-1) });
  // Fixes: the one above in time, one late, one not yet; none owed by what is referred or a duplicate's.
  await report({ status: "fixed", closedAt: ago(10), fixDueAt: ago(20) });
  await report({ fixDueAt: ago(20) });
  await report({ status: "referred", fixDueAt: ago(20) });
  // The 90 days before, and what is too old or not public.
  await report({ answerDueAt: ago(100), firstResponseAt: ago(101) });
  await report({ answerDueAt: ago(200), firstResponseAt: ago(201) });
  await report({ answerDueAt: ago(50), hiddenAt: ago(40) });
  await report({ answerDueAt: ago(50), training: true });
  expect(await readKept(now, "mitrovica")).toMatchObject({
    total: {
      now: { answer: { due: 4, inTime: 2 }, fix: { due: 3, inTime: 1 } },
      before: { answer: { due: 1, inTime: 1 }, fix: { due: 0, inTime: 0 } },
    },
  });
});

test("targets kept through any sequence of moves are what counting each report gives", {
  timeout: 60_000,
}, async () => {
  let seed = 11;
  const draw = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const today = new Date();
  const some = () => new Date(today.getTime() - draw(200 * 24) * 36e5);
  const slugs = ["gjakova", "peja"];
  const reports = await Promise.all(
    Array.from({ length: 40 }, () => plant({ municipalityId: slugs[draw(2)] ?? "peja", createdAt: some() })),
  );
  const moves: Status[] = ["open", "acknowledged", "in_progress", "fixed", "rejected"];
  for (let i = 0; i < 400; i++) {
    const id = reports[draw(reports.length)]?.id ?? "";
    const change = draw(6);
    if (change === 0) {
      const status = moves[draw(moves.length)] ?? "open";
      await become(id, status);
      if (status === "fixed" || status === "rejected")
        await db().report.update({ where: { id }, data: { closedAt: some() } });
    }
    if (change === 1) await db().report.update({ where: { id }, data: { firstResponseAt: draw(4) ? some() : null } });
    if (change === 2) await db().report.update({ where: { id }, data: { answerDueAt: draw(4) ? some() : null } });
    if (change === 3) await db().report.update({ where: { id }, data: { fixDueAt: draw(4) ? some() : null } });
    if (change === 4) await db().report.update({ where: { id }, data: { hiddenAt: draw(3) ? null : some() } });
    if (change === 5) await db().report.update({ where: { id }, data: { municipalityId: slugs[draw(2)] ?? "peja" } });
  }
  const kept = await readKept(today);
  const owed = {
    answer: [
      "answer_due_at",
      "first_response_at <= answer_due_at",
      "not (first_response_at is null and coalesce(closed_at <= answer_due_at, false))",
    ],
    fix: [
      "fix_due_at",
      "status = 'fixed' and closed_at <= fix_due_at",
      "status not in ('rejected', 'duplicate', 'referred')",
    ],
  } as const;
  for (const slug of slugs)
    for (const what of ["answer", "fix"] as const)
      for (const [period, from, to] of [
        ["now", 1, 90],
        ["before", 91, 180],
      ] as const) {
        const [due, inTime, counts] = owed[what];
        const [row] = await db().$queryRawUnsafe<{ due: number; inTime: number }[]>(`
          select count(*)::int as due, count(*) filter (where ${inTime})::int as "inTime" from report
          where is_public and municipality_id = '${slug}' and ${counts}
            and (now() at time zone 'Europe/Belgrade')::date - (${due} at time zone 'Europe/Belgrade')::date between ${from} and ${to}`);
        expect(row?.due).toBeGreaterThan(0);
        expect(kept.municipalities.get(slug)?.[period][what]).toEqual(row);
      }
  expect(await checkCounts(false)).toEqual({ differ: 0, first: [] });
  // A tally that went wrong is found and put right.
  await db().$executeRaw`update report_tally set count = count + 5 where kind in ('answer_due', 'fixed_month')`;
  expect((await checkCounts(true)).differ).toBeGreaterThan(0);
  expect(await readKept(today)).toEqual(kept);
  expect(await checkCounts(false)).toEqual({ differ: 0, first: [] });
});
