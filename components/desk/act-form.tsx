"use client";

import "./act-form.css";
import { type FormEvent, type KeyboardEvent, type ReactNode, startTransition, useActionState, useState } from "react";
import { describedBy, Field } from "@/components/ui/form";
import { type FormWords, problemsOf, wrongWith } from "@/components/ui/form-words";
import { Problems } from "@/components/ui/problems";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState } from "@/lib/forms";
import { MAX_PHOTO_BYTES, PHOTO_TYPES } from "@/lib/photos/sizes";
import { actAction } from "@/lib/reports/desk-actions";
import { Meanwhile } from "./meanwhile";

type Label =
  | "legend"
  | "text"
  | "textHint"
  | "keys"
  | "plannedFor"
  | "referredTo"
  | "referredHint"
  | "duplicateOf"
  | "duplicateHint"
  | "photo"
  | "photoHint"
  | "photoAgain"
  | "proofHint"
  | "rejectedHint"
  | "button"
  | "meanwhile";
type Props = {
  subject: { id: string; ref: string; version: number; from: string };
  locale: string;
  /** Language the citizen reads, for spelling. */
  language: string;
  /** First day a plan may be for, YYYY-MM-DD. */
  today: string;
  options: { value: string; label: ReactNode }[];
  neighbours: ReactNode;
  neighbourRefs: string[];
  /** What happened of late, the newest last: drawn when somebody was quicker. */
  recent: ReactNode[];
  labels: Record<Label, string>;
  words: FormWords;
};

/** Everything the citizen is told, in one form: an answer, or the next status with what it needs. */
export function ActForm(props: Props) {
  const { subject, locale, language, today, options, labels, words } = props;
  const [state, action] = useActionState(actAction, emptyForm);
  const [tooLarge, setTooLarge] = useState(false);
  const shown: FormState = tooLarge ? { values: state.values, fields: { photo: "photo_too_large" } } : state;
  const { values } = shown;
  const wrong = (field: string) => wrongWith(shown, words, field);
  const hints = (field: string, hint?: string) => ({
    id: field,
    name: field,
    "aria-describedby": describedBy(field, hint, wrong(field)),
    "aria-invalid": wrong(field) ? true : undefined,
  });

  /** Sent from here, the fields stay as they are, a chosen photo with them; without JavaScript the server gives the words back. */
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const photo = form.get("photo");
    const isTooLarge = photo instanceof File && photo.size > MAX_PHOTO_BYTES;
    setTooLarge(isTooLarge);
    if (!isTooLarge) startTransition(() => action(form));
  }
  function sendByKeys(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
  }

  const chosen = options.some(({ value }) => value === values.to) ? values.to : options[0]?.value;
  return (
    <form action={action} onSubmit={send} className="space-y-4" noValidate>
      <Problems title={words.problem} kept={words.kept} problems={problemsOf(shown, words)} />
      <Meanwhile state={state} version={subject.version} title={labels.meanwhile} recent={props.recent} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="ref" value={subject.ref} />
      <input type="hidden" name="from" value={subject.from} />
      <input type="hidden" name="reportId" value={subject.id} />
      <input type="hidden" name="version" value={subject.version} />
      <fieldset>
        <legend className="font-semibold">{labels.legend}</legend>
        <div className="mt-1 grid grid-cols-1 sm:grid-cols-2">
          {options.map(({ value, label }) => (
            <label
              key={value}
              className="flex min-h-11 cursor-pointer items-center gap-3 px-2 has-checked:bg-wash sm:first:col-span-2"
            >
              <input
                type="radio"
                name="to"
                value={value}
                defaultChecked={value === chosen}
                className="size-5 shrink-0 accent-primary"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <div data-needs="planned">
        <Field id="plannedFor" label={labels.plannedFor} error={wrong("plannedFor")}>
          <input
            type="date"
            min={today}
            defaultValue={values.plannedFor ?? ""}
            className="control sm:w-60"
            {...hints("plannedFor")}
          />
        </Field>
      </div>
      <div data-needs="referred">
        <Field id="referredTo" label={labels.referredTo} hint={labels.referredHint} error={wrong("referredTo")}>
          <input
            type="text"
            maxLength={200}
            defaultValue={values.referredTo ?? ""}
            className="control"
            {...hints("referredTo", labels.referredHint)}
          />
        </Field>
      </div>
      <div data-needs="duplicate" className="space-y-3">
        <Field id="duplicateOf" label={labels.duplicateOf} hint={labels.duplicateHint} error={wrong("duplicateOf")}>
          <input
            type="text"
            maxLength={20}
            list="neighbours"
            autoComplete="off"
            defaultValue={values.duplicateOf ?? ""}
            className="control sm:w-60"
            {...hints("duplicateOf", labels.duplicateHint)}
          />
        </Field>
        <datalist id="neighbours">
          {props.neighbourRefs.map((ref) => (
            <option key={ref} value={ref} />
          ))}
        </datalist>
        {props.neighbours}
      </div>
      <Field id="text" label={labels.text} hint={labels.textHint} error={wrong("text")}>
        <textarea
          rows={4}
          maxLength={4000}
          lang={language}
          defaultValue={values.text ?? ""}
          onKeyDown={sendByKeys}
          className="control"
          {...hints("text", labels.textHint)}
        />
      </Field>
      <p data-needs="rejected" className="text-sm text-muted">
        {labels.rejectedHint}
      </p>
      <Field id="photo" label={labels.photo} optional={words.optional} hint={labels.photoHint} error={wrong("photo")}>
        <input type="file" accept={PHOTO_TYPES} className="control" {...hints("photo", labels.photoHint)} />
      </Field>
      <p data-needs="fixed" className="text-sm font-semibold">
        {labels.proofHint}
      </p>
      {state.error && (
        <noscript>
          <p className="text-sm font-semibold">{labels.photoAgain}</p>
        </noscript>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton working={words.working}>{labels.button}</SubmitButton>
        <span className="hidden text-sm text-muted md:inline">{labels.keys}</span>
      </div>
    </form>
  );
}
