import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { readPeriods } from "@/lib/statistics/periods";
import { none, readFigures } from "@/lib/statistics/queries";
import { plant } from "../support/reports";

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
