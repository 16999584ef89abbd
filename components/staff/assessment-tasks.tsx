import { formWords } from "@/components/ui/form-words";
import { localeNames, locales } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import {
  correctAssessmentAction,
  discardDraftAction,
  draftAssessmentAction,
  keepReplyAction,
  publishAssessmentAction,
  sendBackAction,
} from "@/lib/pledges/actions";
import { SPARE_ROWS } from "@/lib/pledges/schema";
import type { PledgeStatus, Stage } from "@/lib/pledges/status";
import type { EvidenceView } from "@/lib/pledges/types";
import { assessmentGroups, staffErrors } from "./fields";
import { OneButton } from "./one-button";
import { WorkForm } from "./work-form";

type Tasks = {
  id: string;
  status: PledgeStatus;
  asOf: Date;
  findingSq: string;
  findingSr: string;
  findingEn: string;
  evidence: EvidenceView[];
  submittedAt: Date | null;
  stage: Stage;
  mine: boolean;
  mayChange: boolean;
  mayReview: boolean;
  mayCorrect: boolean;
  mayReply: boolean;
};

/** What this person may do with an assessment: go on writing, review, correct, keep a reply; or why not. */
export function AssessmentTasks({ texts, assessment }: { texts: Texts; assessment: Tasks }) {
  return (
    <>
      {assessment.mayChange && <GoOnWriting texts={texts} assessment={assessment} />}
      {assessment.mayReview && <Review texts={texts} assessment={assessment} />}
      {assessment.mayCorrect && <Correct texts={texts} assessment={assessment} />}
      {assessment.mayReply && <Reply texts={texts} assessment={assessment} />}
    </>
  );
}

type Part = { texts: Texts; assessment: Tasks };
const part = "space-y-4 border-t border-line pt-6";

function GoOnWriting({ texts, assessment }: Part) {
  const { t, locale } = texts;
  const { id, stage } = assessment;
  return (
    <section aria-labelledby="change" className={part}>
      <h2 id="change" className="text-lg">
        {t("staff.assessment.change")}
      </h2>
      <p className="prose-width border-l-4 border-primary bg-card p-4">
        {t("staff.assessment.own")} {stage === "waiting" && t("staff.assessment.own_waiting")}
      </p>
      <WorkForm
        action={draftAssessmentAction}
        hidden={{ locale, assessmentId: id }}
        groups={assessmentGroups(t, SPARE_ROWS, assessment)}
        buttons={[
          { label: t("staff.assess.save"), quiet: true, intent: "save" },
          { label: t("staff.assess.submit"), intent: "submit" },
        ]}
        words={formWords(t, staffErrors)}
      />
      <OneButton
        texts={texts}
        action={discardDraftAction}
        hidden={{ assessmentId: id }}
        label={t("staff.assessment.discard")}
        quiet
      />
    </section>
  );
}

function Review({ texts, assessment: { id, submittedAt } }: Part) {
  const { t, locale } = texts;
  const read = { assessmentId: id, submittedAt: submittedAt?.toISOString() ?? "" };
  return (
    <section aria-labelledby="review" className={part}>
      <h2 id="review" className="text-lg">
        {t("staff.assessment.review")}
      </h2>
      <p className="prose-width">{t("staff.assessment.review_hint")}</p>
      <OneButton texts={texts} action={publishAssessmentAction} hidden={read} label={t("staff.assessment.publish")} />
      <div className="prose-width">
        <WorkForm
          action={sendBackAction}
          hidden={{ locale, ...read }}
          groups={[{ fields: [{ name: "note", label: t("staff.assessment.send_back_note"), kind: "long" }] }]}
          buttons={[{ label: t("staff.assessment.send_back"), quiet: true }]}
          words={formWords(t, staffErrors)}
        />
      </div>
    </section>
  );
}

function Correct({ texts, assessment: { id } }: Part) {
  const { t } = texts;
  return (
    <section className={part}>
      <p className="prose-width">{t("staff.assessment.correct_hint")}</p>
      <OneButton
        texts={texts}
        action={correctAssessmentAction}
        hidden={{ assessmentId: id }}
        label={t("staff.assessment.correct")}
        quiet
      />
    </section>
  );
}

function Reply({ texts, assessment: { id } }: Part) {
  const { t, locale } = texts;
  return (
    <section aria-labelledby="reply" className={`${part} prose-width`}>
      <h2 id="reply" className="text-lg">
        {t("staff.assessment.reply")}
      </h2>
      <WorkForm
        action={keepReplyAction}
        hidden={{ locale, assessmentId: id }}
        groups={[
          {
            fields: [
              {
                name: "text",
                label: t("staff.assessment.reply"),
                hint: t("staff.assessment.reply_hint"),
                kind: "long",
                rows: 8,
              },
              {
                name: "language",
                label: t("staff.assessment.reply_language"),
                kind: "choice",
                value: locale,
                choices: locales.map((value) => ({ value, label: localeNames[value] })),
              },
            ],
          },
        ]}
        buttons={[{ label: t("staff.assessment.reply_keep"), quiet: true }]}
        words={formWords(t, staffErrors)}
      />
    </section>
  );
}
