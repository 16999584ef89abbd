import { expect, test } from "vitest";
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
