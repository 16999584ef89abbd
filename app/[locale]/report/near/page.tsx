import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NearReports } from "@/components/report-form/near-reports";
import { StepFields, StepHeader } from "@/components/report-form/step-header";
import { describedBy, ErrorSummary, Field } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { currentActor } from "@/lib/accounts/session";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { currentDraft } from "@/lib/reports/draft-cookie";
import { daysBetween } from "@/lib/reports/due";
import { askToJoin, goOnFromNear, joinNear } from "@/lib/reports/near-actions";
import { nearDraft } from "@/lib/reports/nearby";
import { readProblem } from "@/lib/reports/problems";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: `${t("report_form.near.title")} – ${t("report_form.name")}`, robots: { index: false } };
}

const same = () => ({ success: true }) as const;

/** Before going on: is it one of these? Skipped where there is nothing near. */
export default async function NearPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const [actor, draft] = await Promise.all([currentActor(), currentDraft()]);
  if (draft?.reportId) redirect(`/${locale}/report/sent`);
  const reports = draft ? await nearDraft(draft.data) : [];
  if (reports.length === 0) redirect(`/${locale}/report/you`);
  const words = texts(locale);
  const { t } = words;
  const now = new Date();
  const change = search.change === "1";
  const chosen = reports.find(({ ref }) => ref === search.this);
  const { error, fields } = readProblem(search.problem, same, { invalid_email: "email" });
  const email = fields.email && t(`errors.${fields.email}`);
  return (
    <div className="wrap py-6">
      <div className="max-w-3xl space-y-6">
        <ErrorSummary t={t} error={error} fields={fields} />
        <StepHeader
          t={t}
          title={chosen ? t("report_form.near.chosen") : t("report_form.near.title")}
          back={chosen ? `/${locale}/report/near` : `/${locale}/report/problem`}
        />
        <p className="prose-width">{t(chosen ? "report_form.near.chosen_body" : "report_form.near.intro")}</p>
        <NearReports
          texts={words}
          reports={(chosen ? [chosen] : reports).map((report) => ({
            ...report,
            days: daysBetween(report.createdAt, now),
          }))}
          act={(report) => (
            <form action={chosen ? askToJoin : joinNear} noValidate className="space-y-4">
              <StepFields locale={locale} change={change} />
              <input type="hidden" name="reportId" value={report.id} />
              <input type="hidden" name="ref" value={report.ref} />
              {chosen && actor.kind !== "person" && (
                <Field
                  id="email"
                  label={t("report_form.you.email")}
                  hint={t("report_form.near.email_hint")}
                  error={email}
                >
                  <input
                    id="email"
                    name="email"
                    type="email"
                    autoComplete="email"
                    defaultValue={draft?.data.email}
                    aria-describedby={describedBy("email", true, email)}
                    aria-invalid={email ? true : undefined}
                    className="control"
                  />
                </Field>
              )}
              <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full sm:w-auto">
                {t(chosen ? "report_form.near.send_link" : "report_form.near.this")}
              </SubmitButton>
            </form>
          )}
        />
        <form action={goOnFromNear} className="border-t-2 border-ink pt-6">
          <StepFields locale={locale} change={change} />
          <p className="mb-3 text-muted">{t("report_form.near.other_hint")}</p>
          <SubmitButton working={t("common.form.working")} className="btn btn-quiet w-full sm:w-auto">
            {t("report_form.near.other")}
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}
