import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { Answer } from "@/lib/reports/types";

/** An answer in words: of a choice its name, of a date the day. */
export function answerWords({ locale, calendarDay }: Texts, { value, question }: Answer): string {
  if (question.kind === "choice") return question.choices[Number(value)]?.[locale] ?? value;
  if (question.kind === "date") return calendarDay(new Date(value));
  return value;
}

/** What was asked besides about a report of its kind, and what was answered; nothing where nothing was. */
export function Answers({ texts, answers }: { texts: Texts; answers: Answer[] }) {
  if (answers.length === 0) return null;
  return (
    <dl className="space-y-2">
      {answers.map((answer) => (
        <div key={answer.question.id}>
          <dt className="text-muted text-sm">{localName(answer.question, texts.locale)}</dt>
          <dd className="font-semibold">{answerWords(texts, answer)}</dd>
        </div>
      ))}
    </dl>
  );
}
