import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, anonymous, type PersonActor } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { submitReport } from "@/lib/reports/commands";
import { keepDuty } from "@/lib/reports/duty-commands";
import { sendDutyDigests, tellFlagged } from "@/lib/reports/duty-jobs";
import { findDuty } from "@/lib/reports/duty-queries";
import { dismissFlags, flag } from "@/lib/reports/flag-commands";
import { approveReport } from "@/lib/reports/look-commands";
import { draft, everybody, person, publicReport } from "../support/world";

let who: Record<string, Actor>;
let soon: PersonActor & { email: string };
let morning: PersonActor & { email: string };

beforeAll(async () => {
  who = await everybody();
  soon = who.moderator as typeof soon;
  morning = await person({ role: "moderator" });
  await db().person.update({ where: { id: soon.id }, data: { locale: "sr" } });
  expect(await keepDuty(morning, false)).toEqual({ ok: true, value: undefined });
  await db().municipality.update({ where: { slug: "prishtina" }, data: { anonymousReports: true } });
});

// Each test has a morning of its own.
beforeEach(async () => {
  await db().flag.updateMany({ data: { settledAt: new Date() } });
  await db().report.updateMany({ where: { status: "unconfirmed" }, data: { lookSince: new Date() } });
  await db().outboundMail.deleteMany();
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
});

/** Flags a report as somebody new, and does the work that waits for it. */
async function flagIt(report: { id: string }, reason: "abuse" | "spam" | "personal_data" = "abuse") {
  const by = await person();
  expect(await flag(by, { reportId: report.id, reason, text: "Words of a neighbour" })).toMatchObject({ ok: true });
  const { id } = await db().flag.findFirstOrThrow({ where: { personId: by.id } });
  const jobs = await db().$queryRaw<{ flagId: string }[]>`
    select payload->>'flagId' as "flagId" from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'report_flagged'`;
  expect(jobs.map(({ flagId }) => flagId)).toContain(id);
  await tellFlagged({ flagId: id });
  // Tried again, it tells nobody twice.
  await tellFlagged({ flagId: id });
}

const mailsTo = (email: string) =>
  db().outboundMail.findMany({ where: { toAddress: email }, orderBy: { createdAt: "asc" } });

/** A little after seven in Kosovo, on mornings after the flags came. */
const dawn = (days = 1) => new Date(Date.parse("2026-11-25T06:10:00Z") + days * 24 * 3600 * 1000);
const flagsCame = () =>
  db().flag.updateMany({ where: { settledAt: null }, data: { createdAt: new Date("2026-11-25T10:00:00Z") } });

