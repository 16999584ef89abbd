"use client";

import { useActionState } from "react";
import { type FormWords, problemsOf, wrongWith } from "@/components/ui/form-words";
import { keepTyped } from "@/components/ui/keep-typed";
import { Problems } from "@/components/ui/problems";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState } from "@/lib/forms";
import { setTargetsAction, type TargetState } from "@/lib/municipalities/target-actions";

type Label = "answer" | "fix" | "look" | "save";
type Line = {
  /** Of a kind; empty for the municipality's own figures. */
  slug: string;
  name: string;
  answer: string;
  fix: string;
  /** What holds where nothing is written. */
  fallback?: { answer: string; fix: string };
};
type Props = { locale: string; slug: string; lines: Line[]; labels: Record<Label, string>; words: FormWords };

const fieldOf = (what: "answer" | "fix", slug: string): string => (slug ? `${what}-${slug}` : what);

/** Working days to the first answer and to the fix, for everything and by kind; says what they would change, then sets them. */
export function TargetForm({ locale, slug, lines, labels, words }: Props) {
  const [state, action] = useActionState<TargetState, FormData>(setTargetsAction, emptyForm);
  const names = Object.fromEntries(
    lines.flatMap((line) =>
      (["answer", "fix"] as const).map((what) => [fieldOf(what, line.slug), `${line.name}, ${labels[what]}`]),
    ),
  );
  const { effect, seen } = state;
  return (
    <form action={action} onReset={keepTyped} className="space-y-6" noValidate>
      <Problems title={words.problem} kept={words.kept} problems={problemsOf(state, words, "", names)} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="seen" value={seen ?? ""} />
      <ul>
        {lines.map((line) => (
          <li
            key={line.slug}
            className="grid items-end gap-x-6 gap-y-2 border-b border-line py-3 first:border-t sm:grid-cols-[1fr_auto]"
          >
            <span className={line.slug ? "self-center" : "self-center font-semibold"}>{line.name}</span>
            <span className="grid grid-cols-2 gap-3 sm:w-80">
              {(["answer", "fix"] as const).map((what) => (
                <Days key={what} what={what} line={line} state={state} labels={labels} words={words} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {effect && (
        <div role="status" className="space-y-1 border-2 border-primary p-4 first-line:font-semibold">
          {effect.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <SubmitButton working={words.working}>{effect ? labels.save : labels.look}</SubmitButton>
    </form>
  );
}

type DaysProps = Pick<Props, "labels" | "words"> & { what: "answer" | "fix"; line: Line; state: FormState };

function Days({ what, line, state, labels, words }: DaysProps) {
  const id = fieldOf(what, line.slug);
  const wrong = wrongWith(state, words, id);
  return (
    <label htmlFor={id} className="text-sm">
      <span className="block text-muted">
        {labels[what]}
        <span className="sr-only">: {line.name}</span>
      </span>
      <input
        id={id}
        name={id}
        inputMode="numeric"
        maxLength={3}
        defaultValue={state.values[id] ?? line[what]}
        placeholder={line.fallback?.[what]}
        aria-describedby={wrong ? `${id}-error` : undefined}
        aria-invalid={wrong ? true : undefined}
        className="control tabular-nums"
      />
      {wrong && (
        <span id={`${id}-error`} className="font-semibold text-st-open">
          {wrong}
        </span>
      )}
    </label>
  );
}
