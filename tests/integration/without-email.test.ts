import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, anonymous, isConfirmed, system } from "@/lib/accounts/actor";
import { actorOf } from "@/lib/accounts/session";
import { db } from "@/lib/db/client";
import { readPhoto } from "@/lib/photos/keep";
import { followReport, supportReport } from "@/lib/reports/citizen-commands";
import { expireUnconfirmed, submitReport } from "@/lib/reports/commands";
import { findSent } from "@/lib/reports/drafts";
import { answerStill } from "@/lib/reports/feedback-commands";
import { tellLookers } from "@/lib/reports/jobs";
import { approveReport, refuseReport } from "@/lib/reports/look-commands";
import { countToLookAt, listToLookAt, listUnseen } from "@/lib/reports/look-queries";
import { findPublicReport } from "@/lib/reports/queries";
import { hashSecret } from "@/lib/secrets";
import { phonePhoto } from "../support/images";
import { draft, everybody, inside, person, publicReport } from "../support/world";

let who: Record<string, Actor>;
let ip = 0;

beforeAll(async () => {
  who = await everybody();
  await db().municipality.update({ where: { slug: "prishtina" }, data: { anonymousReports: true } });
});

/** Files a report without an e-mail. @returns it, the draft's secret, and the actor its private link makes */
async function fileWithoutEmail(actor: Actor = anonymous, photo?: Buffer) {
  const secret = await draft(actor, { noEmail: true, noEmailSince: 1, email: undefined }, photo);
  const sent = await submitReport(actor, secret, "sq", `10.9.0.${ip++}`);
  if (!sent.ok) throw new Error(sent.error);
  const report = await db().report.findUniqueOrThrow({ where: { ref: sent.value.ref } });
  const row = await db().person.findUniqueOrThrow({ where: { id: report.reporterId ?? "" } });
  return { sent: sent.value, secret, report, me: await actorOf({ id: row.id, epoch: row.sessionEpoch }), row };
}

const subject = ({ id, version }: { id: string; version: number }) => ({ reportId: id, version });

describe("filing without an e-mail", () => {
  test("waits for a look, unseen, and its private link opens the same person again", async () => {
    const { sent, secret, report, me, row } = await fileWithoutEmail();
    expect(sent).toMatchObject({ needsConfirmation: false, needsLook: true });
    expect(report).toMatchObject({ status: "unconfirmed", isPublic: false, pendingEmail: null, confirmHash: null });
    expect(row).toMatchObject({ email: null, emailVerified: null });
    expect(me).toMatchObject({ kind: "person", email: null, grants: [] });
    expect(isConfirmed(me)).toBe(false);
    const found = await findSent(secret);
    expect(found).toMatchObject({ state: "look", email: null });
    expect(hashSecret(found?.privateLink ?? "")).toBe(row.linkHash);
    expect(await findPublicReport(report.ref, me)).toBeNull();
    // Sent again, it is the same one, with the same person.
    expect(await submitReport(anonymous, secret, "sq", "10.9.1.1")).toEqual({ ok: true, value: sent });
    // A second report by the same link is the same person's.
    const second = await fileWithoutEmail(me);
    expect(second.report.reporterId).toBe(report.reporterId);
  });

  test("only where the municipality takes it", async () => {
    const secret = await draft(anonymous, { ...inside.peja, noEmail: true, email: undefined });
    expect(await submitReport(anonymous, secret, "sq", "10.9.2.1")).toEqual({ ok: false, error: "required" });
  });

  test("somebody with an e-mail stays who they are", async () => {
    const arta = await person();
    const secret = await draft(arta, { noEmail: true });
    const sent = await submitReport(arta, secret, "sq", "10.9.2.2");
    expect(sent).toMatchObject({ ok: true, value: { needsLook: false, needsConfirmation: false } });
  });

  test("a private link never holds a role", async () => {
    const { row } = await fileWithoutEmail();
    await expect(db().roleGrant.create({ data: { personId: row.id, role: "admin" } })).rejects.toThrow(
      /a role needs a person with an e-mail/,
    );
  });
});

