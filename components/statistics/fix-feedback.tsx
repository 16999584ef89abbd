import type { Texts } from "@/lib/i18n/texts";
import type { FixFeedback } from "@/lib/statistics/types";

/** What citizens say of fixes, in a sentence; "nothing yet" where nobody has spoken. */
export function FeedbackWords({ t, feedback }: { t: Texts["t"]; feedback: FixFeedback }) {
  const { judged, confirmed, partly, denied, withdrawn } = feedback;
  return (
    <>
      {judged === 0 ? (
        <p>{t("after.figures.none")}</p>
      ) : (
        <>
          <p>{t("after.figures.judged", { count: judged })}</p>
          <ul className="flex flex-wrap gap-x-6">
            <li className="font-semibold text-st-fixed">✔ {t("after.figures.confirmed", { count: confirmed })}</li>
            <li className="font-semibold text-st-partial">◑ {t("after.figures.partly", { count: partly })}</li>
            <li className="font-semibold text-st-open">✕ {t("after.figures.denied", { count: denied })}</li>
          </ul>
        </>
      )}
      {withdrawn > 0 && <p className="text-sm text-muted">{t("after.figures.withdrawn", { count: withdrawn })}</p>}
    </>
  );
}

/** The same for every municipality and for all together, with how it is counted. */
export function FeedbackList({
  texts: { t },
  rows,
}: {
  texts: Texts;
  rows: { name: string; feedback: FixFeedback }[];
}) {
  return (
    <section aria-labelledby="fix-feedback" className="max-w-3xl space-y-4">
      <h2 id="fix-feedback">{t("after.figures.title")}</h2>
      <p>{t("after.figures.how")}</p>
      <dl className="border-t border-line">
        {rows.map(({ name, feedback }) => (
          <div key={name} className="gap-6 border-b border-line py-3 sm:grid sm:grid-cols-[12rem_1fr]">
            <dt className="font-semibold">{name}</dt>
            <dd>
              <FeedbackWords t={t} feedback={feedback} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
