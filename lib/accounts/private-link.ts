import "server-only";
import { db } from "../db/client";
import { attempt } from "../errors";
import { spend } from "../limits/limits";
import { hashSecret } from "../secrets";
import { type Actor, anonymous } from "./actor";
import { type EmailWish, readEmailWish } from "./email-token";
import { actorOf } from "./session";

/**
 * The person whose private link somebody holds; anonymous where it opens nothing. Tries are counted per address.
 * @param secret as it stands in the link
 */
export async function actorOfPrivateLink(secret: string, ip: string): Promise<Actor> {
  if (secret.length < 32 || secret.length > 100) return anonymous;
  const counted = await attempt(() => spend("private_link_address", ip));
  if (!counted.ok) return anonymous;
  const person = await db().person.findUnique({
    where: { linkHash: hashSecret(secret) },
    select: { id: true, sessionEpoch: true },
  });
  return person ? actorOf({ id: person.id, epoch: person.sessionEpoch }) : anonymous;
}

/** What a link asks that proves a mailbox for reports without one; null for one that does nothing (any more). */
export async function findEmailWish(token: string): Promise<EmailWish | null> {
  const wish = readEmailWish(token);
  if (!wish) return null;
  const same = { id: wish.personId, email: null, erasedAt: null, sessionEpoch: wish.epoch };
  return (await db().person.count({ where: same })) > 0 ? wish : null;
}
