import { z } from "zod";
import type { ErrorCode } from "../errors";
import { locales } from "../i18n/locales";
import { evidenceKinds, pledgeStatuses, sectors } from "./status";

/** An issue's message is the error code whose words the person reads. */
const say = (code: ErrorCode) => ({ error: code });

const text = (max: number) => z.string(say("required")).trim().max(max, say("too_long"));
const needed = (max: number) => text(max).min(1, say("required"));

/** An empty field of a form is an absent one. */
const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : (value ?? null));

/** A calendar day as midnight UTC. */
const day = z.iso.date(say("invalid_date")).transform((value) => new Date(`${value}T00:00:00Z`));
const maybeDay = z.preprocess(blank, day.nullable());
const maybeUrl = z.preprocess(
  blank,
  z
    .url({ protocol: /^https?$/, error: "invalid_url" satisfies ErrorCode })
    .max(500, say("too_long"))
    .nullable(),
);

/** One of the six, in three languages; a missing translation may be saved, and hinders publication. */
export const pledgeSchema = z.object({
  mandateId: z.uuid(say("not_found")),
  slot: z.coerce.number(say("six_pledges")).int(say("six_pledges")),
  textSq: needed(300),
  textSr: text(300).default(""),
  textEn: text(300).default(""),
  measureSq: needed(1000),
  measureSr: text(1000).default(""),
  measureEn: text(1000).default(""),
  sector: z.enum(sectors, say("required")),
  sourceQuote: needed(2000),
  sourceUrl: maybeUrl,
  sourceDate: maybeDay,
  deadline: maybeDay,
});
export type PledgeInput = z.infer<typeof pledgeSchema>;

export const evidenceSchema = z.object({
  kind: z.enum(evidenceKinds, say("required")),
  title: needed(300),
  publisher: needed(200),
  date: maybeDay,
  url: maybeUrl,
});

/** How many pieces of evidence an assessment may have, and how many empty rows its form offers beyond those it has. */
export const MOST_EVIDENCE = 20;
export const SPARE_ROWS = 3;

/** An assessment being written: what is missing may be added later, and is asked for when it is sent for review. */
export const assessmentSchema = z.object({
  status: z.enum(pledgeStatuses, say("required")),
  asOf: z.preprocess(blank, day.nullable()).pipe(z.date(say("required"))),
  findingSq: text(4000).default(""),
  findingSr: text(4000).default(""),
  findingEn: text(4000).default(""),
  evidence: z.array(evidenceSchema).max(MOST_EVIDENCE, say("invalid")).default([]),
});
export type AssessmentInput = z.infer<typeof assessmentSchema>;

/** Which state of which assessment the second reader had before them. */
export const reviewSchema = z.object({
  assessmentId: z.uuid(say("not_found")),
  submittedAt: z.iso.datetime(say("stale")).transform((value) => new Date(value)),
});
export type ReviewSubject = z.infer<typeof reviewSchema>;

export const sendBackSchema = reviewSchema.extend({ note: needed(4000) });

/** The answer of the mayor's office, whole. */
export const replySchema = z.object({
  assessmentId: z.uuid(say("not_found")),
  text: needed(20_000),
  language: z.enum(locales, say("required")),
});
export type ReplyInput = z.infer<typeof replySchema>;

/** What the board is asked for; a value that makes no sense is left out. */
export const boardSchema = z.object({
  mandate: z
    .string()
    .regex(/^(\d{4}|sample)$/)
    .optional()
    .catch(undefined),
  status: z.enum(pledgeStatuses).optional().catch(undefined),
  sector: z.enum(sectors).optional().catch(undefined),
});
export type BoardFilter = z.infer<typeof boardSchema>;
