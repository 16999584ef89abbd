import { z } from "zod";
import type { ErrorCode, FieldErrors } from "../errors";
import type { Question } from "../municipalities/questions";

/** An answer that was kept, with its question. */
export type Answer = { value: string; question: Question };

/** The name of a question's field in a form. */
export const answerField = (questionId: string): string => `answer-${questionId}`;

const isDate = z.iso.date();
const MAX = 200;

/** What is wrong with an answer that isn't empty; undefined where nothing is. */
function wrongWith({ kind, choices }: Question, value: string): ErrorCode | undefined {
  if (value.length > MAX) return "too_long";
  switch (kind) {
    case "text":
      return undefined;
    case "number":
      return /^-?\d{1,12}([.,]\d{1,6})?$/.test(value) ? undefined : "invalid_number";
    case "date":
      return isDate.safeParse(value).success ? undefined : "invalid_date";
    case "choice":
      return choices[Number(value)] && /^\d+$/.test(value) ? undefined : "invalid";
  }
}

/**
 * Reads the answers to the questions of a kind.
 * @param given by question id, as typed; others are left out
 * @returns the answers to keep, and what is wrong with which field
 */
export function checkAnswers(
  questions: Question[],
  given: Record<string, string>,
): { answers: { questionId: string; value: string }[]; fields: FieldErrors } {
  const fields: FieldErrors = {};
  const answers = questions.flatMap((question) => {
    const value = given[question.id]?.trim() ?? "";
    const wrong = value === "" ? (question.required ? ("required" as const) : undefined) : wrongWith(question, value);
    if (wrong) fields[answerField(question.id)] = wrong;
    return value === "" || wrong ? [] : [{ questionId: question.id, value }];
  });
  return { answers, fields };
}
