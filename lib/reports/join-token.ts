import "server-only";
import { z } from "zod";
import { locales } from "../i18n/locales";
import { readSigned, signWords } from "../secrets";

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
export const signJoin = (join: Join): string => signWords("join", join);

/** What a link says; undefined where it wasn't made here, or has run out. */
export function readJoin(token: string, now = Date.now()): Join | undefined {
  const join = joinSchema.safeParse(readSigned("join", token));
  return join.success && join.data.until > now ? join.data : undefined;
}
