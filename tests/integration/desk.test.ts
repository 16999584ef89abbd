import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, type PersonActor, personId } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import type { Result } from "@/lib/errors";
import { followReport, supportReport } from "@/lib/reports/citizen-commands";
import { answerReport, assignReport, hideReport, moveReport, noteReport } from "@/lib/reports/desk-commands";
import {
  countDesk,
  findDeskReport,
  findNext,
  listColleagues,
  listDesk,
  listNeighbours,
} from "@/lib/reports/desk-queries";
import { tellFollowers, tellMunicipality } from "@/lib/reports/jobs";
import { findPublicReport } from "@/lib/reports/queries";
import { type Move, moveSchema } from "@/lib/reports/schema";
import { isLawful, openStatuses, type Status, statuses } from "@/lib/reports/status";
import { phonePhoto } from "../support/images";
import { everybody, inside, person, publicReport } from "../support/world";

let everyone: Record<string, Actor>;
let official: PersonActor;
beforeAll(async () => {
  everyone = await everybody();
  official = everyone.official as PersonActor;
});

const fresh = async () => publicReport(await person());
const now = (id: string) => db().report.findUniqueOrThrow({ where: { id } });
const move = (subject: { id: string; version: number }, to: Status, more: Partial<Move> = {}): Move =>
  moveSchema.parse({
    reportId: subject.id,
    version: subject.version,
    to,
    text: "We looked at it.",
    plannedFor: "2030-01-02",
    referredTo: "KEDS",
    ...more,
  });
const subject = ({ id, version }: { id: string; version: number }) => ({ reportId: id, version });

describe("who may work at a desk", () => {
  const commands: Record<string, (actor: Actor, on: { id: string; version: number }) => Promise<Result<unknown>>> = {
    answerReport: (actor, on) => answerReport(actor, { ...subject(on), text: "Thank you." }),
    noteReport: (actor, on) => noteReport(actor, { ...subject(on), text: "Ask Agim." }),
    assignReport: (actor, on) => assignReport(actor, { ...subject(on), assigneeId: official.id }),
    moveReport: (actor, on) => moveReport(actor, move(on, "acknowledged")),
  };
  const who = ["anonymous", "system", "citizen", "stranger", "editor", "moderator", "admin", "official", "manager"];

  test.each(Object.keys(commands).flatMap((command) => who.map((name) => [command, name] as const)))(
    "%s by %s",
    async (command, name) => {
      const report = await fresh();
      const before = await db().reportEvent.count({ where: { reportId: report.id } });
      const result = await commands[command]?.(everyone[name] as Actor, report);
      const may = name === "official" || name === "manager";
      expect(result).toEqual(may ? { ok: true, value: undefined } : { ok: false, error: "forbidden" });
      expect(await db().reportEvent.count({ where: { reportId: report.id } })).toBe(before + (may ? 1 : 0));
      expect((await now(report.id)).version).toBe(report.version + (may ? 1 : 0));
    },
  );

  test.each(who)("%s sees the desk and the inside of a report, or doesn't", async (name) => {
    const actor = everyone[name] as Actor;
    const report = await fresh();
    await noteReport(official, { ...subject(report), text: "Between us." });
    const may = ["official", "manager", "admin"].includes(name);
    expect((await listDesk(actor, "prishtina", "all")) !== null).toBe(may);
    expect((await countDesk(actor, "prishtina")) !== null).toBe(may);
    expect((await findDeskReport(actor, report.ref)) !== null).toBe(may);
    expect((await listColleagues(actor, "prishtina")).length > 0).toBe(may);
    const publicly = JSON.stringify(await findPublicReport(report.ref, actor));
    expect(publicly).not.toContain("Between us.");
  });

  test("hiding is the moderator's: afterwards nobody works on it", async () => {
    const report = await fresh();
    const hide = (actor: Actor) => hideReport(actor, { ...subject(report), hidden: true, reason: "A name in it." });
    for (const name of ["anonymous", "citizen", "official", "manager", "editor", "system"])
      expect(await hide(everyone[name] as Actor)).toEqual({ ok: false, error: "forbidden" });
    expect(await hide(everyone.moderator as Actor)).toMatchObject({ ok: true });
    expect(await findPublicReport(report.ref, official)).toBeNull();
    expect(await findDeskReport(official, report.ref)).toMatchObject({ canWork: false });
    expect(await answerReport(official, { ...subject(await now(report.id)), text: "Hello." })).toEqual({
      ok: false,
      error: "not_found",
    });
  });
});

