import { NextRequest } from "next/server";
import { beforeEach, describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/unsubscribe/route";
import { anonymous, type PersonActor, system } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import { confirmFollow, endFollow, followTarget, paceFollow, requestFollow, stopByLink } from "@/lib/follows/commands";
import { sendDigests } from "@/lib/follows/jobs";
import { findStop, listFollows } from "@/lib/follows/queries";
import { type Cadence, readTarget, type Target } from "@/lib/follows/schema";
import { readAnswerToken } from "@/lib/reports/answer-links";
import { hideReport, moveReport } from "@/lib/reports/desk-commands";
import { answerFix } from "@/lib/reports/feedback-commands";
import { tellFollowers, tellMunicipality } from "@/lib/reports/jobs";
import { tellReopened } from "@/lib/reports/reopened-jobs";
import { inside, person, publicReport } from "../support/world";

const ok = expect.objectContaining({ ok: true });
const refused = (error: string) => ({ ok: false, error });
const around = (radius: number, { lat, lon } = inside.prishtina): Target => ({ kind: "circle", lat, lon, radius });
const prishtina: Target = { kind: "municipality", municipality: "prishtina" };
const potholes: Target = { kind: "category", category: "potholes" };

let reporter: PersonActor;
let official: PersonActor;
beforeEach(async () => {
  reporter = await person();
  official = await person({ role: "official", municipalityId: "prishtina" });
});

async function follows(actor: PersonActor, ...wishes: [Target, Cadence][]) {
  for (const [target, cadence] of wishes) expect(await followTarget(actor, target, cadence)).toEqual(ok);
}

/** Does the jobs that a report's events left in the queue, as the worker would. */
async function work(reportId: string) {
  const events = await db().reportEvent.findMany({ where: { reportId, isPublic: true }, orderBy: { seq: "asc" } });
  for (const { id } of events) await tellFollowers({ eventId: id });
}

const mailsTo = (email: string) =>
  db().outboundMail.findMany({ where: { toAddress: email }, orderBy: { createdAt: "asc" } });

async function fix(id: string) {
  const { version } = await db().report.findUniqueOrThrow({ where: { id } });
  const move = { reportId: id, version, to: "fixed", text: "Filled.", referredTo: "", duplicateOf: "" } as const;
  expect(await moveReport(official, { ...move, plannedFor: undefined })).toMatchObject({ ok: true });
}

/** The address for mail programs that stands in an e-mail's header. */
const postOf = (mail: { unsubscribe: string | null } | undefined) =>
  new NextRequest(mail?.unsubscribe ?? "", { method: "POST" });

describe("who is told", () => {
  test("three follows match, one mail comes, and it names all three", async () => {
    const neighbour = await person();
    await follows(neighbour, [around(500), "instant"], [prishtina, "instant"], [potholes, "weekly"]);
    const report = await publicReport(reporter);
    await work(report.id);
    await work(report.id);
    const mails = await mailsTo(neighbour.email ?? "");
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(report.title);
    for (const name of ["500 m", "Prishtin", "Gropa"]) expect(mails[0]?.text).toContain(name);
    // Told at once, it is in no digest.
    await sendDigests(new Date(Date.now() + 8 * 24 * 3600_000));
    expect(await mailsTo(neighbour.email ?? "")).toHaveLength(1);
  });

  test("a circle, a neighbourhood, a kind and a municipality hear of what lies in them, and of nothing else", async () => {
    const place = await db().place.findFirstOrThrow({ where: { kind: "suburb", municipalityId: "prishtina" } });
    const near = await person();
    const far = await person();
    const there = await person();
    const kind = await person();
    const other = await person();
    await follows(near, [around(200, { lat: place.lat + 0.0015, lon: place.lon }), "instant"]);
    await follows(far, [around(200, { lat: place.lat + 0.0022, lon: place.lon }), "instant"]);
    await follows(there, [{ kind: "neighbourhood", place: place.id }, "instant"]);
    await follows(kind, [{ kind: "category", category: "potholes", municipality: "prishtina" }, "instant"]);
    await follows(
      other,
      [{ kind: "category", category: "noise" }, "instant"],
      [{ kind: "category", category: "potholes", municipality: "peja" }, "instant"],
      [{ kind: "municipality", municipality: "peja" }, "instant"],
      [around(5000, inside.peja), "instant"],
    );
    const report = await publicReport(reporter, { lat: place.lat, lon: place.lon });
    await work(report.id);
    const told = async (actor: PersonActor) => (await mailsTo(actor.email ?? "")).length;
    expect([await told(near), await told(far), await told(there), await told(kind), await told(other)]).toEqual([
      1, 0, 1, 1, 0,
    ]);
  });

  test("an area hears that something is new and that it is fixed; the report's followers of every public step", async () => {
    const areal = await person();
    const close = await person();
    await follows(areal, [prishtina, "instant"]);
    const report = await publicReport(reporter);
    await follows(close, [{ kind: "report", ref: report.ref }, "instant"]);
    const { version } = await db().report.findUniqueOrThrow({ where: { id: report.id } });
    const step = {
      reportId: report.id,
      version,
      to: "in_progress",
      text: "",
      referredTo: "",
      duplicateOf: "",
    } as const;
    expect(await moveReport(official, { ...step, plannedFor: undefined })).toMatchObject({ ok: true });
    await fix(report.id);
    await work(report.id);
    expect((await mailsTo(areal.email ?? "")).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("Raportim i ri"),
      expect.stringContaining("i rregulluar"),
    ]);
    expect(await mailsTo(close.email ?? "")).toHaveLength(2);
    // The reporter, whose own filing was no news to them, too.
    expect(await mailsTo(reporter.email ?? "")).toHaveLength(2);
  });

  test("nobody is told of their own acts, and officials who follow hear of a new report once", async () => {
    await follows(reporter, [prishtina, "instant"]);
    await follows(official, [prishtina, "instant"], [around(500), "daily"]);
    const report = await publicReport(reporter);
    await work(report.id);
    await tellMunicipality({ reportId: report.id });
    expect(await mailsTo(reporter.email ?? "")).toHaveLength(0);
    expect(await mailsTo(official.email ?? "")).toHaveLength(1);
    await fix(report.id);
    await work(report.id);
    expect(await mailsTo(official.email ?? "")).toHaveLength(1);
    // Reopened is told to officials as such, also to those who follow the report themselves.
    await follows(official, [{ kind: "report", ref: report.ref }, "instant"]);
    const judged = { reportId: report.id, answer: "no", text: "Still there." } as const;
    expect(await answerFix(reporter, judged)).toEqual(ok);
    const event = await db().reportEvent.findFirstOrThrow({ where: { reportId: report.id }, orderBy: { seq: "desc" } });
    await tellFollowers({ eventId: event.id });
    await tellReopened({ eventId: event.id });
    expect(await mailsTo(official.email ?? "")).toHaveLength(2);
  });

  test("a report that isn't public is told to nobody, not even in a digest that was waiting", async () => {
    const neighbour = await person();
    const moderator = await person({ role: "moderator" });
    await follows(neighbour, [prishtina, "daily"]);
    const report = await publicReport(reporter);
    await work(report.id);
    expect(await hideReport(moderator, { reportId: report.id, hidden: true, reason: "names a child" })).toEqual(ok);
    await sendDigests(new Date(Date.now() + 25 * 3600_000));
    expect(await mailsTo(neighbour.email ?? "")).toHaveLength(0);
  });

  test("whoever has no e-mail any more is passed over", async () => {
    const gone = await person();
    await follows(gone, [prishtina, "instant"]);
    await db().person.update({ where: { id: gone.id }, data: { email: null } });
    const report = await publicReport(reporter);
    await work(report.id);
    expect(await db().notice.count({ where: { personId: gone.id } })).toBe(0);
  });
});

