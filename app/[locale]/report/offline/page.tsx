import type { Metadata } from "next";
import { OfflineReport } from "@/components/offline/offline-report";
import type { OfflineWords } from "@/components/offline/words";
import { brushWords } from "@/components/photos/brush-words";
import { groups } from "@/components/report-form/category-choice";
import { CategoryIcon } from "@/components/ui/category-icon";
import { type Locale, localName } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { texts } from "@/lib/i18n/texts";
import { wordsOf as wordsIn } from "@/lib/municipalities/match";
import { listCategories, listMunicipalities } from "@/lib/municipalities/queries";
import { listQuestions } from "@/lib/municipalities/questions";
import { answerField } from "@/lib/reports/answers";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: t("offline.title"), robots: { index: false } };
}

function wordsOf(locale: Locale): OfflineWords {
  const { offline, report_form, common, errors } = messages[locale];
  return {
    ...offline,
    problem: report_form.problem,
    where: report_form.where,
    you: report_form.you,
    photo: report_form.photo,
    form_words: common.form,
    actions: common.actions,
    brush: brushWords(texts(locale)),
    errors,
  };
}

/**
 * The form that needs no network, and the reports that wait on this device. Kept on the device by the service worker, as
 * anybody gets it: nothing on it depends on who looks.
 */
export default async function OfflinePage({ params }: Props) {
  const { locale } = await params;
  const { t } = texts(locale);
  const [categories, questions, municipalities] = await Promise.all([
    listCategories(),
    listQuestions(),
    listMunicipalities(),
  ]);
  const kinds = categories.map((category) => ({
    slug: category.slug,
    group: groups.find((known) => known === category.group) ?? "other",
    name: localName(category, locale),
    icon: <CategoryIcon icon={category.icon} />,
    note: { sq: category.institutionSq, sr: category.institutionSr, en: category.institutionEn }[locale],
    terms: wordsIn(category.nameSq, category.nameSr, category.nameEn, category.synonyms),
    questions: questions
      .filter(({ categoryId }) => categoryId === category.slug)
      .map((question) => ({
        id: question.id,
        field: answerField(question.id),
        name: localName(question, locale),
        kind: question.kind,
        required: question.required,
        choices: question.choices.map((choice) => choice[locale]),
      })),
  }));
  const withoutEmail = municipalities.filter((one) => one.anonymousReports).map((one) => localName(one, locale));
  return (
    <div className="wrap py-6">
      <div className="max-w-3xl space-y-6">
        <h1>{t("offline.title")}</h1>
        <p>{t("offline.intro")}</p>
        <noscript>
          <p className="font-semibold">{t("offline.script")}</p>
        </noscript>
        <OfflineReport
          locale={locale}
          words={wordsOf(locale)}
          kinds={kinds}
          groups={groups.map((id) => ({ id, label: t(`report_form.groups.${id}`) }))}
          withoutEmail={withoutEmail.join(", ")}
        />
      </div>
    </div>
  );
}
