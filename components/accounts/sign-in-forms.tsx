"use client";

import { type ReactNode, useActionState } from "react";
import { EmailField } from "@/components/ui/email-field";
import { describedBy, Field } from "@/components/ui/form";
import { type FormWords, problemsOf, wrongWith } from "@/components/ui/form-words";
import { Problems } from "@/components/ui/problems";
import { SubmitButton } from "@/components/ui/submit-button";
import { requestLinkAction, signInByPasswordAction } from "@/lib/accounts/actions";
import type { FormState } from "@/lib/forms";

type Labels = { email: string; emailHint?: string; password?: string; button: string };
type Props = { locale: string; back: string; email: string; labels: Labels; words: FormWords };

/** Asks for a link by e-mail: the way in for everybody. */
export function LinkForm({ email, ...props }: Props) {
  const [state, action] = useActionState(requestLinkAction, { values: { email } });
  return <SignInForm {...props} state={state} action={action} prefix="" />;
}

/** E-mail and password: for those who work here. */
export function PasswordForm({ email, ...props }: Props) {
  const [state, action] = useActionState(signInByPasswordAction, { values: { email } });
  const wrong = wrongWith(state, props.words, "password");
  return (
    <SignInForm {...props} state={state} action={action} prefix="password-">
      <Field id="password-password" label={props.labels.password} error={wrong}>
        <input
          id="password-password"
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={200}
          required
          aria-describedby={describedBy("password-password", undefined, wrong)}
          aria-invalid={wrong ? true : undefined}
          className="control"
        />
      </Field>
    </SignInForm>
  );
}

type FormProps = Omit<Props, "email"> & {
  state: FormState;
  action: (form: FormData) => void;
  prefix: string;
  children?: ReactNode;
};

function SignInForm({ locale, back, labels, words, state, action, prefix, children }: FormProps) {
  const wrong = wrongWith(state, words, "email");
  return (
    <form action={action} className="space-y-4" noValidate>
      <Problems title={words.problem} kept={words.kept} problems={problemsOf(state, words, prefix)} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <EmailField
        id={`${prefix}email`}
        label={labels.email}
        hint={labels.emailHint}
        wrong={wrong}
        value={state.values.email}
      />
      {children}
      <SubmitButton working={words.working}>{labels.button}</SubmitButton>
    </form>
  );
}