describe("moving a report", () => {
  test("every pair of statuses goes as the state machine says, and the story with it", async () => {
    const target = await fresh();
    for (const from of [...openStatuses, "fixed", "rejected", "duplicate"] as Status[]) {
      for (const to of statuses) {
        let report = await fresh();
        if (from !== "open") {
          expect(await moveReport(official, move(report, from, { duplicateOf: target.ref }))).toMatchObject({
            ok: true,
          });
          report = await now(report.id);
        }
        const result = await moveReport(official, move(report, to, { duplicateOf: target.ref }));
        const lawful = isLawful(from, to, "municipality");
        expect([from, to, result.ok]).toEqual([from, to, lawful]);
        const after = await now(report.id);
        expect(after.status).toBe(lawful ? to : from);
        const last = await db().reportEvent.findFirstOrThrow({
          where: { reportId: report.id, statusTo: { not: null } },
          orderBy: { seq: "desc" },
        });
        expect(last.statusTo).toBe(after.status);
      }
    }
  }, 120_000);

  test("each status asks for what it needs, by field, and nothing changes without it", async () => {
    const report = await fresh();
    const refuse = async (to: Status, more: Partial<Move>, code: string, field: string) => {
      expect(await moveReport(official, move(report, to, more))).toEqual({
        ok: false,
        error: code,
        fields: { [field]: code },
      });
    };
    for (const to of ["referred", "fixed", "rejected", "duplicate"] as Status[])
      await refuse(to, { text: "" }, "answer_missing", "text");
    await refuse("planned", { plannedFor: undefined }, "planned_missing", "plannedFor");
    await refuse("planned", { plannedFor: "2020-01-01" }, "planned_past", "plannedFor");
    await refuse("referred", { referredTo: "" }, "referred_missing", "referredTo");
    const abroad = await publicReport(await person(), { ...inside.peja, title: "A hole in Peja" });
    const copy = await fresh();
    await moveReport(official, move(copy, "duplicate", { duplicateOf: (await fresh()).ref }));
    for (const duplicateOf of ["", "nonsense", "ZZZ-2222", report.ref, abroad.ref, copy.ref])
      await refuse("duplicate", { duplicateOf }, "duplicate_unknown", "duplicateOf");
    expect(await now(report.id)).toMatchObject({ status: "open", version: report.version, firstResponseAt: null });
  });

  test("today is not the past, and a new date for what is planned is lawful", async () => {
    const report = await fresh();
    const today = new Date("2026-11-24T23:30:00Z");
    const plan = (on: { id: string; version: number }, plannedFor: string) =>
      moveReport(official, move(on, "planned", { plannedFor, text: "" }), undefined, today);
    expect(await plan(report, "2026-11-23")).toMatchObject({ ok: false, error: "planned_past" });
    expect(await plan(report, "2026-11-24")).toMatchObject({ ok: true });
    expect(await plan(await now(report.id), "2026-12-01")).toMatchObject({ ok: true });
    expect((await now(report.id)).plannedFor).toEqual(new Date("2026-12-01T00:00:00Z"));
  });

  test("a form drawn before somebody else's change is refused, whatever it wants", async () => {
    const report = await fresh();
    await noteReport(everyone.manager as Actor, { ...subject(report), text: "I was quicker." });
    const stale = { ok: false, error: "stale" };
    expect(await moveReport(official, move(report, "acknowledged"))).toEqual(stale);
    expect(await answerReport(official, { ...subject(report), text: "Hello." })).toEqual(stale);
    expect(await noteReport(official, { ...subject(report), text: "Hello." })).toEqual(stale);
    expect(await assignReport(official, { ...subject(report), assigneeId: official.id })).toEqual(stale);
  });

  test("of two who press at once one gets through", async () => {
    const report = await fresh();
    const results = await Promise.all([
      moveReport(official, move(report, "acknowledged")),
      moveReport(everyone.manager as Actor, move(report, "in_progress")),
    ]);
    expect(results.map((result) => (result.ok ? "ok" : result.error)).sort()).toEqual(["ok", "stale"]);
  });

  test("a duplicate's followers and supporters go on at the report that stays, each once", async () => {
    const [target, copy] = [await fresh(), await fresh()];
    const [both, one] = [await person(), await person()];
    await supportReport(both, { reportId: target.id });
    await supportReport(both, { reportId: copy.id });
    await supportReport(one, { reportId: copy.id });
    await followReport(one, { reportId: copy.id, follow: true });
    expect(
      await moveReport(official, move(copy, "duplicate", { duplicateOf: target.ref.toLowerCase() })),
    ).toMatchObject({
      ok: true,
    });
    const follows = await db().follow.findMany({ where: { reportId: target.id } });
    expect(new Set(follows.map(({ personId: id }) => id))).toEqual(
      new Set([target.reporterId, copy.reporterId, both.id, one.id]),
    );
    expect((await now(target.id)).supportCount).toBe(2);
    expect((await findPublicReport(copy.ref, one))?.duplicateOf?.ref).toBe(target.ref);
  });

  test("the first response is set once, by what the public sees", async () => {
    const report = await fresh();
    await noteReport(official, { ...subject(report), text: "Not public." });
    await assignReport(official, { ...subject(await now(report.id)), assigneeId: official.id });
    expect((await now(report.id)).firstResponseAt).toBeNull();
    await answerReport(official, { ...subject(await now(report.id)), text: "We have it." });
    const { firstResponseAt } = await now(report.id);
    expect(firstResponseAt).not.toBeNull();
    await moveReport(official, move(await now(report.id), "in_progress"));
    expect((await now(report.id)).firstResponseAt).toEqual(firstResponseAt);
  });

  test("nobody’s photo is unfolded but of those who may work there", async () => {
    const report = await fresh();
    const none = Buffer.from("not a photo at all");
    for (const who of ["anonymous", "citizen", "stranger", "admin"]) {
      const actor = everyone[who] as Actor;
      const refused = { ok: false, error: "forbidden" };
      expect(await answerReport(actor, { ...subject(report), text: "At work." }, none)).toEqual(refused);
      expect(await moveReport(actor, move(report, "fixed"), none)).toEqual(refused);
    }
    const nowhere = { reportId: "019ab000-0000-7000-8000-000000000000", version: 1, text: "At work." };
    expect(await answerReport(official, nowhere, none)).toEqual({ ok: false, error: "not_found" });
  });

  test("a photo of the fix is kept as proof, one of the work as progress; what is none names its field", async () => {
    const report = await fresh();
    const photo = await phonePhoto();
    expect(await answerReport(official, { ...subject(report), text: "At work." }, photo)).toMatchObject({ ok: true });
    const broken = await moveReport(official, move(await now(report.id), "fixed"), Buffer.from("not a photo at all"));
    expect(broken).toEqual({ ok: false, error: "photo_not_image", fields: { photo: "photo_not_image" } });
    expect(await moveReport(official, move(await now(report.id), "fixed"), photo)).toMatchObject({ ok: true });
    const story = (await findPublicReport(report.ref, { kind: "anonymous" }))?.story ?? [];
    expect(story.flatMap(({ photos }) => photos.map(({ role }) => role))).toEqual(["progress", "proof"]);
    expect(await now(report.id)).toMatchObject({ status: "fixed", closedAt: expect.any(Date) });
  });
});

