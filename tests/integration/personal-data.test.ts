import { beforeEach, describe, expect, test } from "vitest";
import { anonymous, type PersonActor, system } from "@/lib/accounts/actor";
import { actorOf } from "@/lib/accounts/session";
import { db } from "@/lib/db/client";
import { followTarget } from "@/lib/follows/commands";
import { eraseAccount } from "@/lib/personal-data/commands";
import { holdings } from "@/lib/personal-data/holdings";
import { readPersonalData } from "@/lib/personal-data/queries";
import { answerToken } from "@/lib/reports/answer-links";
import { supportReport } from "@/lib/reports/citizen-commands";
import { answerReport, moveReport } from "@/lib/reports/desk-commands";
import { answerFixByLink } from "@/lib/reports/feedback-commands";
import { tellFollowers } from "@/lib/reports/jobs";
import { listOwnReports } from "@/lib/reports/queries";
import { plant } from "../support/reports";
import { person, publicReport } from "../support/world";

const ok = expect.objectContaining({ ok: true });
const refused = (error: string) => expect.objectContaining({ ok: false, error });

/** Columns that hold addresses and numbers instead of people. */
const notOfPeople = ["municipality.email", "category_institution.phone"];

test("every column that points at a person or holds an address is covered by the download and the deletion", async () => {
  const rows = await db().$queryRaw<{ name: string }[]>`
    select c.conrelid::regclass || '.' || a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass
    union
    select table_name || '.' || column_name from information_schema.columns
    where table_schema = 'public' and column_name ~ '(email|e_mail|address|identifier|phone|reporter_name)'
      and table_name not like '%prisma%'`;
  const covered = Object.values(holdings).flatMap(({ columns }) => columns);
  expect(rows.length).toBeGreaterThan(15);
  const missing = rows.map(({ name }) => name).filter((name) => ![...covered, ...notOfPeople].includes(name));
  expect(missing).toEqual([]);
});

let reporter: PersonActor & { email: string };
let official: PersonActor;
let ref: string;
/** The name that stands on the report. */
let shown: string;
beforeEach(async () => {
  reporter = await person();
  shown = `Arta ${reporter.id}`;
  await db().person.update({ where: { id: reporter.id }, data: { name: `Own ${shown}` } });
  official = await person({ role: "official", municipalityId: "prishtina" });
  const report = await publicReport(reporter, { title: "A hole by my door", name: shown, nameShown: true });
  ref = report.ref;
  await followTarget(reporter, { kind: "circle", lat: 42.66, lon: 21.16, radius: 500 }, "daily");
  const { version } = await db().report.findUniqueOrThrow({ where: { ref } });
  await answerReport(official, { reportId: report.id, version, text: "We come tomorrow." });
  const events = await db().reportEvent.findMany({ where: { reportId: report.id, isPublic: true } });
  for (const { id } of events) await tellFollowers({ eventId: id });
});

describe("the download", () => {
  test("holds everything, and nothing of anybody else", async () => {
    const data = await readPersonalData(reporter);
    expect(Object.keys(data ?? {})).toEqual(Object.keys(holdings));
    const text = JSON.stringify(data);
    for (const word of [reporter.email, "A hole by my door", shown, ref, "We come tomorrow."])
      expect(text).toContain(word);
    expect(data).toMatchObject({
      account: { email: reporter.email, hasPassword: false },
      areasFollowed: [{ kind: "circle", lat: 42.66, radius: 500 }],
      reportsFollowed: [{ report: { ref } }],
      steps: [{ kind: "status", statusTo: "open" }],
    });
    expect(text).not.toContain(official.email ?? "");
    expect(text).not.toContain("$argon2");
    expect(JSON.stringify(await readPersonalData(official))).not.toContain(reporter.email);
    for (const actor of [anonymous, system]) expect(await readPersonalData(actor)).toBeNull();
  });
});

/** Every row of every table as text, to look for what must be gone. */
async function wholeDatabase(): Promise<string> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const all: string[] = [];
  for (const { name } of tables) {
    if (name === "place" || name === "municipality") continue;
    const rows = await db().$queryRawUnsafe<{ row: string }[]>(`select to_jsonb(t)::text as row from "${name}" t`);
    all.push(...rows.map(({ row }) => row));
  }
  return all.join("\n");
}

