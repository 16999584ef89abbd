import "server-only";
import { db, type Tx } from "../db/client";
import type { Locale } from "../i18n/locales";
import { enqueue } from "../jobs/queue";
import { compose, type Letter } from "./compose";

/**
 * Writes an e-mail into the database and queues its sending, in the transaction of what it tells of.
 * @param to null for who has no e-mail: nothing is written
 * @param dedupeKey names what is told to whom; a second mail of the same key is not written
 */
export async function queueMail(
  tx: Tx,
  to: string | null,
  locale: Locale,
  letter: Letter,
  dedupeKey: string,
): Promise<void> {
  if (to === null) return;
  const { count } = await tx.outboundMail.createMany({
    data: [{ toAddress: to, locale, dedupeKey, ...compose(locale, letter) }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  const mail = await tx.outboundMail.findUniqueOrThrow({ where: { dedupeKey }, select: { id: true } });
  await enqueue(tx, "send_mail", { mailId: mail.id }, `mail:${mail.id}`);
}

/** Takes an e-mail away for good, with the address it went to. */
export async function forgetMail(tx: Tx, dedupeKey: string): Promise<void> {
  await tx.outboundMail.deleteMany({ where: { dedupeKey } });
}

/** E-mails are kept so long: for who asks whether one went out, and so that a job that is tried again sends nothing twice. */
export const MAIL_DAYS = 30;

/** Forgets e-mails after their time, with the addresses and links in them. For the worker. */
export async function forgetOldMail(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - MAIL_DAYS * 24 * 3600 * 1000);
  await db().outboundMail.deleteMany({ where: { createdAt: { lt: before } } });
}
