"use client";

import { useActionState } from "react";
import { EmailField } from "@/components/ui/email-field";
import { type FormWords, problemsOf, wrongWith } from "@/components/ui/form-words";
import { keepTyped } from "@/components/ui/keep-typed";
import { Problems } from "@/components/ui/problems";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm } from "@/lib/forms";
import { eraseAccountAction } from "@/lib/personal-data/actions";

type Props = {
  locale: string;
  words: FormWords;
  /** Null for an account without an e-mail: nothing is typed then. */
  labels: { email: string; hint: string } | null;
  button: string;
};

/** Deletes the account; the address is typed once more. */
export function EraseForm({ locale, words, labels, button }: Props) {
  const [state, action] = useActionState(eraseAccountAction, emptyForm);
  const wrong = wrongWith(state, words, "email");
  return (
    <form action={action} onReset={keepTyped} className="space-y-5" noValidate>
      <Problems title={words.problem} kept="" problems={problemsOf(state, words)} />
      <input type="hidden" name="locale" value={locale} />
      {labels && (
        <EmailField
          label={labels.email}
          hint={labels.hint}
          wrong={wrong}
          value={state.values.email}
          autoComplete="off"
        />
      )}
      <SubmitButton working={words.working} className="btn btn-primary w-full sm:w-auto">
        {button}
      </SubmitButton>
    </form>
  );
}
