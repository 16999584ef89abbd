import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FormKeeper } from "@/components/offline/form-keeper";
import { keeperProps } from "@/components/offline/keeper-words";
import { CategoryChoice } from "@/components/report-form/category-choice";
import { StepFields, StepHeader } from "@/components/report-form/step-header";
import { describedBy, ErrorSummary, Field } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { currentActor } from "@/lib/accounts/session";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listCategories } from "@/lib/municipalities/queries";
import { listInstitutions, listQuestions } from "@/lib/municipalities/questions";
import { currentDraft } from "@/lib/reports/draft-cookie";
import { saveProblem } from "@/lib/reports/form-actions";
import { readProblem } from "@/lib/reports/problems";
import { problemSchema, type SearchParams } from "@/lib/reports/schema";
import { answersIn, firstMissing, municipalityOf } from "@/lib/reports/steps";
import { stepPath } from "@/lib/reports/types";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: `${t("report_form.problem.title")} – ${t("report_form.name")}`, robots: { index: false } };
}

/** What is wrong. */
export default async function ProblemPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const [actor, draft] = await Promise.all([currentActor(), currentDraft()]);
  if (draft?.reportId) redirect(`/${locale}/report/sent`);
  const missing = await firstMissing(draft, actor);
  if (!draft || missing === "where") redirect(`/${locale}${stepPath(missing)}`);
  const words = texts(locale);
  const { t } = words;
  const { data } = draft;
  const { lat, lon } = data;
  const { error, fields: plain } = readProblem(search.problem, () => problemSchema.safeParse(data), {
    category_missing: "categoryId",
  });
  const fields = { ...plain, ...(search.problem === "fields" && (await answersIn(data)).fields) };
  const municipality =
    lat === undefined || lon === undefined ? undefined : await municipalityOf({ lat, lon }, data.municipalityId);
  const message = (field: string) => fields[field] && t(`errors.${fields[field]}`);
  const change = search.change === "1";
  return (
    <div className="wrap py-6">
      <div className="max-w-3xl space-y-6">
        <ErrorSummary t={t} error={error} fields={fields} />
        <StepHeader
          t={t}
          step="problem"
          title={t("report_form.problem.title")}
          back={`/${locale}/report/${change ? "check" : "where"}`}
        />
        <form action={saveProblem} noValidate className="space-y-8">
          <StepFields locale={locale} change={change} />
          <FormKeeper step="problem" {...keeperProps(words)} />
          <Field
            id="title"
            label={t("report_form.problem.words")}
            hint={t("report_form.problem.words_hint")}
            error={message("title")}
          >
            <input
              id="title"
              name="title"
              defaultValue={data.title}
              autoComplete="off"
              aria-describedby={describedBy("title", true, message("title"))}
              aria-invalid={message("title") ? true : undefined}
              className="control"
            />
          </Field>
          <CategoryChoice
            texts={words}
            categories={await listCategories()}
            institutions={municipality ? await listInstitutions(municipality) : []}
            questions={await listQuestions()}
            typed={data}
            message={message}
          />
          <Field
            id="details"
            label={t("report_form.problem.details")}
            optional={t("common.form.optional")}
            hint={t("report_form.problem.details_hint")}
            error={message("details")}
          >
            <textarea
              id="details"
              name="details"
              rows={5}
              defaultValue={data.details}
              aria-describedby={describedBy("details", true, message("details"))}
              className="control"
            />
          </Field>
          <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full sm:w-auto">
            {t("common.actions.continue")}
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}
