import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { anonymous } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { mortonKey } from "@/lib/geo/tiles";
import { countByStatus } from "@/lib/map/counts";
import { findPublicReport, listReports } from "@/lib/reports/queries";
import { filterSchema } from "@/lib/reports/schema";
import { publicStatuses } from "@/lib/reports/status";
import { seedDemo } from "@/prisma/seed/demo";
import { miscounted } from "../support/counts";
import { become, plant } from "../support/reports";

/** Reports whose status isn't that of their last status event. */
const apart = () => db().$queryRaw<{ id: string }[]>`
  select id from report r where status is distinct from
    (select status_to from report_event e where e.report_id = r.id and status_to is not null order by seq desc limit 1)`;

describe("what has happened stays as it happened", () => {
  test("events and audit are only ever added to, reports are never deleted", async () => {
    const { id } = await plant();
    await db().auditEvent.create({ data: { action: "test", subject: `report:${id}` } });
    const refused = /append-only/;
    await expect(db().reportEvent.updateMany({ where: { reportId: id }, data: { text: "x" } })).rejects.toThrow(
      refused,
    );
    await expect(db().reportEvent.deleteMany({ where: { reportId: id } })).rejects.toThrow(refused);
    await expect(db().auditEvent.updateMany({ data: { action: "other" } })).rejects.toThrow(refused);
    await expect(db().auditEvent.deleteMany({})).rejects.toThrow(refused);
    const { id: bare } = await plant();
    await expect(db().$executeRaw`delete from report where id = ${bare}::uuid`).rejects.toThrow();
    await expect(
      db().$transaction(async (tx) => {
        await tx.$executeRaw`set constraints all deferred`;
        await tx.$executeRaw`alter table report_event drop constraint report_event_report_id_fkey`;
        await tx.$executeRaw`delete from report where id = ${bare}::uuid`;
      }),
    ).rejects.toThrow(refused);
  });

  test("erasing a person's words is possible where a transaction says so aloud, and only there", async () => {
    const { id } = await plant();
    const erase = (tx: Prisma.TransactionClient) =>
      tx.reportEvent.updateMany({ where: { reportId: id }, data: { text: null } });
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`set local ndreqe.erasing = 'on'`;
      await erase(tx);
    });
    await expect(db().$transaction(erase)).rejects.toThrow(/append-only/);
  });
});

describe("a report's status is that of its last status event, at the end of every transaction", () => {
  const last = /last status event/;

  test("a report without an event, a status without an event, an event without its status: none of them is kept", async () => {
    const { id } = await plant();
    await expect(db().report.update({ where: { id }, data: { status: "acknowledged" } })).rejects.toThrow(last);
    const event = { kind: "status", actorKind: "system", isPublic: true } as const;
    await expect(db().reportEvent.create({ data: { ...event, reportId: id, statusTo: "fixed" } })).rejects.toThrow(
      last,
    );
    await expect(
      db()
        .$executeRaw`insert into report (id, ref, municipality_id, category_id, lat, lon, title, language, source, status, confirmed_at)
        select gen_random_uuid(), 'ZZZ-2222', municipality_id, category_id, lat, lon, title, language, source, status, now() from report where id = ${id}::uuid`,
    ).rejects.toThrow(last);
    expect(await apart()).toEqual([]);
  });

  test("within a transaction the two may come in any order", async () => {
    const { id } = await plant();
    await db().$transaction(async (tx) => {
      await tx.reportEvent.create({
        data: { reportId: id, kind: "status", actorKind: "system", isPublic: true, statusTo: "in_progress" },
      });
      await tx.report.update({ where: { id }, data: { status: "in_progress" } });
    });
    await become(id, "fixed");
    expect(await db().report.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "fixed" });
  });
});

