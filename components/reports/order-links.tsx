import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import { type Order, type ReportFilter, viewQuery } from "@/lib/reports/schema";
import { NearMe } from "./near-me";

const given = ["newest", "affected", "waiting"] as const;

/** The orders of the list, each a link; the nearest by the position of the device, which is asked for only then. */
export function OrderLinks({
  words: { t },
  path,
  filter,
  order,
}: {
  words: Texts;
  path: string;
  filter: ReportFilter;
  order: Order;
}) {
  const current = "font-semibold text-ink no-underline";
  return (
    <nav aria-label={t("reports.order.title")} className="flex flex-wrap items-center gap-x-5 text-sm">
      {given.map((sort) => {
        const query = viewQuery(filter, { sort });
        return (
          <Link
            key={sort}
            href={`${path}${query && `?${query}`}#list`}
            scroll={false}
            prefetch={false}
            aria-current={order.sort === sort ? "true" : undefined}
            className={`inline-flex min-h-11 items-center ${order.sort === sort ? current : ""}`}
          >
            {t(`reports.order.${sort}`)}
          </Link>
        );
      })}
      <NearMe
        label={t("reports.order.nearest")}
        asking={t("reports.order.asking")}
        failed={t("reports.order.failed")}
        href={`${path}?${viewQuery(filter, { sort: "newest" })}`}
        current={order.sort === "nearest"}
      />
    </nav>
  );
}
