import type { Texts } from "@/lib/i18n/texts";
import type { AssessmentView } from "@/lib/pledges/types";
import { PledgeMark } from "./pledge-mark";

/** How the status moved, the oldest facts first; what was corrected is struck and says so. */
export function Timeline({
  texts: { t, calendarDay, date },
  assessments,
}: {
  texts: Texts;
  assessments: readonly AssessmentView[];
}) {
  const steps = [...assessments].sort(
    (a, b) => a.asOf.getTime() - b.asOf.getTime() || a.publishedAt.getTime() - b.publishedAt.getTime(),
  );
  return (
    <ol className="space-y-4 border-l-2 border-line pl-4">
      {steps.map(({ id, status, asOf, publishedAt, correctedBy }) => (
        <li key={id}>
          <a href={`#a-${id}`} className="block text-ink no-underline hover:underline">
            <span className={correctedBy ? "line-through" : undefined}>
              <PledgeMark status={status} t={t} />
            </span>
            {correctedBy && <span className="ml-2 text-sm font-semibold">({t("pledges.pledge.corrected")})</span>}
            <span className="block text-sm text-muted">
              {t("pledges.pledge.assessed", { date: calendarDay(asOf) })}
            </span>
            <span className="block text-sm text-muted">
              {t("pledges.pledge.published", { date: date(publishedAt) })}
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