describe("digests", () => {
  const tomorrow = () => new Date(Date.now() + 25 * 3600_000);

  test("a day's events come in one mail, once, however often and however many at a time the job runs", async () => {
    const reader = await person();
    await follows(reader, [prishtina, "daily"], [potholes, "weekly"]);
    const reports = [await publicReport(reporter), await publicReport(reporter, { title: "Another hole" })];
    for (const { id } of reports) await work(id);
    await sendDigests(new Date(Date.now() - 25 * 3600_000));
    expect(await mailsTo(reader.email ?? "")).toHaveLength(0);
    await Promise.all([1, 2, 3, 4].map(() => sendDigests(tomorrow())));
    await sendDigests(tomorrow());
    const mails = await mailsTo(reader.email ?? "");
    expect(mails).toHaveLength(1);
    for (const { ref } of reports) expect(mails[0]?.text.split(`/reports/${ref}`)).toHaveLength(2);
    expect(mails[0]?.subject).toContain("2 të reja");
    // A week later nothing of it is told again.
    await sendDigests(new Date(Date.now() + 8 * 24 * 3600_000));
    expect(await mailsTo(reader.email ?? "")).toHaveLength(1);
  });

  test("asks whether a fix holds: of a followed report, while it stands and wasn't answered; never of an area alone", async () => {
    const reader = await person();
    const insider = await person({ role: "official", municipalityId: "prishtina" });
    await db().person.update({ where: { id: reader.id }, data: { locale: "sr" } });
    const make = (title: string) => publicReport(reporter, { title });
    const [standing, near, answered, reopened] = [
      await make("Standing"),
      await make("Near alone"),
      await make("Answered"),
      await make("Reopened"),
    ];
    await follows(reader, [prishtina, "daily"]);
    for (const { ref } of [standing, answered, reopened])
      for (const one of [reader, insider]) await follows(one, [{ kind: "report", ref }, "daily"]);
    for (const { id } of [standing, near, answered, reopened]) {
      await fix(id);
      await work(id);
    }
    expect(await answerFix(reader, { reportId: answered.id, answer: "yes", text: "" })).toEqual(ok);
    expect(await answerFix(reporter, { reportId: reopened.id, answer: "no", text: "Still there." })).toEqual(ok);
    await sendDigests(tomorrow());
    const [mail] = await mailsTo(reader.email);
    const fixOf = async ({ id }: { id: string }) =>
      (await db().reportEvent.findFirstOrThrow({ where: { reportId: id, statusTo: "fixed" } })).id;
    for (const body of [mail?.text ?? "", (mail?.html ?? "").replaceAll("&amp;", "&")]) {
      const asked = [...body.matchAll(/http:\/\/ndreqe\.test\/sr\/reports\/answer\?token=([\w-]+)&answer=(\w+)/g)];
      expect(asked.map(([, , answer]) => answer)).toEqual(["yes", "partly", "no"]);
      for (const [, token] of asked)
        expect(readAnswerToken(token ?? "")).toMatchObject({ personId: reader.id, aboutId: await fixOf(standing) });
      expect(body).toContain("Da li je zaista popravljeno?");
    }
    // The municipality's own people don't judge its work.
    const [theirs] = await mailsTo(insider.email);
    expect(theirs?.text).toContain(standing.ref);
    expect(theirs?.text).not.toContain("/reports/answer");
  });

  test("a digest that can't be written is written at the next run, and nothing is lost", async () => {
    const reader = await person();
    await follows(reader, [prishtina, "daily"]);
    const report = await publicReport(reporter);
    await work(report.id);
    await db().$executeRawUnsafe(
      "create function refuse_mail() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$",
    );
    await db().$executeRawUnsafe(
      "create trigger refuse before insert on outbound_mail for each row execute function refuse_mail()",
    );
    await expect(sendDigests(tomorrow())).rejects.toThrow();
    await db().$executeRawUnsafe("drop trigger refuse on outbound_mail");
    await db().$executeRawUnsafe("drop function refuse_mail");
    await sendDigests(tomorrow());
    expect(await mailsTo(reader.email ?? "")).toHaveLength(1);
  });

  test("what was noted late, after its digest went out, comes in the next", async () => {
    const reader = await person();
    await follows(reader, [prishtina, "daily"]);
    await work((await publicReport(reporter)).id);
    await sendDigests(tomorrow());
    await work((await publicReport(reporter, { title: "A late one" })).id);
    await sendDigests(tomorrow());
    expect(await mailsTo(reader.email ?? "")).toHaveLength(1);
    await sendDigests(new Date(Date.now() + 50 * 3600_000));
    const mails = await mailsTo(reader.email ?? "");
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain("A late one");
  });

  test("what only an ended follow brought is left out", async () => {
    const reader = await person();
    await follows(reader, [prishtina, "daily"]);
    await work((await publicReport(reporter)).id);
    const [own] = await listFollows(reader);
    expect(await endFollow(reader, own?.key ?? "area:")).toEqual(ok);
    await sendDigests(tomorrow());
    expect(await mailsTo(reader.email ?? "")).toHaveLength(0);
  });
});

