import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { config } from "../config";
import { locales } from "../i18n/locales";
import { type Cadence, cadenceSchema, type FollowKey, targetSchema } from "./schema";

/** Bytes of a signature that are kept: 128 bits. */
const SIGNATURE = 16;

function sign(purpose: string, payload: Buffer): Buffer {
  const secret = config().AUTH_SECRET;
  if (!secret) throw new Error("No secret: AUTH_SECRET is not set in this process.");
  return createHmac("sha256", secret).update(`follows:${purpose}\0`).update(payload).digest().subarray(0, SIGNATURE);
}

const seal = (purpose: string, payload: Buffer): string =>
  Buffer.concat([sign(purpose, payload), payload]).toString("base64url");

/** @returns what was sealed for this purpose; undefined for anything that we didn't seal */
function unseal(purpose: string, token: string): Buffer | undefined {
  if (!/^[\w-]{20,2000}$/.test(token)) return undefined;
  const bytes = Buffer.from(token, "base64url");
  const payload = bytes.subarray(SIGNATURE);
  // One spelling of a token alone: base64url takes others for the same bytes.
  if (bytes.length <= SIGNATURE || bytes.toString("base64url") !== token) return undefined;
  return timingSafeEqual(bytes.subarray(0, SIGNATURE), sign(purpose, payload)) ? payload : undefined;
}

/** What an unsubscribe link ends: the follows that caused an e-mail, or every follow of a digest. */
export type Stop = { personId: string; follows: FollowKey[] } | { personId: string; digest: Cadence };

/** A link in an e-mail names so many follows at the most, so that it stays short enough for a header. */
export const MOST_NAMED = 10;

const letters = { r: "report", a: "area" } as const;
const digests = { d: "daily", w: "weekly" } as const;
const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");
const idOf = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** The token of an unsubscribe link; it doesn't run out. */
export function stopToken(stop: Stop): string {
  const parts =
    "digest" in stop
      ? [Buffer.from(stop.digest === "weekly" ? "w" : "d")]
      : stop.follows
          .slice(0, MOST_NAMED)
          .flatMap((key) => [Buffer.from(key[0] ?? ""), bytesOf(key.slice(key.indexOf(":") + 1))]);
  return seal("stop", Buffer.concat([bytesOf(stop.personId), ...parts]));
}

/** Reads an unsubscribe link's token; undefined when it isn't one of ours. */
export function readStop(token: string): Stop | undefined {
  const bytes = unseal("stop", token);
  if (!bytes || bytes.length < 17) return undefined;
  const personId = idOf(bytes.subarray(0, 16));
  const rest = bytes.subarray(16);
  const digest = rest.length === 1 && digests[rest.toString() as keyof typeof digests];
  if (digest) return { personId, digest };
  const follows: FollowKey[] = [];
  for (let at = 0; at < rest.length; at += 17) {
    const kind = letters[rest.subarray(at, at + 1).toString() as keyof typeof letters];
    if (kind) follows.push(`${kind}:${idOf(rest.subarray(at + 1, at + 17))}`);
  }
  return { personId, follows };
}

const wishSchema = z.object({
  email: z.email(),
  target: targetSchema,
  cadence: cadenceSchema,
  locale: z.enum(locales),
  /** Milliseconds since 1970. */
  until: z.number(),
});
/** A follow asked for with an e-mail that hasn't been proven yet. Nothing of it is kept here: the link holds all of it. */
export type Wish = z.infer<typeof wishSchema>;

export const wishToken = (wish: Wish): string => seal("wish", Buffer.from(JSON.stringify(wish)));

/** Reads a confirmation link's token, run out or not; undefined when it isn't one of ours. */
export function readWish(token: string): Wish | undefined {
  const bytes = unseal("wish", token);
  return bytes && wishSchema.safeParse(JSON.parse(bytes.toString())).data;
}
