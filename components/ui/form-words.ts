import type { ErrorCode } from "@/lib/errors";
import type { FormState } from "@/lib/forms";
import type { Texts } from "@/lib/i18n/texts";
import type { Problem } from "./problems";

/** The words a form in the browser needs: nothing of the message files is shipped besides. */
export type FormWords = {
  problem: string;
  kept: string;
  working: string;
  optional: string;
  errors: Partial<Record<ErrorCode, string>>;
};

/** The words of a form that can fail in these ways. */
export function formWords(t: Texts["t"], codes: readonly ErrorCode[]): FormWords {
  return {
    problem: t("common.form.problem"),
    kept: t("common.form.nothing_lost"),
    working: t("common.form.working"),
    optional: t("common.form.optional"),
    errors: Object.fromEntries(codes.map((code) => [code, t(`errors.${code}`)])),
  };
}

/**
 * The lines of a form's error summary.
 * @param prefix before the fields' names in their ids
 * @param names the fields' labels, put before the words: of several empty fields each is told apart
 */
export function problemsOf(
  { error, fields }: FormState,
  { errors }: FormWords,
  prefix = "",
  names: Record<string, string> = {},
): Problem[] {
  const lines = Object.entries(fields ?? {}).map(([field, code]) => ({
    id: prefix + field,
    words: named(names[field], errors[code] ?? code),
  }));
  return lines.length > 0 || !error ? lines : [{ words: errors[error] ?? error }];
}

/** A label before what is wrong; one that asks needs no colon. */
const named = (label: string | undefined, words: string) =>
  label ? `${label}${label.endsWith("?") ? "" : ":"} ${words}` : words;

/** The words of what is wrong with one field. */
export function wrongWith({ fields }: FormState, { errors }: FormWords, field: string): string | undefined {
  const code = fields?.[field];
  return code && (errors[code] ?? code);
}
