import { localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { AssessmentView } from "@/lib/pledges/types";
import { EvidenceList } from "./evidence-list";
import { PledgeMark } from "./pledge-mark";
import { SampleTag } from "./sample-tag";

type Props = {
  texts: Texts;
  assessment: AssessmentView;
  /** All of the pledge, to name the ones that correct each other. */
  all: readonly AssessmentView[];
  sample: boolean;
};

/** A published assessment, whole: status, facts' day, finding, evidence, who by role, what it corrects, the reply. */
export function Assessment({ texts, assessment, all, sample }: Props) {
  const { t, locale, date, calendarDay } = texts;
  const { id, status, asOf, publishedAt, finding, evidence, methodVersion, correctedBy, replies } = assessment;
  return (
    <article
      id={`a-${id}`}
      aria-labelledby={`h-${id}`}
      className={`scroll-mt-4 space-y-4 border-l-4 bg-card p-4 md:p-6 ${correctedBy ? "border-line" : "border-primary"}`}
    >
      <div>
        <h3 id={`h-${id}`} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <PledgeMark status={status} t={t} size="md" />
          <span>{t("pledges.pledge.assessed", { date: calendarDay(asOf) })}</span>
          {sample && <SampleTag t={t} />}
        </h3>
        <CorrectionNote texts={texts} assessment={assessment} all={all} />
      </div>
      <p className="prose-width whitespace-pre-line">{finding[locale]}</p>
      <div className="space-y-2">
        <h4 className="font-semibold">{t("pledges.pledge.evidence", { count: evidence.length })}</h4>
        <EvidenceList texts={texts} evidence={evidence} sample={sample} />
      </div>
      {replies.map((reply) => (
        <section key={reply.at.toISOString()} className="border-l-4 border-ink bg-paper p-4">
          <h4 className="font-semibold">{t("pledges.pledge.reply")}</h4>
          <p className="text-sm text-muted">{t("pledges.pledge.reply_at", { date: date(reply.at) })}</p>
          <p lang={localeTags[reply.language]} className="prose-width mt-2 whitespace-pre-line">
            {reply.text}
          </p>
        </section>
      ))}
      <p className="border-t border-line pt-3 text-sm text-muted">
        {t("pledges.pledge.published", { date: date(publishedAt) })} · {t("pledges.pledge.two")} ·{" "}
        <a href={`/${locale}/method`} className="inline-flex min-h-6 items-center">
          {t("pledges.pledge.method", { version: methodVersion })}
        </a>
      </p>
    </article>
  );
}

function CorrectionNote({ texts: { t, date }, assessment, all }: Omit<Props, "sample">) {
  const when = (id: string) => {
    const other = all.find((row) => row.id === id);
    return other ? date(other.publishedAt) : "";
  };
  const { corrects, correctedBy } = assessment;
  return (
    <>
      {correctedBy && (
        <p className="mt-2 font-semibold text-st-broken">
          {t("pledges.pledge.corrected")}:{" "}
          <a href={`#a-${correctedBy}`} className="text-st-broken">
            {t("pledges.pledge.corrected_by", { date: when(correctedBy) })}
          </a>
        </p>
      )}
      {corrects && (
        <p className="mt-2 font-semibold">
          {t("pledges.pledge.correction")}:{" "}
          <a href={`#a-${corrects}`}>{t("pledges.pledge.corrects", { date: when(corrects) })}</a>
        </p>
      )}
    </>
  );
}
