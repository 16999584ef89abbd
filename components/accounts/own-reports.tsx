import Link from "next/link";
import { CategoryIcon } from "@/components/ui/category-icon";
import { StatusMark } from "@/components/ui/status-mark";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { ReportCard } from "@/lib/reports/types";

/** What a person has reported, and where each report stands. */
export function OwnReports({ texts: { t, locale, date }, reports }: { texts: Texts; reports: ReportCard[] }) {
  if (reports.length === 0) return <p>{t("accounts.account.no_reports")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {reports.map((report) => (
        <li key={report.id} className="grid gap-x-6 py-3 sm:grid-cols-[1fr_auto] sm:items-center">
          <div>
            <Link href={`/${locale}/reports/${report.ref}`} className="inline-flex min-h-11 items-center font-semibold">
              {report.title}
            </Link>
            <p className="text-sm text-muted">
              <span className="mr-2 inline-flex align-middle">
                <CategoryIcon icon={report.category.icon} size={20} />
              </span>
              {localName(report.category, locale)}, {localName(report.municipality, locale)},{" "}
              {date(report.createdAt, "short")} <span className="whitespace-nowrap tabular-nums">{report.ref}</span>
            </p>
          </div>
          <StatusMark status={report.status} t={t} />
        </li>
      ))}
    </ul>
  );
}
