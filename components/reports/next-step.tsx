import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import { isOpen } from "@/lib/reports/status";
import type { PublicReport } from "@/lib/reports/types";

type Saying = { what: string; late?: boolean; link?: string; note?: string };

const MONTHS = 300 * 24 * 3600 * 1000;
const DAY = 24 * 3600 * 1000;

/** Who acts next, and by when, in one sentence for each state; late is said as it is. */
function say({ t, date, calendarDay, locale }: Texts, report: PublicReport, now: Date): Saying {
  const { status, plannedFor, referredTo, due, duplicateOf } = report;
  // A weekday says more of a day near by; far ones need their year.
  const style = (moment: Date) => (Math.abs(moment.getTime() - now.getTime()) < MONTHS ? "weekday" : "day");

  if (status === "fixed" && report.fix && report.viewer.canJudgeFix && !report.fix.mine)
    return { what: t("after.next.fixed_you") };
  if (status === "fixed") return { what: t(report.fix ? "after.next.fixed" : "after.next.gone") };
  if (status === "duplicate" && duplicateOf)
    return {
      what: t("after.next.duplicate", { ref: duplicateOf.ref }),
      link: `/${locale}/reports/${duplicateOf.ref}`,
    };
  if (!isOpen(status)) return { what: t("after.next.closed") };
  if (status === "referred" && referredTo) {
    const what = t("after.next.referred", { to: referredTo });
    if (due?.kind !== "paused") return { what };
    return { what, note: t("after.next.paused", { to: referredTo, date: date(due.at) }) };
  }
  if (status === "planned" && plannedFor) {
    const words = { date: calendarDay(plannedFor, style(plannedFor)) };
    // The planned day itself still counts; it ends at midnight.
    const passed = plannedFor.getTime() + DAY < now.getTime();
    return { what: t(passed ? "after.next.planned_late" : "after.next.planned", words), late: passed };
  }
  if (!due || due.kind === "paused") return { what: t("after.next.open") };
  const words = { date: date(due.at, style(due.at)), days: due.lateDays };
  return { what: t(due.late ? `after.next.${due.kind}_late` : `after.next.${due.kind}`, words), late: due.late };
}

/** What comes next. */
export function NextStep({ texts, report, now }: { texts: Texts; report: PublicReport; now: Date }) {
  const { t } = texts;
  const { what, late, link, note } = say(texts, report, now);
  const { fix, reopenedCount } = report;
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t("reports.page.next")}</h2>
      <div className={`mt-2 border-l-4 pl-4 ${late ? "border-st-open" : "border-primary"}`}>
        <p className={`text-lg font-semibold ${late ? "text-st-open" : ""}`}>
          {link ? <Link href={link}>{what}</Link> : what}
        </p>
        {note && <p>{note}</p>}
        {fix && fix.yes + fix.partly + fix.no > 0 && (
          <p>{t("after.next.voices", { yes: fix.yes, partly: fix.partly, no: fix.no })}</p>
        )}
        {reopenedCount > 0 && (
          <p className="text-sm text-muted">{t("reports.page.reopened", { count: reopenedCount })}</p>
        )}
      </div>
    </section>
  );
}
