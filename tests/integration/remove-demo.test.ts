import { beforeAll, expect, test } from "vitest";
import { demoAddress } from "@/lib/accounts/demo";
import { db } from "@/lib/db/client";
import { seedDemo } from "@/prisma/seed/demo";
import { removeDemo } from "@/prisma/seed/remove";
import { publishedAssessment, publishedSix } from "../support/pledges";
import { person, publicReport } from "../support/world";

const demoPerson = (name: string) =>
  db().person.findUniqueOrThrow({ where: { email: demoAddress(name) }, include: { grants: true } });

beforeAll(async () => {
  process.env.DEMO = "1";
  await seedDemo();
});

test("the rating of a real mandate can’t be taken away by the words that take samples away", async () => {
  const [one, two] = [await person({ role: "editor" }), await person({ role: "editor" })];
  const [pledge] = await publishedSix(one, "peja");
  const id = await publishedAssessment(one, two, pledge?.id ?? "");
  const attempts = [
    () => db().$executeRaw`delete from evidence where assessment_id = ${id}::uuid`,
    () => db().$executeRaw`delete from assessment where id = ${id}::uuid`,
    () => db().$executeRaw`delete from pledge where id = ${pledge?.id}::uuid`,
  ];
  for (const statement of attempts)
    await expect(
      db().$transaction([
        db()
          .$executeRaw`select set_config('ndreqe.removing_samples', 'on', true), set_config('ndreqe.erasing', 'on', true)`,
        statement(),
      ]),
    ).rejects.toThrow(/stays as it was|never changed/);
  // Nor do samples change, or go, without those words.
  await expect(db().assessment.deleteMany({ where: { pledge: { mandate: { sample: true } } } })).rejects.toThrow();
});

test("one command takes the demonstration away and leaves what is real", async () => {
  const real = await publicReport(await person());
  const editor = await demoPerson("editor.one");
  const actor = { kind: "person" as const, id: editor.id, email: editor.email, name: null, locale: "sq" as const };
  const grants = editor.grants.map(({ role }) => ({ role, municipalityId: null, departmentId: null }));
  // A demonstration editor who helped with a real mandate: the rating stays, and so does the name behind it.
  const six = await publishedSix({ ...actor, grants }, "gjilan");
  const rating = await publishedAssessment({ ...actor, grants }, await person({ role: "editor" }), six[0]?.id ?? "");

  const removed = await removeDemo();
  expect(removed).toMatchObject({ mandates: 7, kept: 1 });
  expect(removed.reports).toBeGreaterThan(100);

  expect((await db().report.findMany({ select: { ref: true } })).map(({ ref }) => ref)).toEqual([real.ref]);
  expect(await db().mandate.count({ where: { sample: true } })).toBe(0);
  expect(await db().mandate.count()).toBe(7);
  expect(await db().assessment.count({ where: { id: rating } })).toBe(1);
  expect(await db().photo.count()).toBe(0);
  expect(
    (await db().person.findMany({ where: { email: { endsWith: demoAddress("") } } })).map(({ email }) => email),
  ).toEqual([editor.email]);
  expect(await demoPerson("editor.one")).toMatchObject({ passwordHash: null, grants: [] });
  const cells = await db().$queryRaw<
    { n: number }[]
  >`select coalesce(sum(count), 0)::int as n from map_cell where zoom = 8 and category_id = '*'`;
  expect(cells[0]?.n).toBe(1);
  expect(await removeDemo()).toEqual({ mandates: 0, reports: 0, people: 0, kept: 1, roles: 0 });
});
