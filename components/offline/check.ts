import type { ErrorCode, FieldErrors } from "@/lib/errors";
import { parseCoordinates } from "@/lib/geo/coordinates";
import type { Typed } from "./store";

/** What is asked besides about a kind. */
export type Asked = {
  id: string;
  /** Name of its field in the server's words. */
  field: string;
  name: string;
  kind: "text" | "number" | "choice" | "date";
  required: boolean;
  choices: string[];
};

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * What can be said to be wrong without the server, so that a report needn't come back for it: the same rules as
 * lib/reports/schema.ts (kept by a test), without its library. The server has the last word, also about answers.
 */
export function wrongIn(typed: Typed, kinds: { slug: string; questions: Asked[] }[] = []): FieldErrors {
  const text = (value: string, most: number, least = 0): ErrorCode | undefined => {
    const { length } = value.trim();
    return length > most ? "too_long" : length < least ? "too_short" : undefined;
  };
  const email = typed.email.trim();
  const found: Partial<FieldErrors> = {
    ...(!parseCoordinates(typed.coordinates, "") && { place: "place_missing" }),
    ...(typed.categoryId === "" && { categoryId: "category_missing" }),
    ...(!typed.noEmail && !EMAIL.test(email) && { email: email === "" ? "required" : "invalid_email" }),
  };
  const lengths = {
    placeText: text(typed.placeText, 200),
    title: text(typed.title, 120, 5),
    details: text(typed.details, 4000),
    email: typed.noEmail ? undefined : text(typed.email, 254),
    name: text(typed.name, 80),
  };
  const asked = kinds.find(({ slug }) => slug === typed.categoryId)?.questions ?? [];
  for (const { field, id, required } of asked) if (required && !typed.answers[id]?.trim()) found[field] = "required";
  for (const [field, code] of Object.entries(lengths)) if (code) found[field] ??= code;
  return found as FieldErrors;
}
