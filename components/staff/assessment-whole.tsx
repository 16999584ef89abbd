import { EvidenceList } from "@/components/pledges/evidence-list";
import { PledgeMark } from "@/components/pledges/pledge-mark";
import { locales, localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { PledgeStatus } from "@/lib/pledges/status";
import type { EvidenceView, Words } from "@/lib/pledges/types";

/** An assessment with everything a second reader has to read: three languages side by side, every piece of evidence. */
export function AssessmentWhole({
  texts,
  status,
  asOf,
  finding,
  evidence,
  sample,
}: {
  texts: Texts;
  status: PledgeStatus;
  asOf: Date;
  finding: Words;
  evidence: readonly EvidenceView[];
  sample: boolean;
}) {
  const { t, calendarDay } = texts;
  return (
    <div className="space-y-6">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <PledgeMark status={status} t={t} size="lg" />
        <span className="font-semibold">{t("pledges.pledge.assessed", { date: calendarDay(asOf) })}</span>
      </p>
      <div className="grid gap-6 lg:grid-cols-3">
        {locales.map((locale) => (
          <section key={locale} aria-labelledby={`finding-${locale}`}>
            <h2 id={`finding-${locale}`} className="font-sans text-sm text-muted">
              {t("staff.field.finding")}: {t(`staff.field.${locale}`)}
            </h2>
            {finding[locale] ? (
              <p lang={localeTags[locale]} className="mt-1 whitespace-pre-line">
                {finding[locale]}
              </p>
            ) : (
              <p className="mt-1 font-semibold text-st-broken">
                {t("staff.assessment.missing", { language: t(`staff.field.${locale}`) })}
              </p>
            )}
          </section>
        ))}
      </div>
      <section aria-labelledby="evidence-list" className="space-y-2">
        <h2 id="evidence-list" className="text-base">
          {t("pledges.pledge.evidence", { count: evidence.length })}
        </h2>
        {evidence.length > 0 ? (
          <EvidenceList texts={texts} evidence={evidence} sample={sample} />
        ) : (
          <p className="font-semibold text-st-broken">{t("staff.assessment.no_evidence")}</p>
        )}
      </section>
    </div>
  );
}
