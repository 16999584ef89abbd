import { describedBy, Field } from "@/components/ui/form";
import type { Texts } from "@/lib/i18n/texts";

const fields = [
  { id: "callerName", type: "text" },
  { id: "callerPhone", type: "tel" },
  { id: "callerEmail", type: "email" },
] as const;

/** Who called: all of it may be left out, none of it is ever public. */
export function CallerFields({
  texts: { t },
  values,
  message,
}: {
  texts: Texts;
  values: Partial<Record<(typeof fields)[number]["id"], string | undefined>>;
  message: (field: string) => string | undefined;
}) {
  return fields.map(({ id, type }) => {
    const hint = id === "callerEmail" ? t("report_form.caller.callerEmail_hint") : undefined;
    return (
      <Field
        key={id}
        id={id}
        label={t(`report_form.caller.${id}`)}
        optional={t("common.form.optional")}
        hint={hint}
        error={message(id)}
      >
        <input
          id={id}
          name={id}
          type={type}
          autoComplete="off"
          defaultValue={values[id]}
          aria-describedby={describedBy(id, hint, message(id))}
          aria-invalid={message(id) ? true : undefined}
          className="control"
        />
      </Field>
    );
  });
}