describe("rows that make no sense are refused", () => {
  test.each<[string, Parameters<typeof plant>[0], RegExp]>([
    ["planned without a day", { status: "planned", plannedFor: null }, /report_planned/],
    ["referred to nobody", { status: "referred", referredTo: null }, /report_referred/],
    ["a duplicate of nothing", { status: "duplicate" }, /report_duplicate/],
    ["fixed, but never closed", { status: "fixed", closedAt: null }, /report_closed/],
    ["open, but closed", { status: "open", closedAt: new Date() }, /report_closed/],
    ["public, but never confirmed", { confirmedAt: null }, /report_confirmed/],
    ["unconfirmed, but confirmed", { status: "unconfirmed", confirmedAt: new Date() }, /report_confirmed/],
    ["beyond the poles of the map", { lat: 89 }, /report_position/],
    ["in no municipality", { municipalityId: "atlantis" }, /municipality|Foreign key/],
  ])("a report %s", async (_name, given, rule) => {
    await expect(plant(given)).rejects.toThrow(rule);
  });

  test("a duplicate of itself; of another it is taken", async () => {
    const target = await plant();
    const id = crypto.randomUUID();
    await expect(plant({ id, status: "duplicate", duplicateOfId: id })).rejects.toThrow(/report_duplicate/);
    await plant({ id, status: "duplicate", duplicateOfId: target.id });
    await expect(plant({ duplicateOfId: target.id })).rejects.toThrow(/report_duplicate/);
  });

  test("an internal note in public, a change of status in secret, a photo of nothing", async () => {
    const { id } = await plant();
    const event = { reportId: id, actorKind: "municipality" } as const;
    await expect(
      db().reportEvent.create({ data: { ...event, kind: "note", isPublic: true, text: "x" } }),
    ).rejects.toThrow(/report_event_note_internal/);
    await expect(
      db().reportEvent.create({ data: { ...event, kind: "status", isPublic: false, statusTo: "open" } }),
    ).rejects.toThrow(/report_event_status_public/);
    await expect(db().photo.create({ data: { role: "problem", width: 1, height: 1, sha256: "x" } })).rejects.toThrow(
      /photo_belongs/,
    );
  });

  test("the same reference or the same source key twice", async () => {
    const { ref } = await plant({ sourceKey: "draft:once" });
    await expect(plant({ ref })).rejects.toThrow(/ref/);
    await expect(plant({ sourceKey: "draft:once" })).rejects.toThrow(/source_key/);
  });

  test("a mailbox in capitals, an official of nowhere, a citizen of somewhere, the same role twice", async () => {
    await expect(db().person.create({ data: { email: "Arta@example.com" } })).rejects.toThrow(/person_email_normal/);
    await expect(db().person.create({ data: { email: " arta@example.com" } })).rejects.toThrow(/person_email_normal/);
    const { id: personId } = await db().person.create({ data: { email: "arta@example.com" } });
    const grant = (data: Omit<Prisma.RoleGrantUncheckedCreateInput, "personId">) =>
      db().roleGrant.create({ data: { personId, ...data } });
    await expect(grant({ role: "official" })).rejects.toThrow(/role_grant_scope/);
    await expect(grant({ role: "manager" })).rejects.toThrow(/role_grant_scope/);
    await expect(grant({ role: "admin", municipalityId: "peja" })).rejects.toThrow(/role_grant_scope/);
    await grant({ role: "official", municipalityId: "peja" });
    await grant({ role: "official", municipalityId: "gjilan" });
    await expect(grant({ role: "official", municipalityId: "peja" })).rejects.toThrow();
    await grant({ role: "editor" });
    await expect(grant({ role: "editor" })).rejects.toThrow();
  });
});

describe("what is public", () => {
  test("is generated: confirmed, not hidden, not training; and cannot be written", async () => {
    const isPublic = async (given: Parameters<typeof plant>[0]) =>
      (await db().report.findUniqueOrThrow({ where: { id: (await plant(given)).id } })).isPublic;
    expect(await isPublic({})).toBe(true);
    expect(await isPublic({ status: "fixed" })).toBe(true);
    expect(await isPublic({ status: "unconfirmed" })).toBe(false);
    expect(await isPublic({ status: "expired" })).toBe(false);
    expect(await isPublic({ hiddenAt: new Date() })).toBe(false);
    expect(await isPublic({ training: true })).toBe(false);
    await expect(db().$executeRaw`update report set is_public = true`).rejects.toThrow();
  });

  test("a training report stands in no list, no page, no count and no cell of the map", async () => {
    const everything = filterSchema.parse({ municipality: "ferizaj" });
    const given = { municipalityId: "ferizaj", lat: 42.37, lon: 21.155 };
    const { ref } = await plant({ ...given, training: true, title: "Only practised" });
    await plant({ ...given, hiddenAt: new Date(), title: "Only hidden" });
    expect((await listReports(everything)).rows).toEqual([]);
    expect(await findPublicReport(ref, anonymous)).toBeNull();
    expect(await countByStatus(everything)).toEqual([]);
    expect(await db().mapCell.count({ where: { municipalityId: "ferizaj", count: { not: 0 } } })).toBe(0);
  });
});

