import { z } from "zod";
import { done, type ErrorCode, type FieldErrors, failed, type Result } from "../errors";

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

const isoDay = z.iso
  .date(say("invalid_date"))
  .refine((day) => day >= "2020-01-01" && day <= "2100-12-31", say("invalid_date"));
const id = z.uuid(say("not_found"));

/** The year of the holidays that are shown. */
export const holidayYearSchema = z.coerce
  .number()
  .int()
  .min(2020)
  .max(2100)
  .catch(() => new Date().getUTCFullYear());

/** A change of the public holidays, as it stands in an address and in a form. */
export const holidayChangeSchema = z.discriminatedUnion("change", [
  z.object({ change: z.literal("propose"), year: z.coerce.number(say("invalid")).int().min(2020).max(2100) }),
  z.object({
    change: z.literal("add"),
    day: isoDay,
    nameSq: needed(120),
    nameSr: needed(120),
    nameEn: needed(120),
    moves: yes,
  }),
  z.object({ change: z.literal("move"), id, day: isoDay }),
  z.object({ change: z.literal("remove"), id }),
]);
export type HolidayChange = z.infer<typeof holidayChangeSchema>;

/** A change as fields of a form or an address. */
export const changeFields = (change: HolidayChange): Record<string, string> =>
  Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      name,
      typeof value === "boolean" ? (value ? "1" : "0") : String(value),
    ]),
  );

const workdays = (max: number) =>
  z.coerce
    .number(say("invalid_number"))
    .int(say("invalid_number"))
    .min(1, say("invalid_number"))
    .max(max, say("invalid_number"));
const answerDays = z.preprocess(blank, workdays(365));
const fixDays = z.preprocess(blank, workdays(730));

export type TargetInput = {
  slug: string;
  answerDays: number;
  fixDays: number;
  /** By kind; null falls back. */
  kinds: Record<string, { answerDays: number | null; fixDays: number | null }>;
};

/** Reads a form of targets: "answer" and "fix" of the municipality, "answer-potholes" of a kind. */
export function readTargetForm(values: Record<string, string>, kinds: string[]): Result<TargetInput> {
  const fields: FieldErrors = {};
  function read<T>(schema: z.ZodType<T>, name: string): T | undefined {
    const parsed = schema.safeParse(values[name] ?? "");
    if (!parsed.success) fields[name] = "invalid_number";
    return parsed.data;
  }
  const input: TargetInput = {
    slug: slug.safeParse(values.slug).data ?? "",
    answerDays: read(answerDays, "answer") ?? 1,
    fixDays: read(fixDays, "fix") ?? 1,
    kinds: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        {
          answerDays: read(z.preprocess(blank, workdays(365).optional()), `answer-${kind}`) ?? null,
          fixDays: read(z.preprocess(blank, workdays(730).optional()), `fix-${kind}`) ?? null,
        },
      ]),
    ),
  };
  const [wrong] = Object.values(fields);
  return wrong ? failed(wrong, fields) : done(input);
}
