import type { Texts } from "@/lib/i18n/texts";
import { answerFixAction, answerStillAction } from "@/lib/reports/citizen-actions";
import { isOpen } from "@/lib/reports/status";
import type { PublicReport } from "@/lib/reports/types";
import { CitizenForm } from "./citizen-form";
import { citizenWords, photoField } from "./citizen-words";
import { OneButton } from "./one-button";
import { subjectOf } from "./subject";

type Props = { texts: Texts; report: PublicReport };

/** What the page asks whoever reported or follows: whether the fix holds, or whether a quiet report is still there. */
export function Question({ texts, report }: Props) {
  const { viewer, status } = report;
  if (status === "fixed" && viewer.canJudgeFix) return <FixQuestion texts={texts} report={report} />;
  if (viewer.isReporter && report.isQuiet && isOpen(status)) return <StillQuestion texts={texts} report={report} />;
  return null;
}

function FixQuestion({ texts: { t, locale }, report }: Props) {
  const { fix } = report;
  const subject = subjectOf(locale, report);
  const words = citizenWords(t);
  return (
    <section aria-labelledby="fixed" className="space-y-3 border-2 border-primary bg-card p-4">
      <h2 id="fixed">{t("after.fixed.title")}</h2>
      {fix?.mine && <p className="font-semibold">{t("after.fixed.mine", { answer: t(`after.fixed.${fix.mine}`) })}</p>}
      {fix && fix.mine !== "yes" && (
        <CitizenForm
          id="yes-"
          action={answerFixAction}
          hidden={{ ...subject, answer: "yes" }}
          fields={[]}
          buttons={[{ label: t("after.fixed.yes"), className: "btn btn-primary w-full" }]}
          words={words}
        />
      )}
      <details open={!fix}>
        <summary className="btn btn-quiet w-full list-none [&::-webkit-details-marker]:hidden">
          {t(fix ? "after.fixed.no_or_partly" : "after.fixed.no")}
        </summary>
        <div className="mt-3">
          <CitizenForm
            id="no-"
            action={answerFixAction}
            hidden={subject}
            fields={[
              {
                name: "text",
                label: t("after.fixed.what"),
                hint: t("after.fixed.what_hint"),
                kind: "words",
                max: 2000,
              },
              photoField(t),
            ]}
            buttons={[
              { name: "answer", value: "no", label: t("after.fixed.reopen") },
              ...(fix
                ? [{ name: "answer", value: "partly", label: t("after.fixed.keep"), className: "btn btn-quiet" }]
                : []),
            ]}
            words={words}
          />
        </div>
      </details>
    </section>
  );
}

function StillQuestion({ texts, report }: Props) {
  const { t } = texts;
  return (
    <section aria-labelledby="still" className="space-y-3 border-2 border-primary bg-card p-4">
      <h2 id="still">{t("after.still.title")}</h2>
      <p>{t("after.still.why")}</p>
      {(["still", "gone"] as const).map((answer) => (
        <OneButton
          key={answer}
          texts={texts}
          report={report}
          action={answerStillAction}
          hidden={{ answer }}
          className={`btn w-full ${answer === "still" ? "btn-primary" : "btn-quiet"}`}
        >
          {t(`after.still.${answer}`)}
        </OneButton>
      ))}
    </section>
  );
}
