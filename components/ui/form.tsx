import type { ReactNode } from "react";
import type { ErrorCode, FieldErrors } from "@/lib/errors";
import type { Texts } from "@/lib/i18n/texts";

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: string | undefined;
  children: ReactNode;
};

/** Ids of a field's hint and error, for aria-describedby of its control. */
export const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;

/** A label, a hint, an error and the control they belong to. */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  return (
    <div className={error ? "border-l-4 border-st-open pl-4" : undefined}>
      <label htmlFor={id} className="block font-semibold">
        {label} {optional && <span className="font-normal text-muted">{optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-semibold text-st-open">
          {error}
        </p>
      )}
      <div className="mt-1">{children}</div>
    </div>
  );
}

/**
 * What is wrong with a form, at its top, each line a link to its field. Drawn with the page after a failed send,
 * so that it works before JavaScript; role=alert reads it out.
 */
export function ErrorSummary({
  t,
  error,
  fields = {},
}: {
  t: Texts["t"];
  error?: ErrorCode | undefined;
  fields?: FieldErrors | undefined;
}) {
  const entries = Object.entries(fields);
  if (!error && entries.length === 0) return null;
  return (
    <div role="alert" tabIndex={-1} id="error-summary" className="border-4 border-st-open bg-card p-4">
      <h2 className="text-lg">{t("common.form.problem")}</h2>
      <ul className="mt-2 space-y-1">
        {entries.map(([field, code]) => (
          <li key={field}>
            <a href={`#${field}`} className="font-semibold text-st-open">
              {t(`errors.${code}`)}
            </a>
          </li>
        ))}
        {error && entries.length === 0 && <li className="font-semibold text-st-open">{t(`errors.${error}`)}</li>}
      </ul>
      <p className="mt-2 text-sm text-muted">{t("common.form.nothing_lost")}</p>
    </div>
  );
}

/** A quiet word after something went well. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="border-l-4 border-st-fixed bg-card p-4 font-semibold">
      {children}
    </div>
  );
}
