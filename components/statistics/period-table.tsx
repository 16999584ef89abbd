import type { Texts } from "@/lib/i18n/texts";
import type { PeriodFigures } from "@/lib/statistics/types";
import { Days } from "./figure";

/** Two periods side by side, with the targets the durations are held against. */
export function PeriodTable({
  words: { t, number },
  caption,
  now,
  before,
  targets,
}: {
  words: Texts;
  caption: string;
  now: PeriodFigures;
  before: PeriodFigures;
  targets: { answer: number; fix: number };
}) {
  const rows = [
    { key: "filed", value: (of: PeriodFigures) => number(of.filed) },
    { key: "answered", value: (of: PeriodFigures) => number(of.answered) },
    {
      key: "answer_days",
      value: (of: PeriodFigures) => <Days value={of.medianAnswerDays} t={t} />,
      target: targets.answer,
    },
    { key: "fixed", value: (of: PeriodFigures) => number(of.fixed) },
    { key: "fix_days", value: (of: PeriodFigures) => <Days value={of.medianFixDays} t={t} />, target: targets.fix },
    { key: "reopened", value: (of: PeriodFigures) => number(of.reopened) },
  ] as const;
  return (
    <table className="w-full max-w-2xl tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-ink align-bottom text-sm">
          <td />
          <th scope="col" className="py-2 pl-3 text-right">
            {t("pages.municipality.period_now")}
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-normal text-muted">
            {t("pages.municipality.period_before")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-b border-line align-top">
            <th scope="row" className="py-2 text-left font-normal">
              {t(`pages.municipality.period_${row.key}`)}
              {"target" in row && (
                <span className="block text-sm text-muted">
                  {t("pages.municipality.period_target", { days: row.target })}
                </span>
              )}
            </th>
            <td className="py-2 pl-3 text-right font-semibold">{row.value(now)}</td>
            <td className="py-2 pl-3 text-right text-muted">{row.value(before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
