import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import type { Page, ReportCard } from "@/lib/reports/types";
import { ReportRow } from "./report-row";

/**
 * A page of reports, with links to those after and before it.
 * @param path of the page the list stands on
 * @param query the filter and the order as they stand in the address
 * @param later whether this isn't the first page
 * @param nothing what stands there where there are none
 * @param from the place that distances are told from
 */
export function ReportList({
  page,
  words,
  path,
  query,
  later,
  columns = false,
  nothing,
  from,
}: {
  page: Page<ReportCard>;
  words: Texts;
  path: string;
  query: string;
  later: boolean;
  columns?: boolean;
  nothing?: React.ReactNode;
  from?: { lat: number; lon: number } | undefined;
}) {
  const { t } = words;
  if (page.rows.length === 0) return nothing ?? <p className="py-4">{t("reports.list.empty")}</p>;
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
          <ReportRow key={report.id} report={report} words={words} from={from} />
        ))}
      </ul>
      {(later || page.next) && (
        <nav aria-label={t("reports.list.pages")} className="flex flex-wrap gap-3 border-t border-line pt-4">
          {page.next && (
            <Link href={to(page.next)} className="btn btn-quiet" rel="next" prefetch={false}>
              {t("common.actions.next_page")}
            </Link>
          )}
          {page.previous && (
            <Link href={to(page.previous)} className="btn btn-quiet" rel="prev" prefetch={false}>
              {t("common.actions.previous_page")}
            </Link>
          )}
          {later && (
            <Link href={to()} className="btn btn-quiet" prefetch={false}>
              {t("reports.list.first")}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
