import "server-only";
import { db, type Tx } from "../db/client";
import type { Locale } from "../i18n/locales";

/** The one form an e-mail address is kept in. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

/**
 * The person behind a mailbox that has just been proven, made when new.
 * @param name taken over only where none is known
 */
export async function ensurePerson(tx: Tx, email: string, locale: Locale, name?: string | null) {
  const address = normalEmail(email);
  const now = new Date();
  await tx.person.createMany({
    data: [{ email: address, locale, name: name || null, emailVerified: now }],
    skipDuplicates: true,
  });
  const person = await tx.person.findUniqueOrThrow({ where: { email: address } });
  if (person.emailVerified && (person.name || !name)) return person;
  return tx.person.update({
    where: { id: person.id },
    data: { emailVerified: person.emailVerified ?? now, name: person.name ?? (name || null) },
  });
}

/** Forgets sign-in links that nobody opened, with the mailboxes they went to. For the worker. */
export async function forgetOldLinks(now = new Date()): Promise<void> {
  await db().verificationToken.deleteMany({ where: { expires: { lt: now } } });
}
