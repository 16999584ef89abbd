import { done, type ErrorCode, errorCodes, type FieldErrors, failed, type Result } from "../errors";
import { typed } from "../forms";
import { type AssessmentInput, assessmentSchema, MOST_EVIDENCE, SPARE_ROWS } from "./schema";

/** Columns of a row of evidence, as its fields are named: evidence.0.title. */
const evidenceColumns = ["kind", "title", "publisher", "date", "url"] as const;

const codeOf = (words: string): ErrorCode => errorCodes.find((code) => code === words) ?? "invalid";

/**
 * Reads an assessment from its form. Rows of evidence in which nothing was written (the kind aside) are left out.
 * @returns the assessment, or what is wrong with each field by the field's name in the form
 */
export function parseAssessment(form: FormData): Result<AssessmentInput> {
  const values = typed(form);
  const rows = Array.from({ length: MOST_EVIDENCE + SPARE_ROWS }, (_, number) => number).filter((number) =>
    evidenceColumns.some((column) => column !== "kind" && values[`evidence.${number}.${column}`]?.trim()),
  );
  const evidence = rows.map((number) =>
    Object.fromEntries(evidenceColumns.map((column) => [column, values[`evidence.${number}.${column}`] ?? ""])),
  );
  const parsed = assessmentSchema.safeParse({ ...values, evidence });
  if (parsed.success) return done(parsed.data);
  const fields: FieldErrors = {};
  for (const { path, message } of parsed.error.issues) {
    const [name, place, column] = path;
    const field = name === "evidence" && column ? `evidence.${rows[Number(place)]}.${String(column)}` : String(name);
    fields[field] ??= codeOf(message);
  }
  return failed(Object.values(fields)[0] ?? "invalid", fields);
}