describe("giving a report to somebody", () => {
  test("a colleague, oneself, nobody; never somebody from elsewhere", async () => {
    const report = await fresh();
    const give = async (assigneeId: string | undefined) =>
      assignReport(official, { ...subject(await now(report.id)), assigneeId });
    const manager = everyone.manager as PersonActor;
    expect(await give(manager.id)).toMatchObject({ ok: true });
    expect((await now(report.id)).assigneeId).toBe(manager.id);
    for (const name of ["stranger", "citizen", "admin"])
      expect(await give(personId(everyone[name] as Actor) ?? "")).toEqual({ ok: false, error: "invalid" });
    expect(await give(undefined)).toMatchObject({ ok: true });
    expect((await now(report.id)).assigneeId).toBeNull();
    const events = (await findDeskReport(official, report.ref))?.events ?? [];
    expect(events.filter(({ kind }) => kind === "assigned").map(({ assignee }) => assignee)).toEqual([
      manager.name,
      null,
    ]);
  });

  test("who moves a report that nobody has takes it", async () => {
    const report = await fresh();
    await moveReport(official, move(report, "acknowledged"));
    expect((await now(report.id)).assigneeId).toBe(official.id);
    await moveReport(everyone.manager as Actor, move(await now(report.id), "in_progress"));
    expect((await now(report.id)).assigneeId).toBe(official.id);
  });
});

