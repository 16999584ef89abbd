"use client";

import { type FormEvent, type ReactNode, startTransition, useActionState } from "react";
import { describedBy, Field } from "@/components/ui/form";
import { type FormWords, problemsOf, wrongWith } from "@/components/ui/form-words";
import { Problems } from "@/components/ui/problems";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm } from "@/lib/forms";
import { noteAction } from "@/lib/reports/desk-actions";
import { Meanwhile } from "./meanwhile";

type Props = {
  subject: { id: string; ref: string; version: number; from: string };
  locale: string;
  recent: ReactNode[];
  labels: Record<"text" | "hint" | "button" | "meanwhile", string>;
  words: FormWords;
};

/** A note for colleagues; the citizen never reads it. */
export function NoteForm({ subject, locale, recent, labels, words }: Props) {
  const [state, action] = useActionState(noteAction, emptyForm);
  const wrong = wrongWith(state, words, "text");
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => action(form));
  }
  return (
    <form action={action} onSubmit={send} className="space-y-3" noValidate>
      <Problems title={words.problem} kept={words.kept} problems={problemsOf(state, words, "note-")} />
      <Meanwhile state={state} version={subject.version} title={labels.meanwhile} recent={recent} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="ref" value={subject.ref} />
      <input type="hidden" name="from" value={subject.from} />
      <input type="hidden" name="reportId" value={subject.id} />
      <input type="hidden" name="version" value={subject.version} />
      <Field id="note-text" label={labels.text} hint={labels.hint} error={wrong}>
        <textarea
          id="note-text"
          name="text"
          rows={2}
          maxLength={4000}
          defaultValue={state.values.text ?? ""}
          aria-describedby={describedBy("note-text", labels.hint, wrong)}
          aria-invalid={wrong ? true : undefined}
          className="control"
        />
      </Field>
      <SubmitButton working={words.working} className="btn btn-quiet">
        {labels.button}
      </SubmitButton>
    </form>
  );
}