describe("unsubscribing (RFC 8058)", () => {
  async function told() {
    const reader = await person();
    await follows(reader, [prishtina, "instant"], [{ kind: "municipality", municipality: "peja" }, "instant"]);
    await work((await publicReport(reporter)).id);
    const [mail] = await mailsTo(reader.email ?? "");
    return { reader, mail };
  }

  test("a bare POST without cookies ends the follow that caused the mail, and that alone; again is no error", async () => {
    const { reader, mail } = await told();
    expect((await POST(postOf(mail))).status).toBe(200);
    expect((await listFollows(reader)).map(({ target }) => target)).toEqual([
      { kind: "municipality", municipality: "peja" },
    ]);
    expect((await POST(postOf(mail))).status).toBe(200);
    await work((await publicReport(reporter)).id);
    expect(await mailsTo(reader.email ?? "")).toHaveLength(1);
  });

  test("opening the address ends nothing, and leads to the page with the button", async () => {
    const { reader, mail } = await told();
    const answer = GET(new NextRequest(mail?.unsubscribe ?? ""));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^http:\/\/ndreqe\.test\/sq\/follows\/stop\?token=/);
    const token = new URL(mail?.unsubscribe ?? "").searchParams.get("token") ?? "";
    expect((await findStop(token))?.follows.map(({ target }) => target)).toEqual([prishtina]);
    expect(await listFollows(reader)).toHaveLength(2);
    // The page in the mail is the same one.
    expect(mail?.text).toContain(`/sq/follows/stop?token=${token}`);
    expect(await stopByLink(anonymous, token, true)).toEqual(ok);
    expect(await listFollows(reader)).toEqual([]);
  });

  test("a digest's link ends every follow of its pace", async () => {
    const reader = await person();
    await follows(reader, [prishtina, "daily"], [potholes, "daily"], [around(300), "weekly"]);
    await work((await publicReport(reporter)).id);
    await sendDigests(new Date(Date.now() + 25 * 3600_000));
    const [mail] = await mailsTo(reader.email ?? "");
    expect((await POST(postOf(mail))).status).toBe(200);
    expect((await listFollows(reader)).map(({ cadence }) => cadence)).toEqual(["weekly"]);
  });

  test("a token that was changed anywhere, or made for something else, ends nothing", async () => {
    const { reader, mail } = await told();
    const token = new URL(mail?.unsubscribe ?? "").searchParams.get("token") ?? "";
    for (let at = 0; at < token.length; at += 7) {
      const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
      expect(await stopByLink(anonymous, changed)).toEqual(refused("link_invalid"));
    }
    for (const wrong of ["", "x", token.slice(0, -1), `${token}A`])
      expect(await stopByLink(anonymous, wrong)).toEqual(refused("link_invalid"));
    expect((await POST(new NextRequest("http://ndreqe.test/api/unsubscribe?token=x", { method: "POST" }))).status).toBe(
      400,
    );
    expect(await confirmFollow(anonymous, token)).toEqual(refused("link_invalid"));
    expect(await listFollows(reader)).toHaveLength(2);
  });
});