describe("the lists of a desk", () => {
  test("each view holds what its name says, the counts agree, and only of the own municipality", async () => {
    const chief = await person({ role: "manager", municipalityId: "gjilan" });
    const there = { lat: 42.463, lon: 21.469 };
    const make = async (title: string) => publicReport(await person(), { ...there, title });
    const [waiting, taken, late, done] = [
      await make("Waiting for a word"),
      await make("Taken by the chief"),
      await make("Late with the fix"),
      await make("Done and closed"),
    ];
    await publicReport(await person(), { ...inside.peja, title: "Somewhere else" });
    await assignReport(chief, { ...subject(taken), assigneeId: chief.id });
    await answerReport(chief, { ...subject(late), text: "Soon." });
    await db().report.update({ where: { id: late.id }, data: { fixDueAt: new Date(Date.now() - 864e5) } });
    await moveReport(chief, move(done, "fixed"));
    const views = {
      new: [waiting.ref, taken.ref],
      mine: [taken.ref],
      overdue: [late.ref],
      open: [waiting.ref, taken.ref, late.ref],
      closed: [done.ref],
      all: [done.ref, late.ref, taken.ref, waiting.ref],
    } as const;
    const counts = await countDesk(chief, "gjilan");
    for (const [view, refs] of Object.entries(views)) {
      const list = await listDesk(chief, "gjilan", view as keyof typeof views);
      expect([view, list?.rows.map(({ ref }) => ref)]).toEqual([view, refs]);
      expect(counts?.[view as keyof typeof views]).toBe(refs.length);
    }
    expect((await listDesk(chief, "gjilan", "all", { category: "noise" }))?.rows).toEqual([]);
    const report = await findDeskReport(chief, waiting.ref);
    if (!report) throw new Error("the report is there");
    expect(await findNext(chief, report, "new")).toMatchObject({ ref: taken.ref });
    expect(await findNext(everyone.stranger as Actor, report, "new")).toBeNull();
    const near = await listNeighbours(chief, report);
    expect(near.map(({ ref }) => ref).sort()).toEqual([taken.ref, late.ref, done.ref].sort());
    expect(near[0]).toMatchObject({ metres: 0, sameCategory: true });
  });
});

describe("what the municipality's steps tell", () => {
  const mails = (address: string) =>
    db().outboundMail.findMany({ where: { toAddress: address }, orderBy: { createdAt: "asc" } });
  const tellLast = async (reportId: string) => {
    const event = await db().reportEvent.findFirstOrThrow({ where: { reportId }, orderBy: { seq: "desc" } });
    await tellFollowers({ eventId: event.id });
    await tellFollowers({ eventId: event.id });
  };

  test("the reporter in the language they reported in, followers in theirs, each once; notes tell nobody", async () => {
    const reporter = await person();
    const follower = await person();
    await db().person.update({ where: { id: follower.id }, data: { locale: "sr" } });
    const report = await publicReport(reporter);
    await followReport(follower, { reportId: report.id, follow: true });
    await moveReport(official, move(report, "planned", { text: "On Wednesday.", plannedFor: "2030-01-02" }));
    await tellLast(report.id);
    expect(await mails(reporter.email)).toMatchObject([
      { locale: "en", subject: `${report.ref} – planned: ${report.title}` },
    ]);
    const [serbian] = await mails(follower.email);
    expect(serbian).toMatchObject({ locale: "sr", subject: `${report.ref} – planirana: ${report.title}` });
    expect(serbian?.text).toContain("On Wednesday.");
    expect(serbian?.text).toContain("2. januar 2030.");
    await noteReport(official, { ...subject(await now(report.id)), text: "Nobody reads this." });
    const queued = await db().$queryRaw<{ n: number }[]>`
      select count(*)::int as n from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      join report_event e on e.id = (j.payload ->> 'eventId')::uuid
      where t.identifier = 'report_event' and not e.is_public`;
    expect(queued[0]?.n).toBe(0);
    await answerReport(official, { ...subject(await now(report.id)), text: "An answer." });
    await tellLast(report.id);
    expect((await mails(reporter.email)).map(({ subject: line }) => line)).toContain(
      `${report.ref} – answer: ${report.title}`,
    );
    expect(JSON.stringify(await mails(follower.email))).not.toContain("Nobody reads this.");
  });

  test("a new report that was hidden before anybody was told is told to nobody", async () => {
    const { id, ref } = await fresh();
    await hideReport(everyone.moderator as Actor, { reportId: id, hidden: true, reason: "A face." });
    await tellMunicipality({ reportId: id });
    expect(await db().outboundMail.count({ where: { subject: { contains: ref } } })).toBe(0);
  });

  test("a new report goes to the municipality's people in their languages, or to its mailbox", async () => {
    const clerk = await person({ role: "official", municipalityId: "peja" });
    await db().person.update({ where: { id: clerk.id }, data: { locale: "sr" } });
    const report = await publicReport(await person(), { ...inside.peja, title: "A hole in Peja" });
    await tellMunicipality({ reportId: report.id });
    await tellMunicipality({ reportId: report.id });
    const told = await mails(clerk.email);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ locale: "sr", subject: `Nova prijava ${report.ref}: Rupe na putu, Peć` });
    await db().municipality.update({ where: { slug: "peja" }, data: { email: "peja@example.com" } });
    const second = await publicReport(await person(), { ...inside.peja, title: "Another hole" });
    await tellMunicipality({ reportId: second.id });
    expect(await mails(clerk.email)).toHaveLength(1);
    expect(await mails("peja@example.com")).toHaveLength(1);
  });
});
