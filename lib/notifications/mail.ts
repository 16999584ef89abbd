import "server-only";
import type { Tx } from "../db/client";
import type { Locale } from "../i18n/locales";
import { enqueue } from "../jobs/queue";
import { compose, type Letter } from "./compose";

/**
 * Writes an e-mail into the database and queues its sending, in the transaction of what it tells of.
 * @param dedupeKey names what is told to whom; a second mail of the same key is not written
 */
export async function queueMail(tx: Tx, to: string, locale: Locale, letter: Letter, dedupeKey: string): Promise<void> {
  const { count } = await tx.outboundMail.createMany({
    data: [{ toAddress: to, locale, dedupeKey, ...compose(locale, letter) }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  const mail = await tx.outboundMail.findUniqueOrThrow({ where: { dedupeKey }, select: { id: true } });
  await enqueue(tx, "send_mail", { mailId: mail.id }, `mail:${mail.id}`);
}
