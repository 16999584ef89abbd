import "server-only";
import { randomBytes } from "node:crypto";
import { type Actor, isConfirmed, personId } from "../accounts/actor";
import { ensurePerson } from "../accounts/people";
import { config } from "../config";
import { db, type Tx } from "../db/client";
import { attempt, type ErrorCode, Refusal, type Result } from "../errors";
import { type Locale, localName } from "../i18n/locales";
import { texts } from "../i18n/texts";
import { enqueue } from "../jobs/queue";
import { spend } from "../limits/limits";
import { spendProof } from "../limits/proof";
import { forgetMail, queueMail } from "../notifications/mail";
import { removePhotos } from "../photos/keep";
import { hashSecret } from "../secrets";
import { type Draft, findDraft, privateLinkOf } from "./drafts";
import { complete, create, type Filed, filed, fileOnce } from "./filing";
import { openReport } from "./opening";
import { isSystem } from "./policy";
import { type KnownReport, lockReport, record } from "./record";
import { takesWithoutEmail, whoIn } from "./steps";

/** An unconfirmed report waits so many days for its link to be opened. */
export const CONFIRM_DAYS = 7;

/** The words and photos of a report that was refused after a look are kept so many days. */
export const REFUSED_DAYS = 30;

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 24 * 3600 * 1000);

/**
 * Sends a draft: the report is filed, once, however often this is called for the draft.
 * Whoever is signed in has proven their mailbox, so theirs is public at once; others get a link to confirm.
 * Without an e-mail, where the municipality takes that, it waits for a look, and its person comes back by a private link.
 * @param secret the draft's
 * @param language what the person reads, for every later e-mail
 * @param ip address of the visitor, for the limit
 * @param proof answer to a sum the browser did; without one, a report without an e-mail goes the slower way
 * @returns the reference, and what still has to happen before it is public
 */
export async function submitReport(
  actor: Actor,
  secret: string | undefined,
  language: Locale,
  ip: string,
  proof = "",
): Promise<Result<Filed>> {
  return attempt(async () => {
    const draft = await findDraft(secret);
    if (!draft || !secret) throw new Refusal("draft_missing");
    if (draft.reportId) return filed(draft.reportId);
    const report = await complete(draft);
    const who = whoIn(draft.data, actor, await takesWithoutEmail(report.municipalityId));
    if (!who.success) throw new Refusal((who.error.issues[0]?.message ?? "invalid") as ErrorCode);
    const { email } = who.data;
    await spend("file_report_address", ip);
    if (email === null) {
      await keepOutRobots(draft, proof, ip);
      await spend("without_email_address", ip);
      if (actor.kind === "person") await spend("without_email_person", actor.id);
    } else {
      await spend("file_report_mailbox", email);
      if (!isConfirmed(actor)) await spend("confirm_mailbox", email);
    }

    const token = randomBytes(24).toString("base64url");
    return fileOnce(draft, async (tx) => {
      const withoutEmail = email === null && {
        reporterId: await personWithoutEmail(tx, actor, secret, language, who.data.name),
        lookSince: new Date(),
      };
      const created = await create(
        tx,
        draft,
        {
          ...report,
          language,
          source: "web",
          reporterName: who.data.name || null,
          nameShown: who.data.nameShown && who.data.name !== "",
          ...(withoutEmail || { pendingEmail: email, confirmHash: hashSecret(token) }),
        },
        { actorKind: "citizen", actorId: withoutEmail ? withoutEmail.reporterId : null },
      );
      if (email === null) {
        await enqueue(tx, "report_to_look_at", { reportId: created.id });
        return { ref: created.ref, needsConfirmation: false, needsLook: true };
      }
      if (isConfirmed(actor)) {
        await confirm(tx, await lockReport(tx, { reportId: created.id }), email);
        return { ref: created.ref, needsConfirmation: false, needsLook: false };
      }
      const { t } = texts(language);
      // Nothing that was typed: whose mailbox this is hasn't been proven, and it is nobody's to write letters to.
      const about = {
        ref: created.ref,
        category: localName(created.category, language),
        municipality: localName(created.municipality, language),
      };
      await queueMail(
        tx,
        email,
        language,
        {
          subject: t("mail.confirm.subject", { ref: created.ref }),
          paragraphs: [t("mail.confirm.body", about), t("mail.confirm.days", { days: CONFIRM_DAYS })],
          action: {
            label: t("mail.confirm.action"),
            url: `${config().BASE_URL}/${language}/reports/confirm?token=${token}`,
          },
          reason: t("mail.confirm.reason"),
        },
        confirmationKey(created.id),
      );
      return { ref: created.ref, needsConfirmation: true, needsLook: false };
    });
  });
}

