import type { Texts } from "@/lib/i18n/texts";
import type { KeptPeriods, PeriodFigures } from "@/lib/statistics/types";
import { Days } from "./figure";
import { KeptShare } from "./kept-share";

/** Two periods side by side, with the targets the durations are held against and how many of them were kept. */
export function PeriodTable({
  words,
  caption,
  now,
  before,
  kept,
  targets,
}: {
  words: Texts;
  caption: string;
  now: PeriodFigures;
  before: PeriodFigures;
  kept: KeptPeriods;
  targets: { answer: number; fix: number };
}) {
  const { t, number } = words;
  const periods = { now: { ...now, kept: kept.now }, before: { ...before, kept: kept.before } };
  type Period = typeof periods.now;
  const rows = [
    { key: "filed", value: (of: Period) => number(of.filed) },
    { key: "answered", value: (of: Period) => number(of.answered) },
    { key: "answer_days", value: (of: Period) => <Days value={of.medianAnswerDays} t={t} /> },
    {
      key: "answer_kept",
      value: (of: Period) => <KeptShare kept={of.kept.answer} words={words} />,
      note: t("pages.municipality.period_target", { days: targets.answer }),
    },
    { key: "fixed", value: (of: Period) => number(of.fixed) },
    { key: "fix_days", value: (of: Period) => <Days value={of.medianFixDays} t={t} /> },
    {
      key: "fix_kept",
      value: (of: Period) => <KeptShare kept={of.kept.fix} words={words} />,
      note: t("pages.municipality.period_target_fix", { days: targets.fix }),
    },
    { key: "reopened", value: (of: Period) => number(of.reopened) },
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
              {"note" in row && <span className="block text-sm text-muted">{row.note}</span>}
            </th>
            <td className="py-2 pl-3 text-right font-semibold">{row.value(periods.now)}</td>
            <td className="py-2 pl-3 text-right text-muted">{row.value(periods.before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
