import "server-only";
import { type Actor, personId } from "../accounts/actor";
import type { Tx } from "../db/client";

/** What was flagged: a report, or an update to it. */
export type Flagged = { reportId: string; eventId: string | null };

/** Marks every waiting flag of a thing as looked at, by whoever acted on it or saw nothing wrong. */
export async function settle(tx: Tx, actor: Actor, { reportId, eventId }: Flagged): Promise<void> {
  await tx.flag.updateMany({
    where: { reportId, eventId, settledAt: null },
    data: { settledAt: new Date(), settledBy: personId(actor) },
  });
}
