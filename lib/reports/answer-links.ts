import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import { config } from "../config";

/** What a link in an e-mail asks one person: whether a fix holds (about an event), or whether a problem is still there (about a report). */
export type Question = { kind: "fixed" | "still"; personId: string; aboutId: string; askedAt: Date };

/** A link answers so long; after that the report's page does. */
export const ANSWER_DAYS = 60;

const kinds = ["fixed", "still"] as const;
const BODY = 1 + 16 + 16 + 4;
const SIGN = 16;

const sign = (body: Uint8Array): Buffer => {
  const { AUTH_SECRET } = config();
  if (!AUTH_SECRET) throw new Error("AUTH_SECRET is needed to sign links");
  return createHmac("sha256", AUTH_SECRET).update("answer-link.").update(body).digest().subarray(0, SIGN);
};

/**
 * The word of a link by which this person, and nobody else, answers this one question without signing in. It is signed
 * rather than kept: the same e-mail, written twice, carries the same link, and there is nothing to steal from the database.
 */
export function answerToken({ kind, personId, aboutId, askedAt }: Question): string {
  const body = Buffer.alloc(BODY);
  body.writeUInt8(kinds.indexOf(kind), 0);
  body.set(parse(personId), 1);
  body.set(parse(aboutId), 17);
  body.writeUInt32BE(Math.floor(askedAt.getTime() / 1000), 33);
  return Buffer.concat([body, sign(body)]).toString("base64url");
}

/** What a token asks, and of whom; undefined for one that isn't ours or has run out. */
export function readAnswerToken(token: string, now = new Date()): Question | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== BODY + SIGN || bytes.toString("base64url") !== token) return undefined;
  const body = bytes.subarray(0, BODY);
  if (!timingSafeEqual(sign(body), bytes.subarray(BODY))) return undefined;
  const kind = kinds[body.readUInt8(0)];
  const askedAt = new Date(body.readUInt32BE(33) * 1000);
  if (!kind || now.getTime() - askedAt.getTime() > ANSWER_DAYS * 24 * 3600 * 1000) return undefined;
  return { kind, personId: stringify(body.subarray(1, 17)), aboutId: stringify(body.subarray(17, 33)), askedAt };
}