describe("following without an account", () => {
  const ask = (email: string, target: Target = prishtina, ip = "10.9.0.1") =>
    requestFollow(anonymous, { email, target, cadence: "daily", locale: "sr", ip });
  const linkOf = (text: string) =>
    new URL(/https?:\/\/\S+confirm\S+/.exec(text)?.[0] ?? "").searchParams.get("token") ?? "";

  test("nobody follows before the link is opened; opening it twice follows once", async () => {
    expect(await ask("new@example.com")).toEqual(ok);
    expect(await db().person.count({ where: { email: "new@example.com" } })).toBe(0);
    const [mail] = await mailsTo("new@example.com");
    expect(mail).toMatchObject({ locale: "sr", unsubscribe: null });
    const token = linkOf(mail?.text ?? "");
    expect(await confirmFollow(anonymous, token)).toEqual({ ok: true, value: prishtina });
    expect(await confirmFollow(anonymous, token)).toEqual(ok);
    const row = await db().person.findUniqueOrThrow({
      where: { email: "new@example.com" },
      include: { areaFollows: true },
    });
    expect(row.areaFollows).toMatchObject([{ kind: "municipality", municipalityId: "prishtina", cadence: "daily" }]);
    expect(row).toMatchObject({ locale: "sr", emailVerified: expect.any(Date) });
    expect(await confirmFollow(anonymous, token, Date.now() + 8 * 24 * 3600_000)).toEqual(refused("link_expired"));
  });

  test("the mail carries nothing that somebody else typed", async () => {
    const report = await publicReport(reporter, { title: "Buy cheap watches" });
    expect(await ask("victim@example.com", { kind: "report", ref: report.ref })).toEqual(ok);
    const [mail] = await mailsTo("victim@example.com");
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain("watches");
  });

  test("a mailbox and an address are written to as seldom as with sign-in links", async () => {
    for (let i = 0; i < 5; i++) expect(await ask("often@example.com", prishtina, "10.9.0.2")).toEqual(ok);
    expect(await ask("often@example.com", prishtina, "10.9.0.2")).toEqual(refused("too_many"));
  });
});

