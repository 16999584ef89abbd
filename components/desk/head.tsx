import Link from "next/link";
import { Notice } from "@/components/ui/form";
import { Problems } from "@/components/ui/problems";
import { StatusMark } from "@/components/ui/status-mark";
import { localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { DeskReportQuery } from "@/lib/reports/schema";
import type { DeskReport, Due } from "@/lib/reports/types";
import { DueMark } from "./due-mark";

/** Number, title, where it stands and what is due; what has just been done, and which report waits next. */
export function DeskHead({
  texts,
  report,
  asked,
  due,
  next,
}: {
  texts: Texts;
  report: DeskReport;
  asked: DeskReportQuery;
  due: Due | null;
  next: { ref: string; title: string } | null;
}) {
  const { t, locale, calendarDay } = texts;
  const list = `/${locale}/desk?${new URLSearchParams({ m: report.municipalityId, view: asked.from })}`;
  const large = asked.problem === "photo_too_large";
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <Link href={list} className="inline-flex min-h-11 items-center">
          {t("desk.back", { view: t(`desk.views.${asked.from}`) })}
        </Link>
        {next && (
          <Link
            href={`/${locale}/desk/${next.ref}?from=${asked.from}`}
            className="inline-flex min-h-11 items-center gap-2"
          >
            {t("desk.next", { ref: next.ref })}
          </Link>
        )}
      </div>
      {asked.done && <Notice>{t(`desk.done.${asked.done}`)}</Notice>}
      {asked.problem && (
        <Problems
          title={t("common.form.problem")}
          kept={large ? t("desk.photo_back") : ""}
          problems={[{ words: t(`errors.${asked.problem}`) }]}
        />
      )}
      <div>
        <p className="text-muted tabular-nums">{report.ref}</p>
        <h1 lang={localeTags[report.language]}>{report.title}</h1>
      </div>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <StatusMark status={report.status} t={t} />
        {report.status === "planned" && report.plannedFor && (
          <span>{t("reports.story.planned", { date: calendarDay(report.plannedFor) })}</span>
        )}
        {due && <DueMark due={due} to={report.referredTo} texts={texts} />}
        {report.reopenedCount > 0 && (
          <span className="font-semibold text-st-open">
            {t("reports.page.reopened", { count: report.reopenedCount })}
          </span>
        )}
      </p>
    </div>
  );
}
