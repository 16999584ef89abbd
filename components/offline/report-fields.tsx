"use client";

import type { ReactNode } from "react";
import { describedBy, Field } from "@/components/ui/form";
import type { Typed } from "./store";
import { fill, type OfflineWords } from "./words";

export type Kind = { slug: string; name: string; icon: ReactNode; note: string | null };

type Props = {
  typed: Typed;
  words: OfflineWords;
  error: (field: string) => string | undefined;
  onChange: (patch: Partial<Typed>) => void;
};

/** What is wrong: the kind of problem, and the words. */
export function ProblemFields({
  typed,
  words: { problem, form_words },
  error,
  onChange,
  kinds,
}: Props & { kinds: Kind[] }) {
  return (
    <>
      <fieldset
        id="categoryId"
        tabIndex={-1}
        className={error("categoryId") ? "border-l-4 border-st-open pl-4" : undefined}
      >
        <legend className="text-lg font-semibold">{problem.kind}</legend>
        {error("categoryId") && <p className="font-semibold text-st-open">{error("categoryId")}</p>}
        <div className="mt-2 grid gap-2 sm:grid-cols-2">
          {kinds.map(({ slug, name, icon, note }) => (
            <div key={slug} className="group">
              <label className="flex min-h-14 cursor-pointer items-center gap-3 border-[1.5px] border-line bg-card px-3 py-2 has-checked:border-primary has-checked:bg-wash has-focus-visible:outline-3 has-focus-visible:outline-focus hover:border-muted">
                <input
                  type="radio"
                  name="categoryId"
                  value={slug}
                  checked={typed.categoryId === slug}
                  onChange={() => onChange({ categoryId: slug })}
                  aria-describedby={note ? `note-${slug}` : undefined}
                  className="size-5 shrink-0 accent-primary"
                />
                {icon}
                <span>{name}</span>
              </label>
              {note && (
                <p id={`note-${slug}`} className="hidden bg-wash px-3 pb-3 text-sm group-has-checked:block">
                  {note}
                </p>
              )}
            </div>
          ))}
        </div>
      </fieldset>
      <Field id="title" label={problem.words} hint={problem.words_hint} error={error("title")}>
        <input
          id="title"
          value={typed.title}
          onChange={(event) => onChange({ title: event.target.value })}
          aria-describedby={describedBy("title", true, error("title"))}
          aria-invalid={error("title") ? true : undefined}
          className="control"
        />
      </Field>
      <Field
        id="details"
        label={problem.details}
        hint={problem.details_hint}
        optional={form_words.optional}
        error={error("details")}
      >
        <textarea
          id="details"
          rows={4}
          value={typed.details}
          onChange={(event) => onChange({ details: event.target.value })}
          aria-describedby={describedBy("details", true, error("details"))}
          className="control"
        />
      </Field>
    </>
  );
}

const check = "flex min-h-11 cursor-pointer items-center gap-3";

/** Who reports. Without an e-mail where some municipality takes that. */
export function PersonFields({ typed, words, error, onChange, withoutEmail }: Props & { withoutEmail: string }) {
  const { form, form_words, you } = words;
  return (
    <fieldset className="space-y-4">
      <legend className="text-lg font-semibold">{you.title}</legend>
      {!typed.noEmail && (
        <Field id="email" label={you.email} hint={form.email_hint} error={error("email")}>
          <input
            id="email"
            type="email"
            autoComplete="email"
            value={typed.email}
            onChange={(event) => onChange({ email: event.target.value })}
            aria-describedby={describedBy("email", true, error("email"))}
            aria-invalid={error("email") ? true : undefined}
            className="control"
          />
        </Field>
      )}
      {withoutEmail && (
        <div>
          <label className={check}>
            <input
              type="checkbox"
              checked={typed.noEmail}
              onChange={(event) => onChange({ noEmail: event.target.checked })}
              aria-describedby="no-email-hint"
              className="size-5 shrink-0 accent-primary"
            />
            {form.no_email}
          </label>
          <p id="no-email-hint" className="text-sm text-muted">
            {fill(form.no_email_hint, { names: withoutEmail })}
          </p>
        </div>
      )}
      <Field id="name" label={you.your_name} optional={form_words.optional} error={error("name")}>
        <input
          id="name"
          autoComplete="name"
          value={typed.name}
          onChange={(event) => onChange({ name: event.target.value })}
          className="control"
        />
      </Field>
      <label className={check}>
        <input
          type="checkbox"
          checked={typed.nameShown}
          onChange={(event) => onChange({ nameShown: event.target.checked })}
          className="size-5 shrink-0 accent-primary"
        />
        {you.shown}
      </label>
    </fieldset>
  );
}
