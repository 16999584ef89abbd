import type { ReactNode } from "react";
import { photoErrors } from "@/components/report-form/photo-words";
import { PhotosUnderway } from "@/components/report-form/photos-underway";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

/** The steps of filing a report: their photos are sent while one goes through them. */
export default async function ReportLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const words = texts((await params).locale as Locale);
  const { t } = words;
  return (
    <PhotosUnderway
      words={{
        label: t("report_form.underway.label"),
        sending: t("report_form.underway.sending", { count: "{count}" }),
        lost: t("report_form.underway.lost", { count: "{count}" }),
        again: t("common.error.again"),
        refused: t("report_form.underway.refused", { name: "{name}" }),
        hold: t("report_form.underway.hold"),
        errors: photoErrors(words),
      }}
    >
      {children}
    </PhotosUnderway>
  );
}
