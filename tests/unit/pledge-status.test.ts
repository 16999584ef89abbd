import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/actor";
import { PledgeStatus, Sector } from "@/lib/db/generated/enums";
import { canChange, canEdit, canReadStaff, canReview } from "@/lib/pledges/policy";
import { assessmentSchema, boardSchema, evidenceSchema, pledgeSchema } from "@/lib/pledges/schema";
import {
  currentOf,
  daysUntil,
  isOver,
  maySayBroken,
  pledgeStatuses,
  sectors,
  stageOf,
  summarise,
} from "@/lib/pledges/status";

const day = (value: string) => new Date(`${value}T00:00:00Z`);

describe("the scale", () => {
  test("is the database's", () => {
    expect([...pledgeStatuses].sort()).toEqual(Object.values(PledgeStatus).sort());
    expect([...sectors].sort()).toEqual(Object.values(Sector).sort());
  });

  test("a summary counts each of the six once and makes no score", () => {
    expect(summarise(["broken", "fulfilled", "unrated", "fulfilled", "initiated", "not_started"])).toEqual([
      { status: "fulfilled", count: 2 },
      { status: "initiated", count: 1 },
      { status: "not_started", count: 1 },
      { status: "broken", count: 1 },
      { status: "unrated", count: 1 },
    ]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pledgeStatuses)), (statuses) => {
        expect(summarise(statuses).reduce((sum, { count }) => sum + count, 0)).toBe(statuses.length);
      }),
    );
  });
});

describe("the assessment that counts", () => {
  const row = (id: string, asOf: string, publishedAt: string, correctsId: string | null = null) => ({
    id,
    correctsId,
    asOf: day(asOf),
    publishedAt: day(publishedAt),
  });

  test("is none before the first", () => expect(currentOf([])).toBeNull());

  test("is the one whose facts reach furthest, whatever the order of rows", () => {
    const rows = [row("a", "2026-01-31", "2026-02-10"), row("b", "2026-06-30", "2026-07-10")];
    expect(currentOf(rows)?.id).toBe("b");
    expect(currentOf(rows.toReversed())?.id).toBe("b");
  });

  test("is the correction where it was corrected, also one with an earlier day", () => {
    const rows = [row("a", "2026-06-30", "2026-07-10"), row("b", "2026-06-15", "2026-07-20", "a")];
    expect(currentOf(rows)?.id).toBe("b");
  });

  test("a late correction of an old one doesn't push away a newer one", () => {
    const rows = [
      row("old", "2026-01-31", "2026-02-10"),
      row("new", "2026-06-30", "2026-07-10"),
      row("fix", "2026-01-31", "2026-08-01", "old"),
    ];
    expect(currentOf(rows)?.id).toBe("new");
  });

  test("follows a correction of a correction", () => {
    const rows = [
      row("a", "2026-01-31", "2026-02-10"),
      row("b", "2026-01-31", "2026-02-20", "a"),
      row("c", "2026-01-31", "2026-02-25", "b"),
    ];
    expect(currentOf(rows)?.id).toBe("c");
  });
});

describe("broken", () => {
  const mandate = { toDate: day("2029-10-12") };
  const sourced = { date: day("2026-03-01"), url: "https://example.org/decision" };
  test("needs a dated source with a link while the mandate runs", () => {
    const during = day("2026-11-01");
    expect(maySayBroken(mandate, [], during)).toBe(false);
    expect(
      maySayBroken(
        mandate,
        [
          { date: sourced.date, url: null },
          { date: null, url: sourced.url },
        ],
        during,
      ),
    ).toBe(false);
    expect(maySayBroken(mandate, [sourced], during)).toBe(true);
  });
  test("may be said of what isn't done when the mandate is over, from the day after its last", () => {
    expect(isOver(mandate, new Date("2029-10-12T23:00:00Z"))).toBe(false);
    expect(maySayBroken(mandate, [], day("2029-10-12"))).toBe(false);
    expect(maySayBroken(mandate, [], day("2029-10-13"))).toBe(true);
  });
});

test("days left count whole days and end at nought", () => {
  expect(daysUntil(day("2026-11-25"), new Date("2026-11-24T22:00:00Z"))).toBe(1);
  expect(daysUntil(day("2026-11-24"), new Date("2026-11-24T22:00:00Z"))).toBe(0);
  expect(daysUntil(day("2020-01-01"), day("2026-11-24"))).toBe(0);
});

test("stages follow from what has happened", () => {
  const now = day("2026-11-24");
  expect(stageOf({ submittedAt: null, publishedAt: null, reviewNote: null })).toBe("draft");
  expect(stageOf({ submittedAt: null, publishedAt: null, reviewNote: "No" })).toBe("sent_back");
  expect(stageOf({ submittedAt: now, publishedAt: null, reviewNote: "No" })).toBe("waiting");
  expect(stageOf({ submittedAt: now, publishedAt: now, reviewNote: null })).toBe("published");
});

describe("who may", () => {
  const actor = (role: "editor" | "admin" | "manager" | "moderator", id = role): Actor => ({
    kind: "person",
    id,
    email: `${id}@example.com`,
    name: null,
    locale: "sq",
    grants: [{ role, municipalityId: role === "manager" ? "peja" : null, departmentId: null }],
  });
  const own = { authorId: "editor" };
  test("editors write their own and review others’", () => {
    expect([canChange(actor("editor"), own), canReview(actor("editor"), own)]).toEqual([true, false]);
    const second = { ...actor("editor"), id: "second" } as Actor;
    expect([canChange(second, own), canReview(second, own)]).toEqual([false, true]);
  });
  test("administrators read and don’t rate; the others not even that", () => {
    expect([canReadStaff(actor("admin")), canEdit(actor("admin")), canReview(actor("admin"), own)]).toEqual([
      true,
      false,
      false,
    ]);
    for (const other of [actor("manager"), actor("moderator"), { kind: "anonymous" }, { kind: "system" }] as Actor[])
      expect([canReadStaff(other), canEdit(other), canChange(other, own), canReview(other, own)]).toEqual(
        Array(4).fill(false),
      );
  });
});

describe("what may come in", () => {
  const codes = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));

  test("errors are codes that have words", () => {
    expect(
      codes(pledgeSchema.safeParse({ mandateId: "x", slot: "seven", sourceUrl: "javascript:alert(1)" })),
    ).toMatchObject({
      mandateId: "not_found",
      slot: "six_pledges",
      textSq: "required",
      measureSq: "required",
      sector: "required",
      sourceQuote: "required",
      sourceUrl: "invalid_url",
    });
    expect(codes(assessmentSchema.safeParse({ status: "splendid", asOf: "" }))).toEqual({
      status: "required",
      asOf: "required",
    });
    expect(codes(assessmentSchema.safeParse({ status: "broken", asOf: "2026-13-40" }))).toEqual({
      asOf: "invalid_date",
    });
    expect(codes(evidenceSchema.safeParse({ kind: "link", title: "", publisher: "D+", url: "ftp://x" }))).toEqual({
      title: "required",
      url: "invalid_url",
    });
  });

  test("a board’s address that makes no sense shows everything", () => {
    expect(boardSchema.parse({ mandate: "../x", status: "great", sector: ["a", "b"] })).toEqual({});
    expect(boardSchema.parse({ mandate: "2025", status: "broken", sector: "health" })).toEqual({
      mandate: "2025",
      status: "broken",
      sector: "health",
    });
  });
});
