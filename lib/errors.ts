/**
 * Errors that people can meet are values: a code, whose words are `errors.CODE` in the message files.
 * Everything else throws and is logged.
 */
export const errorCodes = [
  "forbidden",
  "not_found",
  "stale",
  "too_many",
  "required",
  "too_long",
  "too_short",
  "invalid",
  "invalid_email",
  "outside",
  "place_missing",
  "border_choice",
  "border_other",
  "category_missing",
  "photo_too_large",
  "photo_not_image",
  "photo_broken",
  "photo_bomb",
  "photo_too_many",
  "photo_missing",
  "draft_missing",
  "robot_suspected",
  "wait_a_little",
  "other_municipality",
  "link_invalid",
  "link_expired",
  "move_unlawful",
  "answer_missing",
  "words_or_photo",
  "moved_on",
  "hour_over",
  "planned_missing",
  "planned_past",
  "referred_missing",
  "duplicate_unknown",
  "sign_in_failed",
  "own_assessment",
  "evidence_missing",
  "not_submitted",
  "already_published",
  "six_pledges",
  "translation_missing",
  "invalid_date",
  "invalid_number",
  "invalid_url",
  "as_of_range",
  "broken_source",
  "corrected_already",
  "pledge_frozen",
  "mandate_published",
  "grant_exists",
  "last_admin",
  "follows_full",
  "account_confirm",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What is wrong with which field of a form. */
export type FieldErrors = Record<string, ErrorCode>;

export type Failure = { ok: false; error: ErrorCode; fields?: FieldErrors };
export type Result<T = void> = { ok: true; value: T } | Failure;

export const done = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (error: ErrorCode, fields?: FieldErrors): Failure => ({
  ok: false,
  error,
  ...(fields && { fields }),
});

/** Thrown inside a command to leave its transaction without a trace; `attempt` turns it into a Failure. */
export class Refusal extends Error {
  override name = "Refusal";

  constructor(
    readonly code: ErrorCode,
    readonly fields?: FieldErrors,
  ) {
    super(code);
  }
}

/** Runs a command's work; a Refusal becomes a Failure, anything else goes on being thrown. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return done(await work());
  } catch (error) {
    if (error instanceof Refusal) return failed(error.code, error.fields);
    throw error;
  }
}