describe("deleting the account", () => {
  test("asks for the address once more, and is for the person alone", async () => {
    for (const typed of ["", "else@example.com"])
      expect(await eraseAccount(reporter, typed)).toEqual(refused("account_confirm"));
    for (const actor of [anonymous, system]) expect(await eraseAccount(actor, "")).toEqual(refused("forbidden"));
    expect(await db().person.findUnique({ where: { id: reporter.id } })).toMatchObject({ email: reporter.email });
  });

  test("the report and its steps stay; name, address and follows are nowhere in the database; the session ends", async () => {
    const neighbours = await publicReport(await person());
    await supportReport(reporter, { reportId: neighbours.id });
    const session = { id: reporter.id, epoch: 0 };
    expect(await actorOf(session)).toMatchObject({ kind: "person" });
    expect(await eraseAccount(reporter, ` ${reporter.email.toUpperCase()} `)).toEqual(ok);
    expect(await actorOf(session)).toEqual(anonymous);
    const after = await wholeDatabase();
    for (const gone of [reporter.email, shown]) expect([gone, after.includes(gone)]).toEqual([gone, false]);
    const report = await db().report.findUniqueOrThrow({ where: { ref }, include: { events: true } });
    expect(report).toMatchObject({ title: "A hole by my door", isPublic: true, reporterId: null, nameShown: false });
    const steps = report.events.filter(({ isPublic }) => isPublic);
    expect(steps.map(({ text }) => text)).toEqual([null, "We come tomorrow."]);
    expect(report.events.filter(({ actorId }) => actorId === reporter.id)).toEqual([]);
    // "Me too" stays counted.
    expect(await db().report.findUniqueOrThrow({ where: { id: neighbours.id } })).toMatchObject({ supportCount: 1 });
    for (const rows of [db().follow, db().areaFollow, db().notice] as { count: (q: object) => Promise<number> }[])
      expect(await rows.count({ where: { personId: reporter.id } })).toBe(0);
    // The mailbox is free: whoever comes with it is somebody new.
    expect((await listOwnReports(reporter)).rows).toEqual([]);
  });

  test("an official's answers stay the municipality's, under an account that names nobody and has no role", async () => {
    expect(await eraseAccount(official, official.email ?? "")).toEqual(ok);
    const answer = await db().reportEvent.findFirstOrThrow({ where: { text: "We come tomorrow.", report: { ref } } });
    expect(answer).toMatchObject({ actorKind: "municipality", actorId: official.id });
    const row = await db().person.findUniqueOrThrow({ where: { id: official.id }, include: { grants: true } });
    expect(row).toMatchObject({ email: null, name: null, grants: [], erasedAt: expect.any(Date) });
    await expect(db().person.update({ where: { id: official.id }, data: { name: "Again" } })).rejects.toThrow();
  });

  test("the last administrator stays, also when two leave at once", async () => {
    const [one, two] = [await person({ role: "admin" }), await person({ role: "admin" })];
    const results = await Promise.all([one, two].map((admin) => eraseAccount(admin, admin.email)));
    expect(results.filter(({ ok: went }) => went)).toHaveLength(1);
    expect(results).toContainEqual(refused("last_admin"));
    expect(await db().roleGrant.count({ where: { role: "admin" } })).toBe(1);
  });

  test("the buttons of an old e-mail do nothing any more", async () => {
    const report = await db().report.findUniqueOrThrow({ where: { ref } });
    const subject = { reportId: report.id, version: report.version };
    const move = { ...subject, to: "fixed", text: "Filled.", referredTo: "", duplicateOf: "" } as const;
    expect(await moveReport(official, { ...move, plannedFor: undefined })).toEqual(ok);
    const fix = await db().reportEvent.findFirstOrThrow({ where: { reportId: report.id, statusTo: "fixed" } });
    const token = answerToken({ kind: "fixed", personId: reporter.id, aboutId: fix.id, askedAt: fix.at });
    expect(await eraseAccount(reporter, reporter.email)).toEqual(ok);
    expect(await answerFixByLink(anonymous, { token, answer: "yes", text: "" })).toEqual(refused("link_invalid"));
  });

  test("a link that still waited for its press opens nothing any more", async () => {
    await db().report.update({ where: { ref }, data: { pendingEmail: reporter.email } });
    expect(await eraseAccount(reporter, reporter.email)).toEqual(ok);
    expect(await db().report.findUniqueOrThrow({ where: { ref } })).toMatchObject({ pendingEmail: null });
  });
});

test("one's own reports come page by page", async () => {
  const busy = await person();
  for (let i = 0; i < 21; i++) await plant({ reporterId: busy.id });
  const first = await listOwnReports(busy);
  expect(first.rows).toHaveLength(20);
  const second = await listOwnReports(busy, first.next ?? undefined);
  expect(second).toMatchObject({ next: null });
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(21);
});
