"use client";

import { useActionState } from "react";
import { EmailField } from "@/components/ui/email-field";
import { type FormWords, problemsOf, wrongWith } from "@/components/ui/form-words";
import { keepTyped } from "@/components/ui/keep-typed";
import { Problems } from "@/components/ui/problems";
import { SubmitButton } from "@/components/ui/submit-button";
import { requestEmailAction } from "@/lib/accounts/link-actions";
import { emptyForm } from "@/lib/forms";

type Props = { locale: string; words: FormWords; labels: { email: string; hint: string; button: string } };

/** The e-mail that whoever came by a private link wants for their reports. */
export function EmailForm({ locale, words, labels }: Props) {
  const [state, action] = useActionState(requestEmailAction, emptyForm);
  const wrong = wrongWith(state, words, "email");
  return (
    <form action={action} onReset={keepTyped} className="space-y-4" noValidate>
      <Problems title={words.problem} kept={words.kept} problems={problemsOf(state, words)} />
      <input type="hidden" name="locale" value={locale} />
      <EmailField label={labels.email} hint={labels.hint} wrong={wrong} value={state.values.email} />
      <SubmitButton working={words.working}>{labels.button}</SubmitButton>
    </form>
  );
}
