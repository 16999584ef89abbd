import type { z } from "zod";
import { done, type ErrorCode, errorCodes, type Failure, type FieldErrors, failed, type Result } from "./errors";

/** What a form shows after a send that failed: what is wrong with which field, and everything that was typed. */
export type FormState = { error?: ErrorCode; fields?: FieldErrors; values: Record<string, string> };

export const emptyForm: FormState = { values: {} };

const codeOf = (words: string): ErrorCode => errorCodes.find((code) => code === words) ?? "invalid";

/** The one sign that PostgreSQL keeps in no text, and that no keyboard types. */
const NUL = /\0/g;

/** A typed text without the sign that can't be kept. */
export const keepable = (text: string): string => text.replace(NUL, "");

/** The fields of a form as they were typed; files and the framework's own fields left out. */
export function typed(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, keepable(value)]] : [],
    ),
  );
}

/**
 * Reads a form by a schema whose messages are error codes.
 * @returns what it holds, or what is wrong with each field, the first complaint of each
 */
export function parseForm<T extends z.ZodType>(schema: T, form: FormData): Result<z.output<T>> {
  const parsed = schema.safeParse(typed(form));
  if (parsed.success) return done(parsed.data);
  const fields: FieldErrors = {};
  for (const issue of parsed.error.issues) fields[String(issue.path[0])] ??= codeOf(issue.message);
  return failed(Object.values(fields)[0] ?? "invalid", fields);
}

/** What a form shows after a failure: the failure, and what was typed. */
export function kept(failure: Failure, form: FormData): FormState {
  return { error: failure.error, ...(failure.fields && { fields: failure.fields }), values: typed(form) };
}

/** Whether a text is an id as the database writes them; anything else in an address finds nothing. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A file that was chosen in a form's field; undefined where none was. */
export async function fileOf(form: FormData, field: string): Promise<Buffer | undefined> {
  const file = form.get(field);
  return file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : undefined;
}
