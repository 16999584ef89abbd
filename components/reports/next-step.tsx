import Link from "next/link";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { isOpen } from "@/lib/reports/status";
import type { PublicReport } from "@/lib/reports/types";

type Saying = { who?: string; what: string; late?: boolean };

/** Who acts next, and by when; late is said as it is. */
function say({ t, date, calendarDay, locale }: Texts, report: PublicReport, now: Date): Saying {
  const who = t("reports.page.next_who_municipality", { municipality: localName(report.municipality, locale) });
  const { status, plannedFor, referredTo, answerDueAt, fixDueAt, firstResponseAt, duplicateOf } = report;
  if (status === "fixed") return { who: t("reports.page.next_fixed"), what: t("reports.page.next_fixed_how") };
  if (status === "duplicate" && duplicateOf)
    return { what: t("reports.page.next_duplicate", { ref: duplicateOf.ref }) };
  if (!isOpen(status)) return { what: t("reports.page.next_closed") };
  if (status === "referred" && referredTo)
    return { who: t("reports.page.next_who_other"), what: t("reports.page.next_referred", { to: referredTo }) };
  if (status === "planned" && plannedFor) {
    // The planned day itself still counts; it ends at midnight.
    const late = plannedFor.getTime() + 24 * 3600 * 1000 < now.getTime();
    const words = { date: calendarDay(plannedFor) };
    return {
      who,
      late,
      what: late ? t("reports.page.next_planned_late", words) : t("reports.page.next_planned", words),
    };
  }
  if (!firstResponseAt && answerDueAt) {
    const late = answerDueAt < now;
    const words = { date: date(answerDueAt) };
    return { who, late, what: late ? t("reports.page.next_answer_late", words) : t("reports.page.next_answer", words) };
  }
  if (!fixDueAt) return { who, what: "" };
  const late = fixDueAt < now;
  const words = { date: date(fixDueAt) };
  return { who, late, what: late ? t("reports.page.next_fix_late", words) : t("reports.page.next_fix", words) };
}

/** What comes next. */
export function NextStep({ texts, report, now }: { texts: Texts; report: PublicReport; now: Date }) {
  const { t, locale } = texts;
  const { who, what, late } = say(texts, report, now);
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t("reports.page.next")}</h2>
      <div className={`mt-2 border-l-4 pl-4 ${late ? "border-st-open" : "border-primary"}`}>
        {who && <p className="font-semibold">{who}</p>}
        <p className={late ? "font-semibold text-st-open" : undefined}>
          {report.status === "duplicate" && report.duplicateOf ? (
            <Link href={`/${locale}/reports/${report.duplicateOf.ref}`}>{what}</Link>
          ) : (
            what
          )}
        </p>
        {report.reopenedCount > 0 && (
          <p className="text-sm text-muted">{t("reports.page.reopened", { count: report.reopenedCount })}</p>
        )}
      </div>
    </section>
  );
}