describe("the map", () => {
  test("the database's key of a position is the Morton code of its tile at zoom 20", async () => {
    // As positions come: in ten-millionths of a degree. Nearer to zero than any, PostgreSQL refuses to compute a tangent.
    const degrees = (limit: number) => fc.integer({ min: -limit * 1e7, max: limit * 1e7 }).map((value) => value / 1e7);
    const positions = fc.sample(fc.record({ lat: degrees(85), lon: degrees(179) }), 2000);
    const keys = await db().$queryRaw<{ key: bigint }[]>`
      select map_key(lat, lon) as key from unnest(${positions.map((p) => p.lat)}::float8[], ${positions.map((p) => p.lon)}::float8[])
      with ordinality as p(lat, lon, n) order by n`;
    const n = 2 ** 20;
    positions.forEach(({ lat, lon }, i) => {
      const x = Math.floor(((lon + 180) / 360) * n);
      const y = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * n);
      expect(keys[i]?.key, `${lat} ${lon}`).toBe(mortonKey(x, y));
    });
  });

  test("a report's key follows its position, whatever is written into it", async () => {
    const { id } = await plant();
    await db().$executeRaw`update report set map_key = 1 where id = ${id}::uuid`;
    const [row] = await db().$queryRaw<
      { same: boolean }[]
    >`select map_key = map_key(lat, lon) as same from report where id = ${id}::uuid`;
    expect(row?.same).toBe(true);
  });

  test("the kept counts are what counting gives, whatever happens to reports", async () => {
    const slug = fc.constantFrom("prishtina", "peja", "prizren");
    const category = fc.constantFrom("potholes", "lighting", "waste");
    const degrees = fc.record({
      lat: fc.double({ min: 42, max: 43, noNaN: true }),
      lon: fc.double({ min: 20.2, max: 21.6, noNaN: true }),
    });
    const status = fc.constantFrom(
      ...publicStatuses.filter((to) => !["planned", "referred", "duplicate"].includes(to)),
    );
    const act = fc.oneof(
      fc.record({ act: fc.constant("file" as const), slug, category, degrees, training: fc.boolean() }),
      fc.record({ act: fc.constant("become" as const), which: fc.nat(), status }),
      fc.record({ act: fc.constant("hide" as const), which: fc.nat(), hidden: fc.boolean() }),
      fc.record({ act: fc.constant("move" as const), which: fc.nat(), degrees, slug, category }),
    );
    const ids: string[] = [(await plant()).id];
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 12 }), async (acts) => {
        for (const one of acts) {
          if (one.act === "file") {
            const { id } = await plant({
              municipalityId: one.slug,
              categoryId: one.category,
              ...one.degrees,
              training: one.training,
            });
            ids.push(id);
            continue;
          }
          const id = ids[one.which % ids.length] ?? "";
          if (one.act === "become") await become(id, one.status);
          if (one.act === "hide")
            await db().report.update({ where: { id }, data: { hiddenAt: one.hidden ? new Date() : null } });
          if (one.act === "move") {
            await db().report.update({
              where: { id },
              data: { ...one.degrees, municipalityId: one.slug, categoryId: one.category },
            });
          }
        }
        expect(await miscounted()).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

describe("the whole database, with demonstration data", () => {
  beforeAll(async () => {
    // It fills empty databases only; this one has been planted in.
    await db().$executeRaw`truncate report, person, map_cell, report_tally cascade`;
    expect(await seedDemo()).toBe(true);
  });

  test("every report's status is that of its last status event, and every cell is counted right", async () => {
    expect(await db().report.count()).toBeGreaterThan(100);
    expect(await apart()).toEqual([]);
    expect(await miscounted()).toEqual([]);
  });
});
