import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import { filterQuery, type ReportFilter, scopeOf } from "@/lib/reports/schema";

/** Nothing fits: what else to try, the likeliest first, and that one can report it. */
export function NothingFound({
  words: { t, locale },
  path,
  filter,
}: {
  words: Texts;
  path: string;
  filter: ReportFilter;
}) {
  const to = (changes: Partial<ReportFilter>) => {
    const query = filterQuery({ ...filter, ...changes });
    return `${path}${query && `?${query}`}#list`;
  };
  const { q, municipality, category, status, period, only } = filter;
  const fewer = q?.split(/\s+/).slice(0, -1).join(" ");
  const tries: { label: string; href: string }[] = [
    ...(scopeOf(filter) === "all" ? [] : [{ label: t("reports.nothing.all"), href: to({ show: "all" }) }]),
    ...(fewer ? [{ label: t("reports.nothing.fewer_words", { words: fewer }), href: to({ q: fewer }) }] : []),
    ...(q ? [{ label: t("reports.nothing.no_words"), href: to({ q: undefined }) }] : []),
    ...(municipality ? [{ label: t("reports.nothing.everywhere"), href: to({ municipality: undefined }) }] : []),
    ...(category || status.length > 0 || period || only
      ? [
          {
            label: t("reports.nothing.no_filter"),
            href: to({ category: undefined, status: [], period: undefined, only: undefined }),
          },
        ]
      : []),
  ];
  return (
    <div className="space-y-3 border-t border-line py-6">
      <p className="font-semibold">{q ? t("reports.nothing.words", { words: q }) : t("reports.list.empty")}</p>
      {tries.length > 0 && (
        <ul className="space-y-1">
          {tries.map(({ label, href }) => (
            <li key={label}>
              <Link href={href} scroll={false} className="inline-flex min-h-11 items-center">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href={`/${locale}/report`} className="btn btn-quiet">
          {t("reports.list.report_first")}
        </Link>
      </p>
    </div>
  );
}
