import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ForgetTyped } from "@/components/offline/form-keeper";
import { Proof } from "@/components/report-form/proof";
import { StepFields, StepHeader } from "@/components/report-form/step-header";
import { Summary, type SummaryRow } from "@/components/report-form/summary";
import { answerWords } from "@/components/reports/answers";
import { ErrorSummary } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Actor, isConfirmed } from "@/lib/accounts/actor";
import { currentActor } from "@/lib/accounts/session";
import { type Locale, localName } from "@/lib/i18n/locales";
import { type Texts, texts } from "@/lib/i18n/texts";
import { newChallenge } from "@/lib/limits/proof";
import { findMunicipality, listCategories } from "@/lib/municipalities/queries";
import { questionsOf } from "@/lib/municipalities/questions";
import { photoUrl } from "@/lib/photos/sizes";
import { currentDraft } from "@/lib/reports/draft-cookie";
import type { Draft } from "@/lib/reports/drafts";
import { discard, sendReport } from "@/lib/reports/form-actions";
import { readProblem } from "@/lib/reports/problems";
import type { SearchParams } from "@/lib/reports/schema";
import { firstMissing, isForCaller, municipalityOf, takesWithoutEmail } from "@/lib/reports/steps";
import { stepPath } from "@/lib/reports/types";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: `${t("report_form.check.title")} – ${t("report_form.name")}`, robots: { index: false } };
}

const same = () => ({ success: true }) as const;

/** Everything once more before it is sent. */
export default async function CheckPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const [actor, draft] = await Promise.all([currentActor(), currentDraft()]);
  if (draft?.reportId) redirect(`/${locale}/report/sent`);
  const missing = await firstMissing(draft, actor);
  if (!draft || missing !== "check") redirect(`/${locale}${stepPath(missing)}`);
  const words = texts(locale);
  const { t } = words;
  const { lat = 0, lon = 0, municipalityId } = draft.data;
  const forCaller = isForCaller(draft.data, actor);
  const noEmail =
    !isConfirmed(actor) &&
    draft.data.noEmail === true &&
    (await takesWithoutEmail(await municipalityOf({ lat, lon }, municipalityId)));
  const { error } = readProblem((await searchParams).problem, same);
  return (
    <div className="wrap py-6">
      <div className="max-w-3xl space-y-6">
        <ErrorSummary t={t} error={error} />
        <StepHeader t={t} step="check" title={t("report_form.check.title")} back={`/${locale}/report/you`} />
        <Summary rows={await rowsOf(draft, actor, noEmail, words)} />
        <form action={sendReport} className="space-y-4">
          <StepFields locale={locale} change={false} />
          <p>
            {forCaller
              ? t("report_form.caller.after")
              : t(`report_form.check.after_${isConfirmed(actor) ? "public" : noEmail ? "look" : "link"}`)}
          </p>
          {noEmail && (
            <Proof
              challenge={await newChallenge()}
              words={{ working: t("report_form.check.proof_working"), done: t("report_form.check.proof_done") }}
            />
          )}
          <SubmitButton working={t("common.form.working")} className="btn btn-action w-full sm:w-auto">
            {t("report_form.check.send")}
          </SubmitButton>
        </form>
        <form action={discard} data-discards="">
          <ForgetTyped onSubmit />
          <StepFields locale={locale} change={false} />
          <SubmitButton
            working={t("common.form.working")}
            className="inline-flex min-h-11 items-center text-primary underline underline-offset-4"
          >
            {t("report_form.check.discard")}
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}

async function rowsOf({ data, photos }: Draft, actor: Actor, noEmail: boolean, words: Texts): Promise<SummaryRow[]> {
  const { t, locale } = words;
  const { lat = 0, lon = 0 } = data;
  const questions = data.categoryId ? await questionsOf(data.categoryId) : [];
  const [municipality, categories] = await Promise.all([
    municipalityOf({ lat, lon }, data.municipalityId).then(findMunicipality),
    listCategories(),
  ]);
  const category = categories.find(({ slug }) => slug === data.categoryId);
  const link = (step: string, label: string) => ({
    href: `/${locale}/report${step}?change=1`,
    label,
    word: t("common.actions.change"),
  });
  const toProblem = link("/problem", t("report_form.check.change_problem"));
  const name = data.name?.trim();
  const email = isConfirmed(actor) ? actor.email : noEmail ? t("report_form.check.no_email") : data.email;
  return [
    {
      label: t("report_form.check.place"),
      value: [
        municipality && t("report_form.where.is_inside", { municipality: localName(municipality, locale) }),
        data.placeText?.trim(),
        t("reports.page.coordinates", { lat: lat.toFixed(5), lon: lon.toFixed(5) }),
      ]
        .filter(Boolean)
        .join("\n"),
      change: link("/where", t("report_form.check.change_where")),
    },
    { label: t("report_form.check.kind"), value: category && localName(category, locale), change: toProblem },
    {
      label: t("report_form.check.words"),
      change: toProblem,
      value: (
        <>
          <strong>{data.title}</strong>
          {data.details?.trim() && `\n${data.details.trim()}`}
        </>
      ),
    },
    ...questions.flatMap((question) => {
      const value = data.answers?.[question.id];
      return value
        ? [{ label: localName(question, locale), value: answerWords(words, { value, question }), change: toProblem }]
        : [];
    }),
    {
      label: t("report_form.check.photos"),
      value:
        photos.length === 0 ? (
          t("report_form.check.photos_none")
        ) : (
          <ul className="grid grid-cols-3 gap-2">
            {photos.map(({ id }, index) => (
              <li key={id}>
                <img
                  src={photoUrl(id, "thumb")}
                  alt={t("report_form.photo.photo", { number: index + 1 })}
                  width={320}
                  height={240}
                  className="aspect-4/3 w-full bg-wash object-cover"
                />
              </li>
            ))}
          </ul>
        ),
      change: link("", t("report_form.check.change_photos")),
    },
    {
      label: t(isForCaller(data, actor) ? "report_form.caller.title" : "report_form.check.who"),
      value: isForCaller(data, actor)
        ? [data.callerName, data.callerPhone, data.callerEmail].filter((part) => part?.trim()).join("\n") ||
          t("report_form.caller.none")
        : [
            name
              ? t(data.nameShown ? "report_form.check.name_shown" : "report_form.check.name_hidden", { name })
              : t("report_form.check.nameless"),
            email,
          ]
            .filter(Boolean)
            .join("\n"),
      change: link("/you", t("report_form.check.change_you")),
    },
  ];
}
