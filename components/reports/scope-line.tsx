import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import { filterQuery, type Order, type ReportFilter, type Scope, scopeOf, viewQuery } from "@/lib/reports/schema";

/**
 * What the list and the map leave out by themselves, and the one tap that shows it.
 * @param hidden how many reports that is; null where it isn't known
 */
export function ScopeLine({
  words: { t },
  path,
  filter,
  order,
  hidden,
}: {
  words: Texts;
  path: string;
  filter: ReportFilter;
  order: Order;
  hidden: number | null;
}) {
  // Whoever chose a status or "overdue" sees all that has it: nothing is left out.
  if (filter.status.length > 0 || filter.only) return null;
  const scope = scopeOf(filter);
  const to = (show: Scope) => {
    const next = { ...filter, show };
    const query = order.sort === "waiting" ? filterQuery(next) : viewQuery(next, order);
    return `${path}${query && `?${query}`}#list`;
  };
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-sm">
      <span>{t(`reports.scope.${scope}`)}</span>
      {scope !== "all" ? (
        hidden !== 0 && (
          <Link href={to("all")} scroll={false} className="inline-flex min-h-11 items-center font-semibold">
            {hidden === null ? t("reports.scope.show_all") : t("reports.scope.show_hidden", { count: hidden })}
          </Link>
        )
      ) : (
        <Link href={to("current")} scroll={false} className="inline-flex min-h-11 items-center font-semibold">
          {t("reports.scope.show_current")}
        </Link>
      )}
    </p>
  );
}
