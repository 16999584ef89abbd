import "server-only";
import { z } from "zod";
import { locales } from "../i18n/locales";
import { readSigned, signWords } from "../secrets";

/** A link that proves a mailbox for reports without one works so many hours. */
export const EMAIL_HOURS = 24;

const wishSchema = z.object({
  personId: z.uuid(),
  /** A private link that was renewed or ended since ends what was asked for by it. */
  epoch: z.number(),
  email: z.email(),
  locale: z.enum(locales),
  /** Milliseconds since 1970. */
  until: z.number(),
});
/** An e-mail somebody wants for the reports they filed without one. Nothing is kept of it: the link holds it. */
export type EmailWish = z.infer<typeof wishSchema>;

export const signEmailWish = (wish: EmailWish): string => signWords("add-email", wish);

/** What a link says; undefined where it wasn't made here, or has run out. */
export function readEmailWish(token: string, now = Date.now()): EmailWish | undefined {
  const wish = wishSchema.safeParse(readSigned("add-email", token));
  return wish.success && wish.data.until > now ? wish.data : undefined;
}
