"use client";

import type { ReactNode } from "react";
import { KindPicker } from "@/components/report-form/kind-picker";
import { describedBy, Field } from "@/components/ui/form";
import type { Asked } from "./check";
import type { Typed } from "./store";
import { fill, type OfflineWords } from "./words";

export type Kind = {
  slug: string;
  group: string;
  name: string;
  icon: ReactNode;
  note: string | null;
  /** Words it is found by. */
  terms: string[];
  questions: Asked[];
};

type Props = {
  typed: Typed;
  words: OfflineWords;
  error: (field: string) => string | undefined;
  onChange: (patch: Partial<Typed>) => void;
};

const questionKinds = { text: "text", number: "text", date: "date" } as const;

/** One thing that is asked besides about reports of a kind. */
function Question({ asked, typed, words, error, onChange }: Props & { asked: Asked }) {
  const { id, field, name, kind, required, choices } = asked;
  const control = {
    id: field,
    value: typed.answers[id] ?? "",
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      onChange({ answers: { ...typed.answers, [id]: event.target.value } }),
    "aria-describedby": describedBy(field, false, error(field)),
    "aria-invalid": error(field) ? (true as const) : undefined,
    className: "control",
  };
  return (
    <Field id={field} label={name} optional={required ? undefined : words.form_words.optional} error={error(field)}>
      {kind === "choice" ? (
        <select {...control}>
          <option value="">{words.problem.choose_answer}</option>
          {choices.map((choice, index) => (
            <option key={choice} value={index}>
              {choice}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...control}
          type={questionKinds[kind]}
          inputMode={kind === "number" ? "decimal" : undefined}
          autoComplete="off"
        />
      )}
    </Field>
  );
}

/** One kind; once it is chosen, under it: whose job it is, and what is asked besides. */
function KindRow({ kind: { slug, name, icon, note, questions }, ...props }: Props & { kind: Kind }) {
  const chosen = props.typed.categoryId === slug;
  return (
    <>
      <label className="flex min-h-14 cursor-pointer items-center gap-3 border-[1.5px] border-line bg-card px-3 py-2 has-checked:border-primary has-checked:bg-wash has-focus-visible:outline-3 has-focus-visible:outline-focus hover:border-muted">
        <input
          type="radio"
          name="categoryId"
          value={slug}
          checked={chosen}
          onChange={() => props.onChange({ categoryId: slug })}
          aria-describedby={chosen && note ? `note-${slug}` : undefined}
          className="size-5 shrink-0 accent-primary"
        />
        {icon}
        <span>{name}</span>
      </label>
      {chosen && (note || questions.length > 0) && (
        <div className="space-y-4 bg-wash px-3 pb-3">
          {note && (
            <p id={`note-${slug}`} className="text-sm">
              {note}
            </p>
          )}
          {questions.map((asked) => (
            <Question key={asked.id} {...props} asked={asked} />
          ))}
        </div>
      )}
    </>
  );
}

/** What is wrong: the kind of problem, and the words. */
export function ProblemFields(props: Props & { kinds: Kind[]; groups: { id: string; label: string }[] }) {
  const { typed, words, error, onChange, kinds, groups } = props;
  const { problem, form_words } = words;
  const rows = Object.fromEntries(kinds.map((kind) => [kind.slug, <KindRow key={kind.slug} {...props} kind={kind} />]));
  return (
    <>
      <fieldset
        id="categoryId"
        tabIndex={-1}
        className={error("categoryId") ? "border-l-4 border-st-open pl-4" : undefined}
      >
        <legend className="text-lg font-semibold">{problem.kind}</legend>
        {error("categoryId") && <p className="font-semibold text-st-open">{error("categoryId")}</p>}
        <KindPicker
          kinds={kinds.map(({ slug, group, terms }) => ({ slug, group, words: terms }))}
          groups={groups}
          rows={rows}
          title={typed.title}
          chosen={typed.categoryId !== ""}
          words={{
            search: problem.kind_search,
            hint: problem.kind_search_hint,
            likely: problem.kind_likely,
            found: problem.kind_found,
            none: problem.kind_none,
          }}
        />
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
