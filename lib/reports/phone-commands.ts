import "server-only";
import { type Actor, personId, worksFor } from "../accounts/actor";
import { normalEmail } from "../accounts/people";
import { config } from "../config";
import { db, type Tx } from "../db/client";
import { attempt, type ErrorCode, Refusal, type Result } from "../errors";
import { type Locale, localName } from "../i18n/locales";
import { texts } from "../i18n/texts";
import { spend } from "../limits/limits";
import { queueMail } from "../notifications/mail";
import { findDraft, saveDraft, startDraft } from "./drafts";
import { complete, create, type Filed, filed, fileOnce } from "./filing";
import { openReport } from "./opening";
import { canEnterForOthers, canEnterIn, isSystem } from "./policy";
import { lockReport } from "./record";
import { callerSchema } from "./schema";
import { isForCaller } from "./steps";

/** Names and numbers of callers are kept so many days after their report was closed. */
export const CONTACT_DAYS = 90;

/**
 * Begins a draft for somebody who called.
 * @returns its secret
 */
export function startForCaller(actor: Actor, ip: string): Promise<Result<{ secret: string }>> {
  return attempt(async () => {
    if (!canEnterForOthers(actor)) throw new Refusal("forbidden");
    const started = await startDraft(actor, ip);
    if (!started.ok) throw new Refusal(started.error);
    await saveDraft(actor, started.value.secret, { phone: true });
    return started.value;
  });
}

/**
 * Files a draft for somebody who called. It is public at once, and the caller's contact is the municipality's alone.
 * With an e-mail the caller is told, and follows it: an official knows who called, the mailbox isn't proven by that.
 */
export function enterForCaller(
  actor: Actor,
  secret: string | undefined,
  language: Locale,
  ip: string,
): Promise<Result<Filed>> {
  return attempt(async () => {
    const draft = await findDraft(secret);
    if (!draft) throw new Refusal("draft_missing");
    if (draft.reportId) return filed(draft.reportId);
    const by = personId(actor);
    if (!by || !isForCaller(draft.data, actor)) throw new Refusal("forbidden");
    const report = await complete(draft);
    if (!canEnterIn(actor, report.municipalityId)) throw new Refusal("other_municipality");
    const caller = callerSchema.safeParse(draft.data);
    if (!caller.success) throw new Refusal((caller.error.issues[0]?.message ?? "invalid") as ErrorCode);
    await spend("act_person", by);
    await spend("file_report_address", ip);
    const { callerName, callerPhone, callerEmail } = caller.data;
    if (callerEmail) await spend("confirm_mailbox", callerEmail);
    const contact = { name: callerName || null, phone: callerPhone || null, email: callerEmail ?? null };
    const actorKind = worksFor(actor, report.municipalityId) ? ("municipality" as const) : ("staff" as const);

    return fileOnce(draft, async (tx) => {
      const some = contact.name || contact.phone || contact.email;
      const fields = { ...report, language, source: "phone" as const, ...(some && { contact }) };
      const created = await create(tx, draft, fields, { actorKind, actorId: by });
      const reporterId = callerEmail ? await personWho(tx, callerEmail, language, contact.name) : null;
      const opened = { actorKind, actorId: by, data: { source: "phone" } };
      await openReport(tx, await lockReport(tx, { reportId: created.id }), reporterId, opened);
      const { t } = texts(language);
      const municipality = localName(created.municipality, language);
      await queueMail(
        tx,
        callerEmail ?? null,
        language,
        {
          subject: t("mail.phone.subject", { ref: created.ref, title: report.title }),
          paragraphs: [t("mail.phone.body", { municipality, title: report.title })],
          action: { label: t("mail.step.action"), url: `${config().BASE_URL}/${language}/reports/${created.ref}` },
          reason: t("mail.phone.reason"),
        },
        `phone:${created.id}`,
      );
      return { ref: created.ref, needsConfirmation: false, needsLook: false };
    });
  });
}

/** The person of a mailbox that an official wrote down: known, but not proven; signing in by its link proves it. */
async function personWho(tx: Tx, address: string, locale: Locale, name: string | null): Promise<string> {
  const email = normalEmail(address);
  const person = await tx.person.upsert({
    where: { email },
    create: { email, locale, name },
    update: {},
    select: { id: true },
  });
  return person.id;
}

/** Forgets who called, a while after their report was closed. For the worker. @returns how many were forgotten */
export function forgetCallers(actor: Actor, now = new Date()): Promise<Result<number>> {
  return attempt(async () => {
    if (!isSystem(actor)) throw new Refusal("forbidden");
    const before = new Date(now.getTime() - CONTACT_DAYS * 24 * 3600 * 1000);
    const { count } = await db().reportContact.deleteMany({ where: { report: { closedAt: { lt: before } } } });
    return count;
  });
}
