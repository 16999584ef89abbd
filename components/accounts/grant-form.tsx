"use client";

import { useActionState } from "react";
import { describedBy, Field } from "@/components/ui/form";
import { type FormWords, problemsOf, wrongWith } from "@/components/ui/form-words";
import { keepTyped } from "@/components/ui/keep-typed";
import { Problems } from "@/components/ui/problems";
import { SubmitButton } from "@/components/ui/submit-button";
import { grantRoleAction } from "@/lib/accounts/actions";
import { emptyForm } from "@/lib/forms";

type Choice = { value: string; label: string };
type Props = {
  locale: string;
  roles: Choice[];
  municipalities: Choice[];
  labels: Record<"email" | "emailHint" | "role" | "municipality" | "municipalityHint" | "none" | "button", string>;
  words: FormWords;
};

/** Gives a role to whoever has a mailbox. */
export function GrantForm({ locale, roles, municipalities, labels, words }: Props) {
  const [state, action] = useActionState(grantRoleAction, emptyForm);
  const names = { email: labels.email, role: labels.role, municipalityId: labels.municipality };
  const wrong = (field: string) => wrongWith(state, words, field);
  const select = (name: string, choices: Choice[], hint?: string) => (
    <select
      id={name}
      name={name}
      defaultValue={state.values[name] ?? ""}
      aria-describedby={describedBy(name, hint, wrong(name))}
      aria-invalid={wrong(name) ? true : undefined}
      className="control"
    >
      <option value="">{labels.none}</option>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
  return (
    <form action={action} onReset={keepTyped} className="space-y-4" noValidate>
      <Problems title={words.problem} kept={words.kept} problems={problemsOf(state, words, "", names)} />
      <input type="hidden" name="locale" value={locale} />
      <Field id="email" label={labels.email} hint={labels.emailHint} error={wrong("email")}>
        <input
          id="email"
          name="email"
          type="email"
          autoComplete="off"
          maxLength={254}
          defaultValue={state.values.email ?? ""}
          aria-describedby={describedBy("email", labels.emailHint, wrong("email"))}
          aria-invalid={wrong("email") ? true : undefined}
          className="control"
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="role" label={labels.role} error={wrong("role")}>
          {select("role", roles)}
        </Field>
        <Field
          id="municipalityId"
          label={labels.municipality}
          hint={labels.municipalityHint}
          error={wrong("municipalityId")}
        >
          {select("municipalityId", municipalities, labels.municipalityHint)}
        </Field>
      </div>
      <SubmitButton working={words.working}>{labels.button}</SubmitButton>
    </form>
  );
}
