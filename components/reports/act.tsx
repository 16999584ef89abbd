import { Bell } from "lucide-react";
import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import { follow, hide, sayGone, support } from "@/lib/reports/actions";
import { isOpen } from "@/lib/reports/status";
import type { PublicReport } from "@/lib/reports/types";
import { OneButton } from "./one-button";
import { Subject } from "./subject";
import { WordsForm } from "./words-form";

type Props = { texts: Texts; report: PublicReport; signedIn: boolean };

/** What somebody who is signed in can do with a report; everybody else is shown the way in. */
export function Act({ texts, report, signedIn }: Props) {
  const { t, locale } = texts;
  const { viewer } = report;
  const page = `/${locale}/reports/${report.ref}`;
  if (!signedIn) {
    return (
      <section aria-labelledby="act" className="space-y-2">
        <h2 id="act">{t("reports.act.title")}</h2>
        <p>
          <Link href={`/${locale}/follows/new?kind=report&ref=${report.ref}`} className="btn btn-quiet">
            <Bell size={20} aria-hidden="true" className="shrink-0" />
            {t("follows.new.meta")}
          </Link>
        </p>
        <p>
          <Link href={`/${locale}/sign-in?back=${page}`} className="inline-flex min-h-11 items-center">
            {t("reports.act.sign_in")}
          </Link>
        </p>
      </section>
    );
  }
  const forms = { texts, report };
  return (
    <section aria-labelledby="act" className="space-y-4">
      <h2 id="act">{t("reports.act.title")}</h2>
      {viewer.isReporter && (
        <p>
          {t("reports.act.own")} <Link href={`${page}/yours`}>{t("after.own.link")}</Link>
        </p>
      )}
      {viewer.supports && <p className="font-semibold text-st-fixed">✔ {t("reports.act.supported")}</p>}
      <div className="flex flex-wrap gap-2">
        {viewer.canSupport && !viewer.supports && isOpen(report.status) && (
          <OneButton {...forms} action={support} className="btn btn-primary">
            {t("reports.act.support")}
          </OneButton>
        )}
        {viewer.isReporter && isOpen(report.status) && !report.isQuiet && (
          <OneButton {...forms} action={sayGone} className="btn btn-primary">
            {t("reports.act.gone")}
          </OneButton>
        )}
        <OneButton {...forms} action={follow} hidden={{ follow: viewer.follows ? "0" : "1" }}>
          {t(viewer.follows ? "reports.act.unfollow" : "reports.act.follow")}
        </OneButton>
        {viewer.canWork && (
          <Link href={`/${locale}/desk/${report.ref}`} className="btn btn-quiet">
            {t("reports.page.open_desk")}
          </Link>
        )}
      </div>
      {viewer.canModerate && (
        <details>
          <summary className="inline-flex min-h-11 items-center font-semibold text-primary underline">
            {t("reports.act.hide")}
          </summary>
          <WordsForm
            id="hide"
            action={hide}
            label={t("reports.act.hide_reason")}
            button={t("reports.act.hide")}
            working={t("common.form.working")}
            className="btn btn-quiet"
          >
            <Subject locale={locale} report={report} />
          </WordsForm>
        </details>
      )}
    </section>
  );
}
