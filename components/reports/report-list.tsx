import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import type { Page, ReportCard } from "@/lib/reports/types";
import { ReportRow } from "./report-row";

/**
 * Reports, the newest first, with links to older ones.
 * @param path of the page the list stands on
 * @param query the filter as it stands in the address
 * @param later whether this isn't the first page
 */
export function ReportList({
  page,
  words,
  path,
  query,
  later,
  columns = false,
}: {
  page: Page<ReportCard>;
  words: Texts;
  path: string;
  query: string;
  later: boolean;
  columns?: boolean;
}) {
  const { t, locale } = words;
  if (page.rows.length === 0) {
    return (
      <div className="space-y-3 border-t border-line py-6">
        <p className="font-semibold">{t("reports.list.empty")}</p>
        <p className="text-muted">{t("reports.list.empty_hint")}</p>
        <p>
          <Link href={`/${locale}/report`}>{t("reports.list.report_first")}</Link>
        </p>
      </div>
    );
  }
  const to = (after?: string) => {
    const all = [query, after && `after=${after}`].filter(Boolean).join("&");
    return `${path}${all && `?${all}`}#list`;
  };
  return (
    <>
      <ul
        className={
          columns ? "border-t border-line lg:columns-2 lg:gap-12 [&>li]:break-inside-avoid" : "border-t border-line"
        }
      >
        {page.rows.map((report) => (
          <ReportRow key={report.id} report={report} words={words} />
        ))}
      </ul>
      {(later || page.next) && (
        <p className="flex flex-wrap gap-3 border-t border-line pt-4">
          {page.next && (
            <Link href={to(page.next)} className="btn btn-quiet" rel="next">
              {t("reports.list.older")}
            </Link>
          )}
          {later && (
            <Link href={to()} className="btn btn-quiet">
              {t("reports.list.first")}
            </Link>
          )}
        </p>
      )}
    </>
  );
}
