import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { mandatePage, pledgeBoard, pledgePage } from "@/lib/pledges/queries";
import { pledgeStatuses } from "@/lib/pledges/status";
import { seedPeople } from "@/prisma/seed/people";
import { seedSamplePledges } from "@/prisma/seed/pledges";

beforeAll(async () => {
  process.env.DEMO = "1";
  await db().$transaction(async (tx) => {
    await seedPeople(tx);
    await seedSamplePledges(tx);
  });
});

test("in demonstration mode the board shows seven samples of six, with nobody's name, and links the real mandates", async () => {
  const board = await pledgeBoard();
  expect(board.shown).toMatchObject({ key: "sample", sample: true });
  expect(board.links.map(({ key }) => key)).toEqual(["2025", "sample"]);
  expect(board.rows).toHaveLength(7);
  for (const { mandate, pledges } of board.rows) {
    expect(mandate).toMatchObject({ sample: true, mayorName: null, party: null });
    expect(pledges).toHaveLength(6);
  }
  const shown = new Set(board.rows.flatMap(({ pledges }) => pledges.map(({ status }) => status)));
  expect([...shown].sort()).toEqual([...pledgeStatuses].sort());
});

test("the real mandates beside them have mayors, sources and no pledges", async () => {
  const board = await pledgeBoard("2025");
  for (const { mandate, pledges } of board.rows) {
    expect(mandate).toMatchObject({ sample: false, published: false, mayorName: expect.any(String) });
    expect(mandate?.source).not.toBe("");
    expect(pledges).toEqual([]);
  }
  expect(await pledgePage("prishtina", 1, "2025")).toBeNull();
});

test("no mayor's name stands in any sample", async () => {
  const mayors = await db().mandate.findMany({ where: { mayorName: { not: null } }, select: { mayorName: true } });
  for (const { municipalityId } of await db().mandate.findMany({ where: { sample: true } })) {
    const words = JSON.stringify([
      await mandatePage(municipalityId, "sample"),
      ...(await Promise.all(([1, 2, 3, 4, 5, 6] as const).map((slot) => pledgePage(municipalityId, slot, "sample")))),
    ]);
    for (const { mayorName } of mayors) expect(words).not.toContain(mayorName);
  }
});

test("the sample correction and the sample reply are shown", async () => {
  const correction = await pledgePage("prishtina", 2, "sample");
  expect(correction?.pledge.status).toBe("partially_fulfilled");
  expect(correction?.assessments.some(({ corrects }) => corrects !== null)).toBe(true);
  expect((await pledgePage("gjakova", 6, "sample"))?.assessments[0]?.replies).toHaveLength(1);
});
