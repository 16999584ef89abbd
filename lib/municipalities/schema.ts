import { z } from "zod";
import type { ErrorCode } from "../errors";

const say = (code: ErrorCode) => ({ error: code });
const text = (max: number) => z.string().trim().max(max, say("too_long"));
const needed = (max: number) => text(max).min(1, say("required"));
const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const slug = z.string().regex(/^[a-z-]{2,40}$/, say("not_found"));

/** What a kind of problem is called, and how near another of it is likely the same. */
export const kindSchema = z.object({
  slug,
  synonyms: text(3000).default(""),
  nearbyMetres: z.coerce
    .number(say("invalid_number"))
    .int(say("invalid_number"))
    .min(10, say("invalid_number"))
    .max(1000, say("invalid_number")),
});
export type KindInput = z.infer<typeof kindSchema>;

/** Who does a kind of work in a municipality; without a name, the municipality does. */
export const institutionSchema = z.object({
  name: text(120).default(""),
  phone: z.preprocess(blank, text(40).optional()),
  website: z.preprocess(
    blank,
    z
      .url({ protocol: /^https?$/, error: "invalid_url" })
      .max(300, say("too_long"))
      .optional(),
  ),
});
export type InstitutionInput = z.infer<typeof institutionSchema>;

export const questionKinds = ["text", "number", "choice", "date"] as const;

/** One line a choice, the languages between bars: "yes | da | po" in the order of the site's languages. */
const choiceLines = text(2000)
  .default("")
  .transform((lines, context) => {
    const choices = lines
      .split("\n")
      .map((line) => line.split("|").map((part) => part.trim()))
      .filter((parts) => parts.some(Boolean));
    if (choices.length > 30 || choices.some((parts) => parts.length !== 3 || parts.some((part) => part === ""))) {
      context.addIssue({ code: "custom", message: "invalid" });
      return z.NEVER;
    }
    return choices.map(([sq = "", sr = "", en = ""]) => ({ sq, sr, en }));
  });

const yes = z.preprocess((value) => value === "1" || value === true, z.boolean());

/** A question to ask besides about reports of a kind. */
export const questionSchema = z
  .object({
    slug,
    nameSq: needed(200),
    nameSr: needed(200),
    nameEn: needed(200),
    kind: z.enum(questionKinds, say("required")),
    choices: choiceLines,
    required: yes,
    isPublic: yes,
  })
  .superRefine(({ kind, choices }, context) => {
    if (kind === "choice" && choices.length < 2)
      context.addIssue({ code: "custom", path: ["choices"], message: "required" });
  });
export type QuestionInput = z.infer<typeof questionSchema>;

/** Whether a municipality takes reports without an e-mail. */
export const anonymousSchema = z.object({ slug, allowed: yes });