/** Names the e-mail with a report's link. */
const confirmationKey = (reportId: string): string => `confirm:${reportId}`;

/** Without script nothing does sums: then a while must have passed, as it does for people, and fewer are taken. */
const SLOW_SECONDS = 30;

/** @throws Refusal where neither a sum was done nor a while has passed, or too many came the slower way */
async function keepOutRobots({ data }: Draft, proof: string, ip: string): Promise<void> {
  if (await spendProof(proof)) return;
  const since = data.noEmailSince ?? Date.now();
  if (Date.now() - since < SLOW_SECONDS * 1000) throw new Refusal("wait_a_little");
  await spend("without_email_slow", ip);
}

/** Who reports without an e-mail: the person whose private link one came by, otherwise a new one, reached by the draft's own link. */
async function personWithoutEmail(tx: Tx, actor: Actor, secret: string, locale: Locale, name: string): Promise<string> {
  if (actor.kind === "person") {
    // An e-mail that is being confirmed elsewhere makes everything of theirs another account's.
    const [still] = await tx.$queryRaw<
      object[]
    >`select 1 from person where id = ${actor.id}::uuid and erased_at is null for key share`;
    if (!still) throw new Refusal("stale");
    return actor.id;
  }
  const linkHash = hashSecret(privateLinkOf(secret));
  const made = await tx.person.create({ data: { linkHash, locale, name: name || null }, select: { id: true } });
  return made.id;
}

/** Makes a report public whose mailbox is proven. */
async function confirm(tx: Tx, report: KnownReport, email: string): Promise<void> {
  const person = await ensurePerson(tx, email, report.language, report.reporterName);
  await openReport(tx, report, person.id, { actorKind: "citizen", actorId: person.id });
}

/**
 * Confirms a report by the link in the e-mail. Opening the link again changes nothing and is no error.
 * @param token as it stands in the link
 */
export async function confirmReport(_actor: Actor, token: string): Promise<Result<{ ref: string; already: boolean }>> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      const found = await tx.report.findUnique({ where: { confirmHash: hashSecret(token) }, select: { id: true } });
      if (!found) throw new Refusal("link_invalid");
      const report = await lockReport(tx, { reportId: found.id });
      if (report.status === "expired") throw new Refusal("link_expired");
      if (report.status !== "unconfirmed") return { ref: report.ref, already: true };
      const { pendingEmail } = await tx.report.findUniqueOrThrow({
        where: { id: report.id },
        select: { pendingEmail: true },
      });
      if (!pendingEmail) throw new Refusal("link_invalid");
      await confirm(tx, report, pendingEmail);
      return { ref: report.ref, already: false };
    }),
  );
}

/**
 * Lets unconfirmed reports run out after seven days, with the mailbox they waited for, their words and their photos;
 * forgets what was refused after a look, and old drafts. What still waits for a look stays. For the worker.
 * @returns how many reports ran out
 */
export async function expireUnconfirmed(actor: Actor, now = new Date()): Promise<Result<number>> {
  return attempt(async () => {
    if (!isSystem(actor)) throw new Refusal("forbidden");
    const before = daysBefore(now, CONFIRM_DAYS);
    const due = await db().report.findMany({
      where: { status: "unconfirmed", lookSince: null, createdAt: { lt: before } },
      select: { id: true },
      take: 1000,
    });
    for (const { id } of due) {
      await db().$transaction(async (tx) => {
        const report = await lockReport(tx, { reportId: id });
        if (report.status !== "unconfirmed") return;
        await record(
          tx,
          report,
          { kind: "status", actorKind: "system", actorId: personId(actor), isPublic: false, statusTo: "expired" },
          { pendingEmail: null, reporterName: null, title: "", details: "", placeText: "" },
        );
        await forgetMail(tx, confirmationKey(id));
      });
    }
    // What was refused after a look stays a while for its person to read why.
    const refused = {
      status: "expired",
      lookSince: { not: null },
      statusAt: { lt: daysBefore(now, REFUSED_DAYS) },
    } as const;
    await db().report.updateMany({
      where: refused,
      data: { reporterName: null, title: "", details: "", placeText: "" },
    });
    const old = { expiresAt: { lt: now } };
    await removePhotos({
      OR: [{ reportId: null, draft: old }, { report: { status: "expired", lookSince: null } }, { report: refused }],
    });
    await db().reportDraft.deleteMany({ where: { ...old, photos: { none: {} } } });
    return due.length;
  });
}
