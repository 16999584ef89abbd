import "server-only";
import { config } from "../config";
import { db } from "../db/client";
import { isId } from "../forms";

/**
 * The latest e-mails, for the outbox of demonstration mode.
 * @returns null outside demonstration mode: there is no such page then
 */
export async function listOutbox(limit = 100) {
  if (!config().DEMO) return null;
  return db().outboundMail.findMany({
    orderBy: { createdAt: "desc" },
    take: limit,
    select: { id: true, toAddress: true, locale: true, subject: true, state: true, createdAt: true },
  });
}

/** One e-mail of the outbox; null where there is none, and outside demonstration mode. */
export async function findOutboxMail(id: string) {
  if (!config().DEMO || !isId(id)) return null;
  return db().outboundMail.findUnique({ where: { id } });
}
