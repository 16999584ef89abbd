import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { locatePosition } from "@/lib/municipalities/queries";
import { isClosed, isLawful, type Status } from "@/lib/reports/status";
import { seedDemo } from "@/prisma/seed/demo";

describe("demonstration data", () => {
  beforeAll(async () => {
    expect(await seedDemo()).toBe(true);
  });

  const reports = () => db().report.findMany({ include: { events: { orderBy: { seq: "asc" } }, supports: true } });

  test("fills an empty database once, for every municipality, status and language", async () => {
    expect(await seedDemo()).toBe(false);
    const all = await reports();
    expect(all.length).toBeGreaterThan(110);
    const of = <K extends keyof (typeof all)[number]>(key: K) => new Set(all.map((report) => report[key])).size;
    expect(of("municipalityId")).toBe(7);
    expect(of("language")).toBe(3);
    expect(of("status")).toBe(8);
    expect(await db().photo.count({ where: { role: "proof" } })).toBeGreaterThan(5);
    const citizen = await db().person.findUniqueOrThrow({ where: { email: "citizen@ndreqe.example" } });
    expect(all.some((report) => report.reporterId === citizen.id)).toBe(true);
    const now = new Date();
    expect(all.some(({ answerDueAt, firstResponseAt }) => !firstResponseAt && answerDueAt && answerDueAt < now)).toBe(
      true,
    );
  });

  test("stands inside the municipality it is filed with", async () => {
    for (const { lat, lon, municipalityId } of await reports()) {
      expect(await locatePosition({ lat, lon })).toEqual({ kind: "inside", municipality: municipalityId });
    }
  });

  test("tells lawful stories, in order, none of it in the future, and every column follows from them", async () => {
    for (const report of await reports()) {
      let status: Status | null = null;
      let last = report.createdAt;
      for (const event of report.events) {
        expect(event.at.getTime()).toBeGreaterThanOrEqual(last.getTime());
        last = event.at;
        if (!event.statusTo) continue;
        expect(event.statusFrom).toBe(status);
        const mover = event.actorKind === "municipality" ? "municipality" : "reporter";
        if (status) expect(isLawful(status, event.statusTo, mover), `${status} → ${event.statusTo}`).toBe(true);
        status = event.statusTo;
      }
      expect(last.getTime()).toBeLessThan(Date.now());
      const first = report.events.find((event) => event.actorKind === "municipality" && event.isPublic);
      const moved = report.events.findLast((event) => event.statusTo);
      expect(report).toMatchObject({
        status,
        statusAt: moved?.at,
        closedAt: status && isClosed(status) ? moved?.at : null,
        firstResponseAt: first?.at ?? null,
        supportCount: report.supports.length,
        reopenedCount: report.events.filter((event) => event.statusFrom === "fixed" && event.statusTo === "open")
          .length,
        version: report.events.length,
      });
      if (report.status === "planned") expect(report.plannedFor).not.toBeNull();
    }
  });

  test("has answers to fixes, and every reopening is one", async () => {
    const denied = await db().feedback.count({ where: { answer: "no" } });
    const reopened = await db().reportEvent.count({ where: { statusFrom: "fixed", statusTo: "open" } });
    expect(denied).toBe(reopened);
    expect(await db().feedback.count({ where: { answer: "yes" } })).toBeGreaterThan(3);
  });

  test("names nobody: every person of it says that they are a sample", async () => {
    for (const { email, name } of await db().person.findMany()) {
      expect(email).toMatch(/@ndreqe\.example$/);
      expect(name).toContain("(shembull)");
    }
  });
});
