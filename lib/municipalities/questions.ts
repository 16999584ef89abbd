import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";

/** One of the things that can be chosen, in three languages. */
export const choiceSchema = z.object({ sq: z.string(), sr: z.string(), en: z.string() });
export type Choice = z.infer<typeof choiceSchema>;

export const questionFields = {
  id: true,
  categoryId: true,
  nameSq: true,
  nameSr: true,
  nameEn: true,
  kind: true,
  choices: true,
  required: true,
  isPublic: true,
} satisfies Prisma.CategoryQuestionSelect;

type Row = Prisma.CategoryQuestionGetPayload<{ select: typeof questionFields }>;

/** What is asked besides about reports of a kind. */
export type Question = Omit<Row, "choices"> & { choices: Choice[] };

export const toQuestion = (row: Row): Question => ({
  ...row,
  choices: z.array(choiceSchema).catch([]).parse(row.choices),
});

/** What is read of a report's answers. */
export const answerFields = { value: true, question: { select: questionFields } } satisfies Prisma.ReportAnswerSelect;

/** Every question that is asked at present, in its order; read once a request. */
export const listQuestions = cache(async (): Promise<Question[]> => {
  const rows = await db().categoryQuestion.findMany({
    where: { retiredAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: questionFields,
  });
  return rows.map(toQuestion);
});

/** The questions about reports of a kind. */
export async function questionsOf(categoryId: string): Promise<Question[]> {
  return (await listQuestions()).filter((question) => question.categoryId === categoryId);
}

/** Who does a kind of work in a municipality, where the municipality itself doesn't. */
export type Institution = { categoryId: string; name: string; phone: string | null; website: string | null };

/** The institutions of a municipality, by kind. */
export async function listInstitutions(municipalityId: string): Promise<Institution[]> {
  return db().categoryInstitution.findMany({
    where: { municipalityId },
    select: { categoryId: true, name: true, phone: true, website: true },
  });
}