test("each person's follows are their own: nobody ends or changes another's, and the same place is followed once", async () => {
  const mine = await person();
  const theirs = await person();
  await follows(mine, [prishtina, "daily"], [prishtina, "weekly"], [around(500), "daily"], [around(500), "daily"]);
  const list = await listFollows(mine);
  expect(list.map(({ cadence }) => cadence).sort()).toEqual(["daily", "weekly"]);
  const key = list[0]?.key ?? "area:";
  expect(await paceFollow(theirs, key, "instant")).toEqual(refused("not_found"));
  await endFollow(theirs, key);
  expect(await listFollows(mine)).toHaveLength(2);
  expect(await paceFollow(mine, key, "instant")).toEqual(ok);
  for (const actor of [anonymous, system]) {
    expect(await followTarget(actor, prishtina, "daily")).toEqual(refused("forbidden"));
    expect(await endFollow(actor, key)).toEqual(refused("forbidden"));
  }
});

test("more places than fifty are too many, and what isn't there can't be followed", async () => {
  const eager = await person();
  await db().areaFollow.createMany({
    data: Array.from({ length: 50 }, (_, i) => ({
      personId: eager.id,
      kind: "circle" as const,
      lat: 42 + i / 100,
      lon: 21,
      radius: 300,
      cadence: "weekly" as const,
    })),
  });
  expect(await followTarget(eager, prishtina, "daily")).toEqual(refused("follows_full"));
  const nowhere: Target[] = [
    { kind: "municipality", municipality: "atlantis" },
    { kind: "category", category: "dragons" },
    { kind: "neighbourhood", place: "00000000-0000-7000-8000-000000000000" },
    { kind: "report", ref: "AAA-0000" },
  ];
  for (const target of nowhere) expect(await followTarget(reporter, target, "daily")).toEqual(refused("not_found"));
  for (const bad of [
    { kind: "circle", lat: 42, lon: 21, radius: 199 },
    { kind: "circle", lat: 42, lon: 21, radius: 5001 },
    { kind: "person" },
  ])
    expect(readTarget(bad)).toBeUndefined();
});
