import type { Actor } from "@/lib/accounts/actor";
import { db } from "@/lib/db/client";
import type { Result } from "@/lib/errors";
import { draftAssessment, publishAssessment } from "@/lib/pledges/commands";
import { publishMandate, setPledge } from "@/lib/pledges/mandate-commands";
import type { AssessmentInput, PledgeInput } from "@/lib/pledges/schema";
import { slots } from "@/lib/pledges/status";

export const day = (value: string) => new Date(`${value}T00:00:00Z`);

/** The value of a command that must succeed. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

export const pledgeInput = (mandateId: string, slot: number, changes: Partial<PledgeInput> = {}): PledgeInput => ({
  mandateId,
  slot,
  textSq: `Premtimi ${slot}`,
  textSr: `Obećanje ${slot}`,
  textEn: `Pledge ${slot}`,
  measureSq: "Masa",
  measureSr: "Mera",
  measureEn: "Measure",
  sector: "infrastructure",
  sourceQuote: "We will do it.",
  sourceUrl: null,
  sourceDate: null,
  deadline: null,
  ...changes,
});

export const assessmentInput = (changes: Partial<AssessmentInput> = {}): AssessmentInput => ({
  status: "initiated",
  asOf: day("2026-06-30"),
  findingSq: "Gjetja",
  findingSr: "Nalaz",
  findingEn: "Finding",
  evidence: [{ kind: "document", title: "Contract", publisher: "Municipality", date: day("2026-05-01"), url: null }],
  ...changes,
});

/** The mandate 2025 of a municipality, as the reference data has it. */
export const mandateOf = (municipalityId: string) =>
  db().mandate.findUniqueOrThrow({ where: { municipalityId_key: { municipalityId, key: "2025" } } });

/** A published mandate with its six pledges. */
export async function publishedSix(editor: Actor, municipalityId: string) {
  const mandate = await mandateOf(municipalityId);
  for (const slot of slots) value(await setPledge(editor, pledgeInput(mandate.id, slot)));
  value(await publishMandate(editor, mandate.id));
  return db().pledge.findMany({ where: { mandateId: mandate.id }, orderBy: { slot: "asc" } });
}

/** What the second reader has before them. */
export async function reading(assessmentId: string) {
  const { submittedAt } = await db().assessment.findUniqueOrThrow({ where: { id: assessmentId } });
  return { assessmentId, submittedAt: submittedAt ?? new Date(0) };
}

/** An assessment that two editors made public. @returns its id */
export async function publishedAssessment(
  author: Actor,
  reviewer: Actor,
  pledgeId: string,
  changes: Partial<AssessmentInput> = {},
): Promise<string> {
  const { id } = value(await draftAssessment(author, { pledgeId }, assessmentInput(changes), true));
  value(await publishAssessment(reviewer, await reading(id)));
  return id;
}
