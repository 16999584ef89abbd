"use client";

import { type ReactNode, useActionState } from "react";
import { keepTyped } from "@/components/ui/keep-typed";
import { SubmitButton } from "@/components/ui/submit-button";

type State = { error: string; text: string };

/** A form of one field of words and a button; what was typed stays when it could not be sent, also without script. */
export function WordsForm({
  id,
  action,
  label,
  button,
  working,
  className,
  children,
}: {
  id: string;
  action: (before: State, data: FormData) => Promise<State>;
  label: string;
  button: string;
  working: string;
  className?: string;
  children: ReactNode;
}) {
  const [state, send] = useActionState(action, { error: "", text: "" });
  return (
    <form action={send} onReset={keepTyped} className="space-y-2">
      {children}
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {state.error && (
        <p id={`${id}-error`} role="alert" className="font-semibold text-st-open">
          {state.error}
        </p>
      )}
      <textarea
        id={id}
        name="text"
        rows={3}
        defaultValue={state.text}
        aria-describedby={state.error ? `${id}-error` : undefined}
        className="control"
      />
      <SubmitButton working={working} className={className}>
        {button}
      </SubmitButton>
    </form>
  );
}
