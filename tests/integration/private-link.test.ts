import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, anonymous, type PersonActor } from "@/lib/accounts/actor";
import { readEmailWish, signEmailWish } from "@/lib/accounts/email-token";
import { confirmEmail, endPrivateLink, renewPrivateLink, requestEmail } from "@/lib/accounts/link-commands";
import { actorOfPrivateLink, findEmailWish } from "@/lib/accounts/private-link";
import { actorOf } from "@/lib/accounts/session";
import { db } from "@/lib/db/client";
import { moves } from "@/lib/personal-data/moves";
import { followReport, supportReport } from "@/lib/reports/citizen-commands";
import { submitReport } from "@/lib/reports/commands";
import { moveReport } from "@/lib/reports/desk-commands";
import { findSent } from "@/lib/reports/drafts";
import { answerFix } from "@/lib/reports/feedback-commands";
import { approveReport } from "@/lib/reports/look-commands";
import { findOwnWaiting, listToLookAt, listUnseen } from "@/lib/reports/look-queries";
import { correctReport, withdrawReport } from "@/lib/reports/own-commands";
import { findPublicReport, listOwnReports } from "@/lib/reports/queries";
import { readFeedback } from "@/lib/statistics/feedback";
import { phonePhoto } from "../support/images";
import { draft, everybody, person, publicReport } from "../support/world";

let who: Record<string, Actor>;
let made = 0;

beforeAll(async () => {
  who = await everybody();
  await db().municipality.update({ where: { slug: "prishtina" }, data: { anonymousReports: true } });
});

const newAddress = () => `linked${++made}@example.com`;
const actorBy = (secret: string) => actorOfPrivateLink(secret, `10.8.0.${made % 250}`);

/** Files a report without an e-mail. @returns it, its private link's secret and the actor that makes */
async function fileWithoutEmail(actor: Actor = anonymous, photo?: Buffer) {
  const secret = await draft(actor, { noEmail: true, noEmailSince: 1, email: undefined }, photo);
  const sent = await submitReport(actor, secret, "sq", `10.8.1.${made++ % 250}`);
  if (!sent.ok) throw new Error(sent.error);
  const report = await db().report.findUniqueOrThrow({ where: { ref: sent.value.ref } });
  const link = (await findSent(secret))?.privateLink ?? "";
  const me = actor.kind === "person" ? actor : await actorBy(link);
  if (me.kind !== "person") throw new Error("the private link opens nothing");
  return { secret, report, link, me };
}

const subject = ({ id, version }: { id: string; version: number }) => ({ reportId: id, version });
const ok = { ok: true, value: undefined };

/** Lets a report be public. @returns it as it is then */
async function approve(report: { id: string; version: number }) {
  expect(await approveReport(who.official as Actor, subject(report))).toEqual(ok);
  return db().report.findUniqueOrThrow({ where: { id: report.id } });
}

/** The token in the last e-mail that proves a mailbox. */
async function tokenTo(email: string): Promise<string> {
  const mail = await db().outboundMail.findFirstOrThrow({
    where: { toAddress: email, dedupeKey: { startsWith: "add-email:" } },
    orderBy: { createdAt: "desc" },
  });
  expect(mail).toMatchObject({ locale: "sr", subject: "Potvrdite e-poštu za svoje prijave", unsubscribe: null });
  const url = /http:\/\/ndreqe\.test\/sr\/account\/email\?token=(\S+)/.exec(mail.text);
  // The address stands in the plain text and in the HTML alike.
  expect(mail.html).toContain(url?.[0]);
  return url?.[1] ?? "";
}

async function prove(me: PersonActor, email: string): Promise<{ from: string; to: string }> {
  expect(await requestEmail(me, { email, locale: "sr" })).toEqual(ok);
  const given = await confirmEmail(anonymous, await tokenTo(email));
  if (!given.ok) throw new Error(given.error);
  return given.value;
}

