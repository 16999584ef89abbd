import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "../db/client";
import { Refusal } from "../errors";

const HOUR = 3600;

/**
 * How often something may be done: points for a duration in seconds.
 * Limits per network address are wide: whole neighbourhoods of mobile users, and whole town halls, share one.
 */
const rules = {
  /** Passwords tried on an account. */
  sign_in_account: { points: 10, duration: HOUR / 4 },
  /** Passwords and links tried from an address. */
  sign_in_address: { points: 300, duration: HOUR / 4 },
  /** Links to confirm a follow, asked for from an address. */
  follow_address: { points: 100, duration: HOUR / 4 },
  /** Sign-in links, and links to confirm a follow, sent to a mailbox. */
  sign_in_link: { points: 5, duration: HOUR },
  /** Reports sent with a mailbox. */
  file_report_mailbox: { points: 20, duration: HOUR },
  /** Links to confirm a report sent to a mailbox that hasn't been proven: it may be somebody else's. */
  confirm_mailbox: { points: 40, duration: 24 * HOUR },
  /** Reports sent from an address. */
  file_report_address: { points: 60, duration: HOUR },
  /** Reports sent without an e-mail from an address. */
  without_email_address: { points: 20, duration: HOUR },
  /** The same without a proof of work: browsers without script. */
  without_email_slow: { points: 4, duration: HOUR },
  /** Reports sent without an e-mail by the person of a private link. */
  without_email_person: { points: 10, duration: 24 * HOUR },
  /** Private links tried from an address. */
  private_link_address: { points: 60, duration: HOUR / 4 },
  /** Photos taken in from an address. */
  upload_address: { points: 300, duration: HOUR },
  /** Drafts begun from an address. */
  draft_address: { points: 300, duration: HOUR },
  /** "Me too", follow, and the like, of a person. */
  act_person: { points: 60, duration: HOUR },
  /** Updates to reports, and answers with words, of a person. */
  update_person: { points: 10, duration: HOUR },
  /** Flags of a person. */
  flag_person: { points: 20, duration: 24 * HOUR },
} as const;

export type LimitName = keyof typeof rules;

const limiters = new Map<LimitName, RateLimiterPrisma>();

function limiter(name: LimitName): RateLimiterPrisma {
  const made =
    limiters.get(name) ??
    new RateLimiterPrisma({
      storeClient: db(),
      tableName: "RateLimiterFlexible",
      keyPrefix: name,
      clearExpiredByTimeout: false,
      ...rules[name],
    });
  limiters.set(name, made);
  return made;
}

/** Addresses and mailboxes are kept only as a hash. */
const keyOf = (subject: string): string => createHash("sha256").update(subject).digest("base64url").slice(0, 32);

/**
 * Counts one try, in PostgreSQL, so that every process counts together.
 * @param subject who: an IP address, a mailbox, a person's id
 * @throws Refusal "too_many" when the limit is passed
 */
export async function spend(name: LimitName, subject: string): Promise<void> {
  try {
    await limiter(name).consume(keyOf(subject));
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new Refusal("too_many");
    throw reason;
  }
}

/** Forgets the tries of a subject: after a sign-in that went well. */
export async function forgive(name: LimitName, subject: string): Promise<void> {
  await limiter(name).delete(keyOf(subject));
}

/** Forgets what has run out, so that a print of an address is kept no longer than it counts. For the worker. */
export async function forgetExpired(now = new Date()): Promise<void> {
  await db().rateLimiterFlexible.deleteMany({ where: { expire: { lt: now } } });
}
