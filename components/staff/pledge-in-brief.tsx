import { OutsideLink } from "@/components/pledges/outside-link";
import { SampleTag } from "@/components/pledges/sample-tag";
import type { Texts } from "@/lib/i18n/texts";

/** The pledge that an assessment is about: its words, what counts as fulfilled, its deadline and source. */
export function PledgeInBrief({
  texts: { t, locale, calendarDay },
  pledge,
  sample,
}: {
  texts: Texts;
  pledge: {
    textSq: string;
    textSr: string;
    textEn: string;
    measureSq: string;
    measureSr: string;
    measureEn: string;
    deadline: Date | null;
    sourceUrl: string | null;
  };
  sample: boolean;
}) {
  const text = { sq: pledge.textSq, sr: pledge.textSr, en: pledge.textEn }[locale] || pledge.textSq;
  const measure = { sq: pledge.measureSq, sr: pledge.measureSr, en: pledge.measureEn }[locale] || pledge.measureSq;
  return (
    <div className="prose-width space-y-1 border-l-4 border-line pl-4">
      <p className="text-lg font-semibold leading-snug">
        {text} {sample && <SampleTag t={t} />}
      </p>
      <p className="text-sm">
        <span className="text-muted">{t("pledges.pledge.measure")}:</span> {measure}
      </p>
      <p className="text-sm text-muted">
        {t("pledges.pledge.deadline")}:{" "}
        {pledge.deadline ? calendarDay(pledge.deadline) : t("pledges.pledge.no_deadline")}
        {pledge.sourceUrl && (
          <>
            {" · "}
            <OutsideLink url={pledge.sourceUrl} sample={sample} />
          </>
        )}
      </p>
    </div>
  );
}