describe("flags", () => {
  test("the first of a report is told at once, in the moderator's language, with nothing that was typed", async () => {
    const report = await publicReport(await person(), { title: "A title with a name in it" });
    await flagIt(report, "personal_data");
    await flagIt(report, "spam");
    const [mail, ...more] = await mailsTo(soon.email);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ locale: "sr", subject: `Upozorenje na prijavu ${report.ref}`, unsubscribe: null });
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain("Prikazuje osobu: ime, lice, tablice");
      expect(body).toContain("http://ndreqe.test/sr/flags");
      expect(body).not.toContain("A title with a name in it");
      expect(body).not.toContain("Words of a neighbour");
    }
    expect(await mailsTo(morning.email)).toEqual([]);
    // Administrators hear nothing while there are moderators.
    expect(await mailsTo((who.admin as { email: string }).email)).toEqual([]);
  });

  test("further ones, and what nobody decided, come together in the morning; once, and no more when it is decided", async () => {
    const [one, two] = [await publicReport(await person()), await publicReport(await person())];
    await flagIt(one);
    await flagIt(one, "spam");
    await flagIt(two);
    await flagsCame();
    // Before the morning nothing goes out.
    await sendDutyDigests(new Date(dawn().getTime() - 20 * 60_000));
    expect(await mailsTo(morning.email)).toEqual([]);
    await sendDutyDigests(dawn());
    await sendDutyDigests(dawn());
    const [digest, ...twice] = await mailsTo(morning.email);
    expect(twice).toEqual([]);
    expect(digest).toMatchObject({ locale: "sq", unsubscribe: null });
    expect(digest?.subject).toBe("Presin vendimin tuaj: 2 raportime");
    for (const body of [digest?.text, digest?.html]) {
      expect(body).toContain(`${one.ref}: 2 sinjalizime`);
      expect(body).toContain("Fyerje ose kërcënim; Reklamë");
      expect(body).toContain(`${two.ref}: 1 sinjalizim`);
    }
    // Who heard at once hears of the further flag alone.
    const mine = await mailsTo(soon.email);
    expect(mine).toHaveLength(3);
    expect(mine[2]?.subject).toBe("Čeka vašu odluku: 1 prijava");
    expect(mine[2]?.text).toContain(`${one.ref}: 2 upozorenja`);
    expect(mine[2]?.text).not.toContain(two.ref);
    // Another day later nobody has decided: now the other one is named too.
    await sendDutyDigests(dawn(2));
    expect((await mailsTo(soon.email))[3]?.subject).toBe("Čeka vašu odluku: 2 prijave");
    for (const { id } of [one, two])
      expect(await dismissFlags(soon, { reportId: id, eventId: null })).toMatchObject({ ok: true });
    await sendDutyDigests(dawn(3));
    expect(await mailsTo(soon.email)).toHaveLength(4);
    // Flagged again after a decision, it is a first flag again.
    await flagIt(one);
    expect(await mailsTo(soon.email)).toHaveLength(5);
  });

  test("two at the same moment are told once", async () => {
    const report = await publicReport(await person());
    const [a, b] = [await person(), await person()];
    await Promise.all([a, b].map((by) => flag(by, { reportId: report.id, reason: "spam", text: "" })));
    const flags = await db().flag.findMany({ where: { reportId: report.id } });
    await db().flag.updateMany({ where: { reportId: report.id }, data: { createdAt: new Date() } });
    await Promise.all(flags.map(({ id }) => tellFlagged({ flagId: id })));
    expect(await mailsTo(soon.email)).toHaveLength(1);
  });

  test("flagging the same thing again tells nobody; nor does what was decided or hidden meanwhile", async () => {
    const report = await publicReport(await person());
    const by = await person();
    for (let twice = 0; twice < 2; twice++)
      expect(await flag(by, { reportId: report.id, reason: "spam", text: "" })).toMatchObject({ ok: true });
    const [waiting] = await db().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'report_flagged'`;
    expect(waiting?.count).toBe(1);
    const { id } = await db().flag.findFirstOrThrow({ where: { reportId: report.id } });
    await dismissFlags(soon, { reportId: report.id, eventId: null });
    await tellFlagged({ flagId: id });
    expect(await mailsTo(soon.email)).toEqual([]);
  });
});

test("what waits for a look longer than a working day is in the morning's e-mail, until somebody looks", async () => {
  const secret = await draft(anonymous, { noEmail: true, noEmailSince: 1, email: undefined });
  const sent = await submitReport(anonymous, secret, "sq", "10.7.0.1");
  if (!sent.ok) throw new Error(sent.error);
  const report = await db().report.findUniqueOrThrow({ where: { ref: sent.value.ref } });
  // Friday noon: a working day later is Monday noon.
  await db().report.update({ where: { id: report.id }, data: { lookSince: new Date("2026-11-27T12:00:00Z") } });
  for (const day of ["2026-11-28", "2026-11-29", "2026-11-30"]) {
    await sendDutyDigests(new Date(`${day}T06:10:00Z`));
    expect(await mailsTo(soon.email)).toEqual([]);
  }
  await sendDutyDigests(new Date("2026-12-01T06:10:00Z"));
  const [mail] = await mailsTo(soon.email);
  expect(mail?.subject).toBe("Čeka vašu odluku: 1 prijava");
  expect(mail?.text).toContain("1 prijava bez e-pošte čeka pregled duže od jednog radnog dana.");
  expect(mail?.text).toContain(`${report.ref}: čeka pregled`);
  expect(mail?.html).toContain("http://ndreqe.test/sr/look");
  expect(mail?.text).not.toContain(report.title);
  expect(await approveReport(soon, { reportId: report.id, version: report.version })).toMatchObject({ ok: true });
  await sendDutyDigests(new Date("2026-12-02T06:10:00Z"));
  expect(await mailsTo(soon.email)).toHaveLength(1);
});

test("only who moderates chooses when they hear of it", async () => {
  for (const name of ["anonymous", "system", "citizen", "official", "manager", "editor"]) {
    expect(await keepDuty(who[name] as Actor, false), name).toEqual({ ok: false, error: "forbidden" });
    expect(await findDuty(who[name] as Actor), name).toBeNull();
  }
  expect(await findDuty(soon)).toEqual({ atOnce: true });
  expect(await findDuty(morning)).toEqual({ atOnce: false });
});

test("where there is no moderator, administrators hear of it", async () => {
  await db().roleGrant.deleteMany({ where: { role: "moderator" } });
  const report = await publicReport(await person());
  await flagIt(report);
  expect(await mailsTo((who.admin as { email: string }).email)).toHaveLength(1);
});
