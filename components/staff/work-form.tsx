"use client";

import { useActionState } from "react";
import { describedBy, Field } from "@/components/ui/form";
import { type FormWords, problemsOf, wrongWith } from "@/components/ui/form-words";
import { keepTyped } from "@/components/ui/keep-typed";
import type { Problem } from "@/components/ui/problems";
import { Problems } from "@/components/ui/problems";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState } from "@/lib/forms";

export type WorkField = {
  name: string;
  label: string;
  kind: "text" | "long" | "date" | "url" | "choice";
  hint?: string;
  /** What stands in it before anything is typed. */
  value?: string;
  /** Language of what is written in it, for spelling and speech. */
  lang?: string;
  rows?: number;
  optional?: boolean;
  /** Of a choice; one with an empty value stands for none. */
  choices?: { value: string; label: string }[];
};

export type WorkGroup = {
  title?: string;
  hint?: string;
  columns?: "one" | "two" | "three" | "row";
  fields: WorkField[];
};

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string>;
  groups: WorkGroup[];
  buttons: { label: string; quiet?: boolean; intent?: string }[];
  words: FormWords;
};

const columns = {
  one: "grid gap-4",
  two: "grid gap-4 md:grid-cols-2",
  three: "grid gap-4 lg:grid-cols-3",
  row: "grid gap-3 sm:grid-cols-2 lg:grid-cols-[10rem_minmax(0,2fr)_minmax(0,1fr)_11rem_minmax(0,1.5fr)]",
};

/** A form of the editors' desk from a description of its fields. After a failed send everything typed stands in it, without JavaScript too. */
export function WorkForm({ action, hidden, groups, buttons, words }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} onReset={keepTyped} noValidate className="space-y-8">
      <Problems title={words.problem} kept={words.kept} problems={named(groups, problemsOf(state, words))} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {groups.map((group) => (
        <fieldset key={group.fields[0]?.name} className="min-w-0">
          {group.title && <legend className="mb-2 font-display text-base font-semibold">{group.title}</legend>}
          {group.hint && <p className="prose-width mb-3 text-sm text-muted">{group.hint}</p>}
          <div className={columns[group.columns ?? "one"]}>
            {group.fields.map((field) => (
              <Field
                key={field.name}
                id={field.name}
                label={field.label}
                hint={field.hint}
                optional={field.optional ? words.optional : undefined}
                error={wrongWith(state, words, field.name)}
              >
                <Control field={field} state={state} words={words} />
              </Field>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-3">
        {buttons.map(({ label, quiet, intent }) => (
          <SubmitButton
            key={label}
            working={words.working}
            className={quiet ? "btn btn-quiet" : "btn btn-primary"}
            {...(intent && { name: "intent", value: intent })}
          >
            {label}
          </SubmitButton>
        ))}
      </div>
    </form>
  );
}

/** Problems with the names of their fields before them: of ten empty fields each is told apart. */
function named(groups: WorkGroup[], problems: Problem[]): Problem[] {
  const names = new Map(
    groups.flatMap(({ title, fields }) =>
      fields.map(({ name, label }) => [name, title && title !== label ? `${title}, ${label}` : label] as const),
    ),
  );
  return problems.map((problem) => {
    const name = problem.id && names.get(problem.id);
    return name ? { ...problem, words: `${name}: ${problem.words}` } : problem;
  });
}

function Control({ field, state, words }: { field: WorkField; state: FormState; words: FormWords }) {
  const { name, kind, hint, value = "", lang, rows = 4, choices = [] } = field;
  const error = wrongWith(state, words, name);
  const now = state.values[name] ?? value;
  const common = {
    id: name,
    name,
    className: "control",
    "aria-describedby": describedBy(name, hint, error),
    "aria-invalid": error ? true : undefined,
  };
  if (kind === "choice")
    return (
      <select defaultValue={now} {...common}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  if (kind === "long") return <textarea rows={rows} lang={lang} defaultValue={now} {...common} />;
  return <input type={kind} lang={lang} defaultValue={now} autoComplete="off" {...common} />;
}
