"use client";

import { type FormEvent, startTransition, useActionState, useState } from "react";
import { describedBy, Field } from "@/components/ui/form";
import { type FormWords, problemsOf, wrongWith } from "@/components/ui/form-words";
import { keepTyped } from "@/components/ui/keep-typed";
import { Problems } from "@/components/ui/problems";
import { emptyForm, type FormState } from "@/lib/forms";
import { MAX_PHOTO_BYTES, PHOTO_TYPES } from "@/lib/photos/sizes";

export type CitizenField = {
  name: string;
  label: string;
  kind: "line" | "words" | "photo" | "choice";
  hint?: string;
  /** What stands in it before anything is typed. */
  value?: string;
  lang?: string;
  max?: number;
  optional?: boolean;
  /** Of a photo: that it has to be chosen again, where there is no JavaScript to keep it. */
  again?: string;
  choices?: { value: string; label: string }[];
};

type Props = {
  /** Before the fields' ids: a page may hold several of these forms. */
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string>;
  fields: CitizenField[];
  buttons: { label: string; name?: string; value?: string; className?: string }[];
  words: FormWords;
};

/**
 * A short form of a citizen, from a description of its fields. Everything typed stays after a failed send, without
 * JavaScript too; with it a chosen photo stays as well, and is made small on the device first.
 */
export function CitizenForm({ id, action, hidden, fields, buttons, words }: Props) {
  const [state, send, pending] = useActionState(action, emptyForm);
  const [shrinking, setShrinking] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const [pressed, setPressed] = useState("");
  const shown: FormState = tooLarge ? { values: state.values, fields: { photo: "photo_too_large" } } : state;
  const busy = pending || shrinking;
  const names = Object.fromEntries(fields.map(({ name, label }) => [name, label]));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    setPressed(((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.value ?? "");
    const photo = form.get("photo");
    const chosen = photo instanceof File && photo.size > 0 ? photo : undefined;
    setTooLarge(Boolean(chosen && chosen.size > MAX_PHOTO_BYTES));
    if (chosen && chosen.size > MAX_PHOTO_BYTES) return;
    if (chosen) {
      setShrinking(true);
      const { shrink } = await import("@/components/photos/shrink");
      form.set("photo", await shrink(chosen), chosen.name);
      setShrinking(false);
    }
    startTransition(() => send(form));
  }

  return (
    <form action={send} onSubmit={submit} onReset={keepTyped} noValidate className="space-y-4">
      <Problems title={words.problem} kept={words.kept} problems={problemsOf(shown, words, id, names)} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <One key={field.name} id={id} field={field} state={shown} words={words} />
      ))}
      <div className="flex flex-wrap gap-2">
        {buttons.map(({ label, name, value, className = "btn btn-primary" }) => (
          <button key={label} type="submit" name={name} value={value} disabled={busy} className={className}>
            {busy && pressed === (value ?? "") ? words.working : label}
          </button>
        ))}
      </div>
    </form>
  );
}

function One({
  id: prefix,
  field,
  state,
  words,
}: {
  id: string;
  field: CitizenField;
  state: FormState;
  words: FormWords;
}) {
  const { name, label, kind, hint, lang, max, choices = [] } = field;
  const id = prefix + name;
  const error = wrongWith(state, words, name);
  const value = state.values[name] ?? field.value ?? "";
  const same = { id, name, "aria-describedby": describedBy(id, hint, error), "aria-invalid": error ? true : undefined };
  if (kind === "choice") {
    return (
      <fieldset className={error ? "border-l-4 border-st-open pl-4" : undefined}>
        <legend className="font-semibold">{label}</legend>
        {error && (
          <p id={`${id}-error`} className="font-semibold text-st-open">
            {error}
          </p>
        )}
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className="flex min-h-11 cursor-pointer items-center gap-3 px-2 has-checked:bg-wash"
          >
            <input
              {...same}
              id={index === 0 ? id : `${id}-${choice.value}`}
              type="radio"
              value={choice.value}
              defaultChecked={choice.value === value}
              className="size-5 shrink-0 accent-primary"
            />
            {choice.label}
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={field.optional ? words.optional : undefined}>
      {kind === "words" && (
        <textarea rows={4} maxLength={max} lang={lang} defaultValue={value} className="control" {...same} />
      )}
      {kind === "line" && (
        <input type="text" maxLength={max} lang={lang} defaultValue={value} className="control" {...same} />
      )}
      {kind === "photo" && (
        <input
          type="file"
          accept={PHOTO_TYPES}
          className="control file:mr-3 file:min-h-8 file:font-semibold"
          {...same}
        />
      )}
      {field.again && state.error && (
        <noscript>
          <p className="text-sm font-semibold">{field.again}</p>
        </noscript>
      )}
    </Field>
  );
}