describe("the look", () => {
  test("only the municipality's people and D+'s moderators take it", async () => {
    const { report } = await fileWithoutEmail();
    for (const name of ["anonymous", "system", "citizen", "stranger", "editor"]) {
      const actor = who[name] as Actor;
      expect(await approveReport(actor, subject(report)), name).toEqual({ ok: false, error: "forbidden" });
      expect(await refuseReport(actor, { ...subject(report), reason: "No." }), name).toMatchObject({ ok: false });
    }
    expect(await countToLookAt(who.citizen as Actor)).toBeNull();
    expect((await listToLookAt(who.stranger as Actor))?.rows.map(({ ref }) => ref)).toEqual([]);
    for (const name of ["official", "moderator", "admin"])
      expect((await listToLookAt(who[name] as Actor))?.rows.map(({ ref }) => ref)).toContain(report.ref);
  });

  test("approved it is public, answered by nobody yet, followed by its person, who may judge it", async () => {
    const { report, me, secret } = await fileWithoutEmail();
    expect(await approveReport(who.official as Actor, { ...subject(report), version: 99 })).toMatchObject({
      error: "stale",
    });
    expect(await approveReport(who.official as Actor, subject(report))).toEqual({ ok: true, value: undefined });
    const after = await db().report.findUniqueOrThrow({ where: { id: report.id } });
    expect(after).toMatchObject({ status: "open", isPublic: true, firstResponseAt: null });
    expect(after.departmentId).not.toBeNull();
    expect(after.answerDueAt).not.toBeNull();
    const seen = await findPublicReport(report.ref, me);
    expect(seen?.viewer).toMatchObject({ isReporter: true, follows: true });
    expect(seen?.story.at(-1)).toMatchObject({ statusFrom: "unconfirmed", actorKind: "municipality" });
    expect(await findSent(secret)).toMatchObject({ state: "public" });
    expect(await answerStill(me, { reportId: report.id, answer: "gone" })).toMatchObject({ ok: true });
    expect(await approveReport(who.official as Actor, { ...subject(after), version: after.version + 1 })).toMatchObject(
      {
        error: "move_unlawful",
      },
    );
  });

  test("refused it never becomes public; its person reads why; words and photos go after thirty days", async () => {
    const { report, me, secret } = await fileWithoutEmail(anonymous, await phonePhoto({ width: 900, height: 600 }));
    const [photo] = await db().photo.findMany({ where: { reportId: report.id } });
    const stranger = { municipalities: ["peja"], staff: false, personId: (await person()).id };
    const id = photo?.id ?? "";
    expect(await readPhoto(id, "thumb", stranger)).toBeUndefined();
    expect(await readPhoto(id, "thumb", { municipalities: ["prishtina"], staff: false })).toMatchObject({
      isPublic: false,
    });
    const reason = "The photo shows a neighbour's face.";
    expect(await refuseReport(who.moderator as Actor, { ...subject(report), reason })).toMatchObject({ ok: true });
    expect(await listUnseen(me)).toMatchObject([{ ref: report.ref, state: "refused", reason }]);
    expect(await findSent(secret)).toMatchObject({ state: "refused" });
    await expireUnconfirmed(system);
    expect(await db().photo.count({ where: { reportId: report.id } })).toBe(1);
    await expireUnconfirmed(system, new Date(Date.now() + 31 * 24 * 3600 * 1000));
    expect(await db().photo.count({ where: { reportId: report.id } })).toBe(0);
    expect(await db().report.findUniqueOrThrow({ where: { id: report.id } })).toMatchObject({ title: "", details: "" });
  });

  test("what waits doesn't run out", async () => {
    const { report } = await fileWithoutEmail();
    await expireUnconfirmed(system, new Date(Date.now() + 60 * 24 * 3600 * 1000));
    expect(await db().report.findUniqueOrThrow({ where: { id: report.id } })).toMatchObject({ status: "unconfirmed" });
  });

  test("the municipality is told once a day, and reads nothing that was typed", async () => {
    const [one, two] = [await fileWithoutEmail(), await fileWithoutEmail()];
    await tellLookers({ reportId: one.report.id });
    await tellLookers({ reportId: two.report.id });
    const { email } = who.official as { email: string };
    const mails = await db().outboundMail.findMany({ where: { toAddress: email, dedupeKey: { startsWith: "look:" } } });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).not.toContain(one.report.title);
  });
});

test("who came by a private link follows, but is counted nowhere: one person could come by many links", async () => {
  const { me } = await fileWithoutEmail();
  const theirs = await publicReport(await person());
  expect(await supportReport(me, { reportId: theirs.id })).toMatchObject({ error: "forbidden" });
  expect(await followReport(me, { reportId: theirs.id, follow: true })).toMatchObject({ ok: true });
  expect(await followReport(me, { reportId: theirs.id, follow: false })).toMatchObject({ ok: true });
  expect((await db().report.findUniqueOrThrow({ where: { id: theirs.id } })).supportCount).toBe(0);
});
