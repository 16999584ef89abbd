import "server-only";
import { createChallenge, verifySolution } from "altcha-lib/v1";
import { db } from "../db/client";
import { deriveSecret, hashSecret } from "../secrets";

/**
 * A sum that a browser does by itself, half a second on a cheap phone, so that nobody has to read distorted letters:
 * who sends a thousand reports does a thousand of them. altcha's protocol, solved in components/report-form/proof.tsx.
 */
const MAX_NUMBER = 60_000;
const MINUTES = 60;

const key = (): string => deriveSecret("proof", "altcha");

/** What a browser has to solve. */
export type Challenge = { algorithm: string; challenge: string; salt: string; signature: string; maxnumber: number };

/** A new sum to do; its answer is taken within the hour. */
export async function newChallenge(now = Date.now()): Promise<Challenge> {
  const made = await createChallenge({
    hmacKey: key(),
    maxNumber: MAX_NUMBER,
    expires: new Date(now + MINUTES * 60_000),
  });
  const { algorithm, challenge, salt, signature } = made;
  return { algorithm, challenge, salt, signature, maxnumber: MAX_NUMBER };
}

/**
 * Takes the answer of a sum, once: kept in PostgreSQL, so that every process knows.
 * @param payload as altcha writes it: JSON in base64
 * @returns whether it is right, in time, and new
 */
export async function spendProof(payload: string): Promise<boolean> {
  if (payload === "" || payload.length > 2000) return false;
  const right = await verifySolution(payload, key()).catch(() => false);
  if (!right) return false;
  // The challenge, not the payload: the same sum written otherwise is the same sum.
  const { challenge } = JSON.parse(Buffer.from(payload, "base64").toString()) as { challenge: string };
  const { count } = await db().spentProof.createMany({
    data: [{ hash: hashSecret(challenge), expiresAt: new Date(Date.now() + MINUTES * 60_000) }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Forgets answers whose time has run out. For the worker. */
export async function forgetSpentProofs(now = new Date()): Promise<void> {
  await db().spentProof.deleteMany({ where: { expiresAt: { lt: now } } });
}
