import { describedBy, Field } from "@/components/ui/form";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { Question } from "@/lib/municipalities/types";
import { answerField } from "@/lib/reports/answers";

/** One thing that is asked besides about reports of a kind. */
export function QuestionField({
  texts: { t, locale },
  question,
  value = "",
  error,
}: {
  texts: Texts;
  question: Question;
  value?: string | undefined;
  error: string | undefined;
}) {
  const id = answerField(question.id);
  const field = {
    id,
    name: id,
    defaultValue: value,
    "aria-describedby": describedBy(id, false, error),
    "aria-invalid": error ? (true as const) : undefined,
    className: "control",
  };
  return (
    <Field
      id={id}
      label={localName(question, locale)}
      optional={question.required ? undefined : t("common.form.optional")}
      error={error}
    >
      {question.kind === "choice" ? (
        <select {...field}>
          <option value="">{t("report_form.problem.choose_answer")}</option>
          {question.choices.map((choice, index) => (
            <option key={choice.en} value={index}>
              {choice[locale]}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...field}
          type={question.kind === "date" ? "date" : "text"}
          inputMode={question.kind === "number" ? "decimal" : undefined}
          autoComplete="off"
        />
      )}
    </Field>
  );
}
