import type { ReactNode } from "react";
import type { ErrorCode, FieldErrors } from "@/lib/errors";
import type { Texts } from "@/lib/i18n/texts";
import { Problems } from "./problems";

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

/** What is wrong with a form, at its top, each line a link to its field: for forms drawn by the server alone. */
export function ErrorSummary({
  t,
  error,
  fields = {},
}: {
  t: Texts["t"];
  error?: ErrorCode | undefined;
  fields?: FieldErrors | undefined;
}) {
  const lines = Object.entries(fields).map(([id, code]) => ({ id, words: t(`errors.${code}`) }));
  const problems = lines.length > 0 || !error ? lines : [{ words: t(`errors.${error}`) }];
  return <Problems title={t("common.form.problem")} kept={t("common.form.nothing_lost")} problems={problems} />;
}

/** A quiet word after something went well. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="border-l-4 border-st-fixed bg-card p-4 font-semibold">
      {children}
    </div>
  );
}
