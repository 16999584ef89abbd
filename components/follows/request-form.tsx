"use client";

import { type ReactNode, useActionState } from "react";
import { EmailField } from "@/components/ui/email-field";
import { type FormWords, problemsOf, wrongWith } from "@/components/ui/form-words";
import { keepTyped } from "@/components/ui/keep-typed";
import { Problems } from "@/components/ui/problems";
import { SubmitButton } from "@/components/ui/submit-button";
import { requestFollowAction } from "@/lib/follows/actions";
import { emptyForm } from "@/lib/forms";

type Props = {
  words: FormWords;
  labels: { email: string; hint: string; button: string };
  /** What is followed and how soon one is told. */
  children: ReactNode;
};

/** Follows with an e-mail alone: a link comes, and opening it confirms. */
export function RequestForm({ words, labels, children }: Props) {
  const [state, action] = useActionState(requestFollowAction, emptyForm);
  const wrong = wrongWith(state, words, "email");
  return (
    <form action={action} onReset={keepTyped} className="space-y-5" noValidate>
      <Problems title={words.problem} kept={words.kept} problems={problemsOf(state, words)} />
      {children}
      <EmailField label={labels.email} hint={labels.hint} wrong={wrong} value={state.values.email} />
      <SubmitButton working={words.working} className="btn btn-primary w-full sm:w-auto">
        {labels.button}
      </SubmitButton>
    </form>
  );
}
