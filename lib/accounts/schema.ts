import { z } from "zod";
import type { ErrorCode } from "../errors";
import { locales } from "../i18n/locales";

const say = (code: ErrorCode) => ({ error: code });
const email = z
  .string(say("required"))
  .trim()
  .toLowerCase()
  .min(1, say("required"))
  .max(254, say("too_long"))
  .pipe(z.email(say("invalid_email")));

export const linkRequestSchema = z.object({ email });
export const passwordSchema = z.object({
  email,
  password: z.string(say("required")).min(1, say("required")).max(200, say("too_long")),
});
export const linkSchema = z.object({
  email,
  token: z.string(say("link_invalid")).min(16, say("link_invalid")).max(200, say("link_invalid")),
});

export const roleNames = ["official", "manager", "editor", "moderator", "admin"] as const;
const scoped = new Set<string>(["official", "manager"]);

/** A role to give: an official's or manager's with a municipality, the others without. */
export const grantSchema = z
  .object({
    email,
    role: z.enum(roleNames, say("required")),
    municipalityId: z.preprocess(
      (value) => value || null,
      z
        .string()
        .regex(/^[a-z]{2,30}$/, say("invalid"))
        .nullable(),
    ),
  })
  .refine(({ role, municipalityId }) => scoped.has(role) === (municipalityId !== null), {
    error: "invalid",
    path: ["municipalityId"],
  });
export type GrantInput = z.infer<typeof grantSchema>;

export const grantIdSchema = z.object({ grantId: z.uuid(say("not_found")) });

/** The language a person wants their e-mails in. */
export const localeSchema = z.object({ mailLocale: z.enum(locales, say("invalid")) });

/** The name a person gives; empty for none. */
export const nameSchema = z.object({ name: z.string(say("invalid")).trim().max(80, say("too_long")) });

/**
 * Where to go after signing in: a path of this site, never another's.
 * @param fallback used for anything else
 */
export function safeBack(value: unknown, fallback: string): string {
  return typeof value === "string" && /^\/(sq|sr|en)(\/[\w\-/.?=&%]*)?$/.test(value) && !value.includes("//")
    ? value
    : fallback;
}
