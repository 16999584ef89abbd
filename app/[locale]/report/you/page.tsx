import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FormKeeper } from "@/components/offline/form-keeper";
import { keeperProps } from "@/components/offline/keeper-words";
import { CallerFields } from "@/components/report-form/caller-fields";
import { ContactChoice } from "@/components/report-form/contact-choice";
import { StepFields, StepHeader } from "@/components/report-form/step-header";
import { describedBy, ErrorSummary, Field } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { isConfirmed } from "@/lib/accounts/actor";
import { currentActor } from "@/lib/accounts/session";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { currentDraft } from "@/lib/reports/draft-cookie";
import { saveYou } from "@/lib/reports/form-actions";
import { readProblem } from "@/lib/reports/problems";
import { callerSchema, type SearchParams } from "@/lib/reports/schema";
import { firstMissing, isForCaller, municipalityOf, takesWithoutEmail, whoIn } from "@/lib/reports/steps";
import { stepPath } from "@/lib/reports/types";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: `${t("report_form.you.title")} – ${t("report_form.name")}`, robots: { index: false } };
}

/** Who reports. Whoever is signed in is known already. */
export default async function YouPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const [actor, draft] = await Promise.all([currentActor(), currentDraft()]);
  if (draft?.reportId) redirect(`/${locale}/report/sent`);
  const missing = await firstMissing(draft, actor);
  if (!draft || (missing !== "you" && missing !== "check")) redirect(`/${locale}${stepPath(missing)}`);
  const words = texts(locale);
  const { t } = words;
  const { data } = draft;
  const { lat = 0, lon = 0 } = data;
  const withoutEmail = await takesWithoutEmail(await municipalityOf({ lat, lon }, data.municipalityId));
  const forCaller = isForCaller(data, actor);
  const { error, fields } = readProblem(search.problem, () =>
    forCaller ? callerSchema.safeParse(data) : whoIn(data, actor, withoutEmail),
  );
  const message = (field: string) => fields[field] && t(`errors.${fields[field]}`);
  const change = search.change === "1";
  const known = isConfirmed(actor) ? actor : null;
  const emailField = (
    <Field
      id="email"
      label={t("report_form.you.email")}
      hint={t("report_form.you.email_hint")}
      error={message("email")}
    >
      <input
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={data.email}
        aria-describedby={describedBy("email", true, message("email"))}
        aria-invalid={message("email") ? true : undefined}
        className="control"
      />
    </Field>
  );
  return (
    <div className="wrap py-6">
      <div className="prose-width space-y-6">
        <ErrorSummary t={t} error={error} fields={fields} />
        <StepHeader
          t={t}
          step="you"
          title={t(forCaller ? "report_form.caller.title" : "report_form.you.title")}
          back={`/${locale}/report/${change ? "check" : "problem"}`}
        />
        <p>
          {forCaller
            ? t("report_form.caller.intro")
            : known
              ? t("report_form.you.signed_in", { email: known.email })
              : t(withoutEmail ? "report_form.you.intro_choice" : "report_form.you.intro")}
        </p>
        <form action={saveYou} noValidate className="space-y-6">
          <StepFields locale={locale} change={change} />
          {forCaller ? (
            <CallerFields texts={words} values={data} message={message} />
          ) : (
            <>
              <FormKeeper step="you" {...keeperProps(words)} />
              {!known && withoutEmail && (
                <ContactChoice texts={words} noEmail={data.noEmail ?? actor.kind === "person"}>
                  {emailField}
                </ContactChoice>
              )}
              {!known && !withoutEmail && emailField}
              <Field
                id="name"
                label={t("report_form.you.your_name")}
                optional={t("common.form.optional")}
                error={message("name")}
              >
                <input
                  id="name"
                  name="name"
                  autoComplete="name"
                  defaultValue={data.name ?? known?.name ?? undefined}
                  aria-describedby={describedBy("name", false, message("name"))}
                  className="control"
                />
              </Field>
              <label className="flex min-h-11 cursor-pointer items-center gap-3">
                <input
                  type="checkbox"
                  name="nameShown"
                  defaultChecked={data.nameShown}
                  className="size-5 shrink-0 accent-primary"
                />
                {t("report_form.you.shown")}
              </label>
              <div className="sr-only" aria-hidden="true">
                <label htmlFor="website">{t("report_form.you.honeypot")}</label>
                <input id="website" name="website" tabIndex={-1} autoComplete="off" />
              </div>
            </>
          )}
          <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full sm:w-auto">
            {t("common.actions.continue")}
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}
