import type { ReactNode } from "react";
import { photoErrors } from "@/components/report-form/photo-words";
import { PhotosUnderway } from "@/components/report-form/photos-underway";
import { currentActor, deviceMark } from "@/lib/accounts/session";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { currentDraft } from "@/lib/reports/draft-cookie";
import { isForCaller } from "@/lib/reports/steps";

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
  const [actor, draft] = await Promise.all([currentActor(), currentDraft()]);
  return (
    <PhotosUnderway
      person={deviceMark(actor)}
      words={{
        label: t("report_form.underway.label"),
        sending: t("report_form.underway.sending", { count: "{count}" }),
        lost: t("report_form.underway.lost", { count: "{count}" }),
        again: t("common.error.again"),
        refused: t("report_form.underway.refused", { name: "{name}" }),
        hold: t("report_form.underway.hold"),
        kept: t("report_form.underway.kept", { count: "{count}" }),
        look: t("report_form.underway.look"),
        errors: photoErrors(words),
      }}
    >
      {draft && isForCaller(draft.data, actor) && (
        <p className="wrap mt-4">
          <span className="block border-l-4 border-action py-1 pl-4 font-semibold">
            {t("report_form.caller.notice")}
          </span>
        </p>
      )}
      {children}
    </PhotosUnderway>
  );
}
