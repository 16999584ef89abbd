import { SubmitButton } from "@/components/ui/submit-button";
import type { Texts } from "@/lib/i18n/texts";
import { unhide } from "@/lib/reports/actions";
import { Subject } from "./subject";

type Hidden = { id: string; ref: string; title: string; hiddenAt: Date | null };

/** What a moderator sees of a report that was taken from public view: that it was, and the way back. */
export function HiddenReport({ texts: { t, date, locale }, report }: { texts: Texts; report: Hidden }) {
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-5">
        <p className="font-semibold text-muted">{report.ref}</p>
        <h1>{t("reports.page.hidden_title")}</h1>
        {report.hiddenAt && (
          <p>{t("reports.page.hidden_body", { title: report.title, date: date(report.hiddenAt, "moment") })}</p>
        )}
        <form action={unhide}>
          <Subject locale={locale} report={report} />
          <SubmitButton working={t("common.form.working")} className="btn btn-primary">
            {t("reports.act.unhide")}
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}
