import "server-only";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { config } from "./config";

/** The print of a secret that stands in a link or a cookie: all that is kept of it. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/**
 * A secret made from another one and the server's own, so that it needn't be kept to be shown again.
 * @param purpose what it opens: one secret never opens two kinds of things
 */
export function deriveSecret(purpose: string, from: string): string {
  const key = config().AUTH_SECRET;
  if (!key) throw new Error("AUTH_SECRET is missing: scripts/serve.ts sets it.");
  return createHmac("sha256", key).update(`${purpose}:${from}`).digest("base64url");
}

/** What a link says, signed, so that nothing of it need be kept until it is opened. */
export function signWords(purpose: string, words: unknown): string {
  const body = Buffer.from(JSON.stringify(words)).toString("base64url");
  return `${body}.${deriveSecret(purpose, body)}`;
}

/** What was signed for this purpose; undefined for anything that wasn't made here. */
export function readSigned(purpose: string, token: string): unknown {
  const [body = "", sign = ""] = token.split(".");
  const right = Buffer.from(deriveSecret(purpose, body));
  const given = Buffer.from(sign);
  if (right.length !== given.length || !timingSafeEqual(right, given)) return undefined;
  return JSON.parse(Buffer.from(body, "base64url").toString());
}
