import Link from "next/link";
import type { ReactNode } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Texts } from "@/lib/i18n/texts";
import { follow, hide, sayGone, sayNotFixed, support } from "@/lib/reports/actions";
import { isOpen } from "@/lib/reports/status";
import type { PublicReport } from "@/lib/reports/types";
import { WordsForm } from "./words-form";

type Props = { texts: Texts; report: PublicReport; signedIn: boolean };

/** What the forms of a report's page carry. */
export function Subject({ locale, report }: { locale: string; report: { id: string; ref: string } }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="ref" value={report.ref} />
      <input type="hidden" name="reportId" value={report.id} />
    </>
  );
}

function OneButton({
  texts: { t, locale },
  report,
  action,
  className = "btn btn-quiet",
  children,
  field,
}: Omit<Props, "signedIn"> & {
  action: (data: FormData) => Promise<void>;
  className?: string;
  field?: ReactNode;
  children: ReactNode;
}) {
  return (
    <form action={action}>
      <Subject locale={locale} report={report} />
      {field}
      <SubmitButton working={t("common.form.working")} className={className}>
        {children}
      </SubmitButton>
    </form>
  );
}

/** What somebody who is signed in can do with a report; everybody else is shown the way in. */
export function Act({ texts, report, signedIn }: Props) {
  const { t, locale } = texts;
  const { viewer } = report;
  if (!signedIn) {
    return (
      <section aria-labelledby="act" className="space-y-2">
        <h2 id="act">{t("reports.act.title")}</h2>
        <p>
          <Link href={`/${locale}/sign-in?back=/${locale}/reports/${report.ref}`}>{t("reports.act.sign_in")}</Link>
        </p>
        <p>
          <Link href={`/${locale}/follows/new?kind=report&ref=${report.ref}`}>{t("follows.new.meta")}</Link>
        </p>
      </section>
    );
  }
  const forms = { texts, report };
  const mayReopen = report.status === "fixed" && (viewer.isReporter || viewer.follows);
  return (
    <section aria-labelledby="act" className="space-y-4">
      <h2 id="act">{t("reports.act.title")}</h2>
      {viewer.isReporter && <p>{t("reports.act.own")}</p>}
      {viewer.supports && <p className="font-semibold text-st-fixed">✔ {t("reports.act.supported")}</p>}
      {mayReopen && (
        <WordsForm
          id="not-fixed"
          action={sayNotFixed}
          label={t("reports.act.not_fixed_words")}
          button={t("reports.act.not_fixed")}
          working={t("common.form.working")}
          className="btn btn-primary"
        >
          <Subject locale={locale} report={report} />
        </WordsForm>
      )}
      <div className="flex flex-wrap gap-2">
        {!viewer.isReporter && !viewer.supports && isOpen(report.status) && (
          <OneButton {...forms} action={support} className="btn btn-primary">
            {t("reports.act.support")}
          </OneButton>
        )}
        {viewer.isReporter && isOpen(report.status) && (
          <OneButton {...forms} action={sayGone} className="btn btn-primary">
            {t("reports.act.gone")}
          </OneButton>
        )}
        <OneButton
          {...forms}
          action={follow}
          field={<input type="hidden" name="follow" value={viewer.follows ? "0" : "1"} />}
        >
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
