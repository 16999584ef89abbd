import "server-only";
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { locales } from "../i18n/locales";
import { deriveSecret } from "../secrets";

/** A link to say "me too" works so many days. */
export const JOIN_DAYS = 7;

const joinSchema = z.object({
  reportId: z.uuid(),
  email: z.email(),
  locale: z.enum(locales),
  /** Milliseconds since 1970. */
  until: z.number(),
});
export type Join = z.infer<typeof joinSchema>;

/** What a link says, signed: nothing is kept of it until its mailbox is proven. */
export function signJoin(join: Join): string {
  const body = Buffer.from(JSON.stringify(join)).toString("base64url");
  return `${body}.${deriveSecret("join", body)}`;
}

/** What a link says; undefined where it wasn't made here, or has run out. */
export function readJoin(token: string, now = Date.now()): Join | undefined {
  const [body = "", sign = ""] = token.split(".");
  const right = Buffer.from(deriveSecret("join", body));
  const given = Buffer.from(sign);
  if (right.length !== given.length || !timingSafeEqual(right, given)) return undefined;
  const join = joinSchema.safeParse(JSON.parse(Buffer.from(body, "base64url").toString()));
  return join.success && join.data.until > now ? join.data : undefined;
}