describe("an e-mail, later", () => {
  test("once confirmed, everything is a new account's; the private link and its sessions end", async () => {
    const { me, report, link, secret } = await fileWithoutEmail();
    const session = { id: me.id, epoch: 0 };
    expect(await actorOf(session)).toMatchObject({ kind: "person" });
    const email = newAddress();
    expect(await requestEmail(me, { email, locale: "sr" })).toEqual(ok);
    // Nothing changes until the link is opened.
    expect(await actorBy(link)).toMatchObject({ id: me.id });
    expect(await db().person.count({ where: { email } })).toBe(0);
    const token = await tokenTo(email);
    expect(await findEmailWish(token)).toMatchObject({ email });
    const given = await confirmEmail(anonymous, token);
    if (!given.ok) throw new Error(given.error);
    const account = await db().person.findUniqueOrThrow({ where: { email } });
    expect(given.value).toEqual({ from: me.id, to: account.id });
    expect(account.emailVerified).not.toBeNull();
    expect(account.locale).toBe("sr");
    expect((await db().report.findUniqueOrThrow({ where: { id: report.id } })).reporterId).toBe(account.id);
    expect(await actorBy(link)).toEqual(anonymous);
    expect(await actorOf(session)).toEqual(anonymous);
    expect((await findSent(secret))?.privateLink).toBeNull();
    // Again, it does nothing and says so.
    expect(await findEmailWish(token)).toBeNull();
    expect(await confirmEmail(anonymous, token)).toEqual({ ok: false, error: "link_invalid" });
  });

  test("where the address has an account, nothing is lost and nothing doubled", async () => {
    const { me, report, link } = await fileWithoutEmail();
    const waiting = await fileWithoutEmail(me);
    const mine = await approve(report);
    const account = await person();
    // The account had said "me too" of what is its own now, and follows it already, at its own pace.
    expect(await supportReport(account, { reportId: mine.id })).toEqual(ok);
    await db().follow.updateMany({ where: { personId: account.id, reportId: mine.id }, data: { cadence: "weekly" } });
    // Both follow a neighbour's report and judged its fix; only the private link follows another one.
    const shared = await publicReport(await person());
    const other = await publicReport(await person());
    await followReport(me, { reportId: shared.id, follow: true });
    await followReport(account, { reportId: shared.id, follow: true });
    await followReport(me, { reportId: other.id, follow: true });
    for (const { id } of [shared, other]) {
      const { version } = await db().report.findUniqueOrThrow({ where: { id } });
      const fix = { to: "fixed", text: "Filled.", referredTo: "", duplicateOf: "", plannedFor: undefined } as const;
      expect(await moveReport(who.official as Actor, { reportId: id, version, ...fix })).toEqual(ok);
      expect(await answerFix(me, { reportId: id, answer: "yes", text: "" })).toMatchObject({ ok: true });
    }
    expect(await answerFix(account, { reportId: shared.id, answer: "partly", text: "" })).toMatchObject({ ok: true });
    const eventsBefore = await db().reportEvent.count();

    expect(await prove(me, account.email)).toEqual({ from: me.id, to: account.id });

    expect((await listOwnReports(account)).rows.map(({ ref }) => ref)).toEqual([mine.ref]);
    expect((await listUnseen(account)).map(({ ref }) => ref)).toEqual([waiting.report.ref]);
    const after = await db().report.findUniqueOrThrow({ where: { id: mine.id } });
    expect(after).toMatchObject({ reporterId: account.id, supportCount: 0, isPublic: true });
    const follows = await db().follow.findMany({ where: { personId: account.id } });
    expect(new Map(follows.map(({ reportId, cadence }) => [reportId, cadence]))).toEqual(
      new Map([
        [mine.id, "instant"],
        [shared.id, "instant"],
        [other.id, "instant"],
      ]),
    );
    const judged = await db().feedback.findMany({ where: { personId: account.id } });
    expect(new Map(judged.map(({ reportId, answer }) => [reportId, answer]))).toEqual(
      new Map([
        [shared.id, "partly"],
        [other.id, "yes"],
      ]),
    );
    expect(await db().reportEvent.count()).toBe(eventsBefore);
    const old = await db().person.findUniqueOrThrow({ where: { id: me.id } });
    expect(old).toMatchObject({ email: null, linkHash: null, name: null, erasedAt: expect.any(Date) });
    expect(await actorBy(link)).toEqual(anonymous);
    for (const table of [db().follow, db().feedback, db().notice] as { count: (q: object) => Promise<number> }[])
      expect(await table.count({ where: { personId: me.id } })).toBe(0);
    // What they filed waits for its look as before, and is the account's when it is public.
    expect(await approve(waiting.report)).toMatchObject({ reporterId: account.id, isPublic: true });
  });

  test("what is being filed by the private link meanwhile is not lost with it", async () => {
    const { me } = await fileWithoutEmail();
    const secret = await draft(me, { noEmail: true, noEmailSince: 1, email: undefined });
    await prove(me, newAddress());
    expect(await submitReport(me, secret, "sq", "10.8.2.1")).toEqual({ ok: false, error: "stale" });
  });

  test("pressed twice at once it happens once", async () => {
    const { me } = await fileWithoutEmail();
    const email = newAddress();
    expect(await requestEmail(me, { email, locale: "sr" })).toEqual(ok);
    const token = await tokenTo(email);
    const results = await Promise.all([confirmEmail(anonymous, token), confirmEmail(anonymous, token)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test("only whoever came by a private link, only by a link of ours, only in its time", async () => {
    for (const name of ["anonymous", "system", "citizen", "admin"])
      for (const act of [
        () => requestEmail(who[name] as Actor, { email: newAddress(), locale: "sr" }),
        () => renewPrivateLink(who[name] as Actor),
        () => endPrivateLink(who[name] as Actor),
      ])
        expect(await act(), name).toEqual({ ok: false, error: "forbidden" });
    const { me } = await fileWithoutEmail();
    const wish = { personId: me.id, epoch: 0, email: newAddress(), locale: "sq", until: Date.now() - 1 } as const;
    expect(await confirmEmail(anonymous, signEmailWish(wish))).toEqual({ ok: false, error: "link_invalid" });
    const good = signEmailWish({ ...wish, until: Date.now() + 60_000 });
    expect(readEmailWish(good)).toMatchObject({ email: wish.email });
    const [body, sign] = good.split(".");
    const forged = Buffer.from(JSON.stringify({ ...wish, until: Date.now() + 60_000, email: "thief@example.com" }));
    for (const token of ["", "x", `${body}.`, `${forged.toString("base64url")}.${sign}`])
      expect(await confirmEmail(anonymous, token)).toEqual({ ok: false, error: "link_invalid" });
  });

  test("every column that points at a person is moved, or said never to hold one without an e-mail", async () => {
    const rows = await db().$queryRaw<{ name: string }[]>`
      select c.conrelid::regclass || '.' || a.attname as name
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'person'::regclass`;
    expect(Object.keys(moves).sort()).toEqual(rows.map(({ name }) => name).sort());
  });
});

describe("the private link itself", () => {
  test("another one: the old one stops at once, with every session by it and every e-mail asked for by it", async () => {
    const { me, link, report } = await fileWithoutEmail();
    const email = newAddress();
    expect(await requestEmail(me, { email, locale: "sr" })).toEqual(ok);
    const renewed = await renewPrivateLink(me);
    if (!renewed.ok) throw new Error(renewed.error);
    expect(await actorBy(link)).toEqual(anonymous);
    expect(await actorOf({ id: me.id, epoch: 0 })).toEqual(anonymous);
    expect(await confirmEmail(anonymous, await tokenTo(email))).toEqual({ ok: false, error: "link_invalid" });
    const again = await actorBy(renewed.value.secret);
    expect(again).toMatchObject({ id: me.id });
    expect((await listUnseen(again)).map(({ ref }) => ref)).toEqual([report.ref]);
  });

  test("ended: nobody comes in any more, and the report is there as it was", async () => {
    const { me, link, report } = await fileWithoutEmail();
    expect(await endPrivateLink(me)).toEqual(ok);
    expect(await actorBy(link)).toEqual(anonymous);
    expect(await actorOf({ id: me.id, epoch: 0 })).toEqual(anonymous);
    expect(await approve(report)).toMatchObject({ isPublic: true });
  });
});

describe("while it waits for a look", () => {
  const words = { title: "A deep hole behind the school", details: "" };

  test("its reporter corrects it; the list has the new words, and who read the old ones has to read again", async () => {
    const { me, report } = await fileWithoutEmail();
    // Long after the hour that public reports have.
    const later = new Date(Date.now() + 5 * 24 * 3600 * 1000);
    expect(await correctReport(me, { reportId: report.id, ...words }, later)).toEqual({
      ok: true,
      value: { unseen: true },
    });
    expect(await findOwnWaiting(me, report.ref)).toMatchObject(words);
    const listed = (await listToLookAt(who.moderator as Actor))?.rows.find(({ id }) => id === report.id);
    expect(listed).toMatchObject({ ...words, version: report.version + 1 });
    // The earlier words are nowhere: nobody ever read them.
    const events = await db().reportEvent.findMany({ where: { reportId: report.id, kind: "corrected" } });
    expect(events).toMatchObject([{ data: null, isPublic: false }]);
    expect(await approveReport(who.moderator as Actor, subject(report))).toEqual({ ok: false, error: "stale" });
    await approve({ ...report, version: report.version + 1 });
    expect((await findPublicReport(report.ref, anonymous))?.title).toBe(words.title);
    expect(await findOwnWaiting(me, report.ref)).toBeNull();
    // From now on it is a public report like any other.
    expect(await correctReport(me, { reportId: report.id, title: "Another title", details: "" }, later)).toEqual({
      ok: false,
      error: "hour_over",
    });
  });

  test("its reporter takes it back: it leaves the list, and its words and photos are gone", async () => {
    const { me, report, secret } = await fileWithoutEmail(anonymous, await phonePhoto({ width: 900, height: 600 }));
    const before = (await readFeedback("prishtina")).total.withdrawn;
    expect(await withdrawReport(me, { reportId: report.id })).toEqual({ ok: true, value: "unseen" });
    const waiting = (await listToLookAt(who.official as Actor))?.rows.map(({ ref }) => ref);
    expect(waiting).not.toContain(report.ref);
    expect(await approveReport(who.official as Actor, { reportId: report.id, version: 2 })).toMatchObject({
      ok: false,
    });
    expect(await db().photo.count({ where: { reportId: report.id } })).toBe(0);
    const row = await db().report.findUniqueOrThrow({ where: { id: report.id } });
    expect(row).toMatchObject({ status: "expired", title: "", details: "", reporterName: null, isPublic: false });
    expect(await listUnseen(me)).toMatchObject([{ ref: report.ref, state: "taken_back", reason: null }]);
    expect(await findSent(secret)).toMatchObject({ state: "taken_back" });
    // No municipality is said to have made anybody withdraw: it never was public.
    expect((await readFeedback("prishtina")).total.withdrawn).toBe(before);
    expect(await withdrawReport(me, { reportId: report.id })).toEqual({ ok: false, error: "not_found" });
  });

  test("nobody else does either", async () => {
    const { report } = await fileWithoutEmail();
    const { me: other } = await fileWithoutEmail();
    for (const actor of [other, who.citizen as Actor, who.admin as Actor]) {
      expect(await correctReport(actor, { reportId: report.id, ...words })).toEqual({ ok: false, error: "not_found" });
      expect(await withdrawReport(actor, { reportId: report.id })).toEqual({ ok: false, error: "not_found" });
      expect(await findOwnWaiting(actor, report.ref)).toBeNull();
    }
  });
});
