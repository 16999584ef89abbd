import { describedBy, Field } from "./form";

type Props = {
  id?: string;
  label: string;
  hint?: string | undefined;
  wrong: string | undefined;
  /** What was typed before. */
  value: string | undefined;
  /** "off" where an address is typed on purpose, to confirm. */
  autoComplete?: "email" | "off";
};

/** The field `email` of a form, with what is wrong with it. */
export function EmailField({ id = "email", label, hint, wrong, value = "", autoComplete = "email" }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={wrong}>
      <input
        id={id}
        name="email"
        type="email"
        autoComplete={autoComplete}
        maxLength={254}
        required
        defaultValue={value}
        aria-describedby={describedBy(id, hint, wrong)}
        aria-invalid={wrong ? true : undefined}
        className="control"
      />
    </Field>
  );
}
