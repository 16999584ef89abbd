import type { Metadata } from "next";
import { PhotoField } from "@/components/report-form/photo-field";
import { photoWords } from "@/components/report-form/photo-words";
import { StepFields, StepHeader } from "@/components/report-form/step-header";
import { ErrorSummary } from "@/components/ui/form";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { currentDraft } from "@/lib/reports/draft-cookie";
import { dropPhoto, savePhotos, shiftPhoto } from "@/lib/reports/form-actions";
import { photoProblems, readProblem } from "@/lib/reports/problems";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: `${t("report_form.photo.title")} – ${t("report_form.name")}`, robots: { index: false } };
}

/** The first step: photos, or none. A draft that was sent is left alone; the first thing kept begins a new one. */
export default async function PhotoPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const draft = await currentDraft();
  const photos = draft && !draft.reportId ? draft.photos : [];
  const { error, fields } = readProblem(search.problem, () => ({ success: true }), photoProblems);
  const change = search.change === "1";
  return (
    <div className="wrap py-6">
      <div className="max-w-3xl space-y-6">
        <ErrorSummary t={t} error={error} fields={fields} />
        <div>
          <StepHeader
            t={t}
            step="photo"
            title={t("report_form.photo.title")}
            back={change ? `/${locale}/report/check` : undefined}
          />
          <p>{t("report_form.photo.intro")}</p>
        </div>
        <form action={savePhotos} noValidate className="space-y-8">
          <StepFields locale={locale} change={change} />
          <PhotoField
            photos={photos}
            words={photoWords(words)}
            error={fields.photo && t(`errors.${fields.photo}`)}
            drop={dropPhoto}
            shift={shiftPhoto}
          />
        </form>
      </div>
    </div>
  );
}
