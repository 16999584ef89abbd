import { type ErrorCode, errorCodes, type FieldErrors } from "../errors";

const isErrorCode = (value: unknown): value is ErrorCode => (errorCodes as readonly unknown[]).includes(value);

/** All that can be wrong with a photo is said beside the field it is chosen in. */
export const photoProblems = {
  photo_too_large: "photo",
  photo_not_image: "photo",
  photo_broken: "photo",
  photo_bomb: "photo",
  photo_too_many: "photo",
  photo_missing: "photo",
} as const;

type Checked = { success: true } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

/**
 * What is wrong with a step, from its address (`?problem=`) and the draft.
 * @param problem a code, or "fields" where each field says for itself
 * @param check the step's schema over the draft
 * @param fieldOf which field a code belongs to; codes of no field stand alone in the summary
 */
export function readProblem(
  problem: unknown,
  check: () => Checked,
  fieldOf: Partial<Record<ErrorCode, string>> = {},
): { error: ErrorCode | undefined; fields: FieldErrors } {
  if (problem === "fields") {
    const checked = check();
    const issues = checked.success ? [] : checked.error.issues;
    const fields: FieldErrors = {};
    for (const { path, message } of issues) fields[String(path[0])] ??= isErrorCode(message) ? message : "invalid";
    return { error: undefined, fields };
  }
  if (!isErrorCode(problem)) return { error: undefined, fields: {} };
  const field = fieldOf[problem];
  return field ? { error: undefined, fields: { [field]: problem } } : { error: problem, fields: {} };
}
