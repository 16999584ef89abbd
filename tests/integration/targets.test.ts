import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor, PersonActor } from "@/lib/accounts/actor";
import { closeDb, db } from "@/lib/db/client";
import { calculated } from "@/lib/municipalities/calendar";
import { changeHolidays } from "@/lib/municipalities/holiday-commands";
import { holidayEffect, listHolidays } from "@/lib/municipalities/holiday-queries";
import { readCalendar } from "@/lib/municipalities/holidays";
import type { HolidayChange, TargetInput } from "@/lib/municipalities/schema";
import { setTargets, targetEffect } from "@/lib/municipalities/target-commands";
import { kosovoDay } from "@/lib/municipalities/workdays";
import { windClocks } from "@/lib/reports/clock-jobs";
import { sendOverdue } from "@/lib/reports/overdue-jobs";
import { startMailServer } from "../support/mail-server";
import { mailsTo } from "../support/mailbox";
import { everybody, inside, person, publicReport } from "../support/world";

let all: Record<string, Actor>;
let admin: Actor;
let manager: PersonActor & { email: string };

beforeAll(async () => {
  all = await everybody();
  admin = all.admin as Actor;
  manager = all.manager as typeof manager;
});

const targets: TargetInput = { slug: "prishtina", answerDays: 3, fixDays: 20, kinds: {} };
const queued = async () =>
  (
    await db().$queryRaw<{ n: number }[]>`
      select count(*)::int as n from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'wind_clocks'`
  )[0]?.n;
const addition: HolidayChange = {
  change: "add",
  day: "2031-06-03",
  nameSq: "Festë",
  nameSr: "Praznik",
  nameEn: "Feast",
  moves: true,
};
const dayOf = (day: string) => kosovoDay(new Date(`${day}T12:00:00Z`));

describe("who may", () => {
  test("holidays are the administrator's alone", async () => {
    for (const [name, actor] of Object.entries(all)) {
      const may = name === "admin";
      const change: HolidayChange = { ...addition, nameEn: `Feast of ${name}` };
      expect([name, (await changeHolidays(actor, change)).ok]).toEqual([name, may]);
      expect([name, (await listHolidays(actor, 2031)) !== null]).toEqual([name, may]);
      expect([name, (await holidayEffect(actor, change)) !== null]).toEqual([name, may]);
    }
  });

  test("targets are the municipality's managers' and the administrator's", async () => {
    const other = await person({ role: "manager", municipalityId: "peja" });
    for (const [name, actor] of Object.entries({ ...all, other })) {
      const may = name === "admin" || name === "manager";
      expect([name, (await setTargets(actor, targets)).ok]).toEqual([name, may]);
      expect([name, (await targetEffect(actor, targets)) !== null]).toEqual([name, may]);
    }
    expect(await setTargets(other, { ...targets, slug: "peja" })).toMatchObject({ ok: true });
    expect(
      await setTargets(manager, { ...targets, kinds: { nothing: { answerDays: 1, fixDays: null } } }),
    ).toMatchObject({ ok: false, error: "not_found" });
  });
});

describe("holidays in the table", () => {
  test("a day that is added brings the proposed ones of its year, which counted until then", async () => {
    const listed = await listHolidays(admin, 2032);
    expect(listed?.isKept).toBe(false);
    await changeHolidays(admin, { ...addition, day: "2032-06-03" });
    const kept = await listHolidays(admin, 2032);
    expect(kept?.isKept).toBe(true);
    expect(kept?.holidays.map(({ day }) => day)).toEqual(
      [...(listed?.holidays.map(({ day }) => day) ?? []), "2032-06-03"].sort(),
    );
    expect(kept?.holidays.filter(({ checked }) => !checked)).toHaveLength(2);
    const calendar = await readCalendar(db());
    expect([calendar.isWorkday(dayOf("2032-06-03")), calculated.isWorkday(dayOf("2032-06-03"))]).toEqual([false, true]);
  });

  test("an Eid is set right by hand, and isn't proposed a second time; a day that is removed is worked", async () => {
    await changeHolidays(admin, { change: "propose", year: 2029 });
    const eid = (await listHolidays(admin, 2029))?.holidays.find(({ names }) =>
      names?.nameEn.startsWith("Eid al-Fitr"),
    );
    expect(eid).toMatchObject({ day: "2029-02-14", checked: false });
    await changeHolidays(admin, { change: "move", id: eid?.id ?? "", day: "2029-02-15" });
    await changeHolidays(admin, { change: "propose", year: 2029 });
    const days = (await listHolidays(admin, 2029))?.holidays ?? [];
    expect(days).toHaveLength(12);
    expect(days.find(({ id }) => id === eid?.id)).toMatchObject({ day: "2029-02-15", checked: true });
    const may = days.find(({ day }) => day === "2029-05-01");
    await changeHolidays(admin, { change: "remove", id: may?.id ?? "" });
    expect((await readCalendar(db())).isWorkday(dayOf("2029-05-01"))).toBe(true);
    expect(await changeHolidays(admin, { change: "remove", id: may?.id ?? "" })).toMatchObject({ error: "not_found" });
  });
});

describe("what a change does is said before, and done after", () => {
  test("of a target: as many are due at another moment as was said, and what becomes late with them", async () => {
    const reporter = await person();
    const place = inside.peja;
    const [noisy] = [
      await publicReport(reporter, { ...place, categoryId: "noise" }),
      await publicReport(reporter, { ...place, categoryId: "potholes" }),
    ];
    // Long ago, answered in time, fixed by nobody.
    const long = new Date(Date.now() - 25 * 24 * 3600_000);
    await db().report.update({ where: { id: noisy?.id ?? "" }, data: { confirmedAt: long, firstResponseAt: long } });
    await windClocks();
    const other = await person({ role: "manager", municipalityId: "peja" });
    const input: TargetInput = { ...targets, slug: "peja", kinds: { noise: { answerDays: null, fixDays: 5 } } };
    expect(await targetEffect(other, { ...targets, slug: "peja" })).toEqual({ open: 2, changed: 0, late: 0, saved: 0 });
    expect(await targetEffect(other, input)).toEqual({ open: 2, changed: 1, late: 1, saved: 0 });
    expect(await setTargets(other, input)).toMatchObject({ ok: true });
    expect(await queued()).toBe(2);
    expect(await windClocks()).toBe(1);
    expect(await targetEffect(other, { ...targets, slug: "peja" })).toMatchObject({ changed: 1, late: 0, saved: 1 });
  });

  test("of a holiday: it moves what is due after it, in every municipality", async () => {
    // The next day that is worked, three days before which nothing is due.
    let number = kosovoDay(new Date()) + 1;
    const calendar = await readCalendar(db());
    while (!calendar.isWorkday(number)) number++;
    const day = new Date(number * 24 * 3600_000).toISOString().slice(0, 10);
    const change: HolidayChange = { ...addition, day };
    const before = await holidayEffect(admin, change);
    expect(before?.changed).toBeGreaterThan(0);
    await changeHolidays(admin, change);
    expect(await windClocks()).toBe(before?.changed);
    const id = (await listHolidays(admin, Number(day.slice(0, 4))))?.holidays.find((row) => row.day === day)?.id ?? "";
    expect((await holidayEffect(admin, { change: "remove", id }))?.changed).toBe(before?.changed);
  });
});

describe("the morning digest", () => {
  const morning = new Date("2026-12-01T06:31:00Z");

  test("one letter on working days from half past seven, by the mail server; none when nothing is overdue", async () => {
    await db().holiday.deleteMany();
    const mine = await person({ role: "manager", municipalityId: "gjilan" });
    await db().person.update({ where: { id: mine.id }, data: { locale: "sr" } });
    const quiet = await person({ role: "manager", municipalityId: "ferizaj" });
    const at = { lat: 42.463, lon: 21.469 };
    const late = await publicReport(await person(), { ...at, title: "A late one before the school" });
    const fresh = await publicReport(await person(), { ...at, title: "Another one that is in time" });
    await db().report.update({ where: { id: late.id }, data: { answerDueAt: new Date("2026-11-26T09:00:00Z") } });
    await db().report.update({ where: { id: fresh.id }, data: { answerDueAt: new Date("2026-12-09T09:00:00Z") } });
    const mails = () => db().outboundMail.findMany({ where: { toAddress: mine.email } });
    for (const moment of [
      "2026-12-01T06:29:00Z",
      "2026-12-01T11:05:00Z",
      "2026-11-29T06:31:00Z",
      "2026-12-25T06:31:00Z",
    ])
      await sendOverdue(new Date(moment));
    expect(await mails()).toEqual([]);
    await sendOverdue(morning);
    await sendOverdue(new Date("2026-12-01T06:36:00Z"));
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(await db().outboundMail.count({ where: { toAddress: quiet.email } })).toBe(0);
    expect(mail?.subject).toBe("Kasni danas: 1 prijava, Gnjilane");

    const folder = await mkdtemp(join(tmpdir(), "ndreqe-digest-"));
    const server = await startMailServer(folder);
    await closeDb();
    vi.stubEnv("SMTP_URL", server.url);
    vi.resetModules();
    const jobs = await import("@/lib/notifications/jobs");
    const client = await import("@/lib/db/client");
    await jobs.sendMail({ mailId: mail?.id ?? "" });
    const [received] = await mailsTo(folder, mine.email);
    expect(received?.text).toContain(`${late.ref} – ${late.title}`);
    expect(received?.text).toContain("Odgovor kasni 3 radna dana");
    expect(received?.text).not.toContain(fresh.ref);
    expect(received?.links).toEqual(
      expect.arrayContaining([
        `http://ndreqe.test/sr/desk/${late.ref}?from=overdue`,
        "http://ndreqe.test/sr/desk?m=gjilan&view=overdue",
      ]),
    );
    await client.closeDb();
    vi.unstubAllEnvs();
    vi.resetModules();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
});
