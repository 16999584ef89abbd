import { X } from "lucide-react";
import Link from "next/link";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { filterQuery, type ReportFilter } from "@/lib/reports/schema";

type Named = { slug: string; nameSq: string; nameSr: string; nameEn: string };

/** How many things a filter asks for. */
export const filterSize = (filter: ReportFilter): number =>
  [filter.municipality, filter.category, filter.period, filter.only, filter.q].filter(Boolean).length +
  filter.status.length;

/** The chosen filters in words, each a link that takes it away. */
export function ActiveFilters({
  words: { t, locale },
  path,
  filter,
  municipalities,
  categories,
}: {
  words: Texts;
  path: string;
  filter: ReportFilter;
  municipalities: Named[];
  categories: Named[];
}) {
  const name = (all: Named[], slug: string) => {
    const found = all.find((one) => one.slug === slug);
    return found ? localName(found, locale) : slug;
  };
  const { municipality, category, status, period, only, q } = filter;
  const chips: { label: string; without: ReportFilter }[] = [
    ...(q ? [{ label: t("reports.filter.words", { words: q }), without: { ...filter, q: undefined } }] : []),
    ...(municipality
      ? [{ label: name(municipalities, municipality), without: { ...filter, municipality: undefined } }]
      : []),
    ...(category ? [{ label: name(categories, category), without: { ...filter, category: undefined } }] : []),
    ...(period ? [{ label: t(`reports.filter.last_${period}`), without: { ...filter, period: undefined } }] : []),
    ...(only ? [{ label: t(`reports.filter.only_${only}`), without: { ...filter, only: undefined } }] : []),
    ...status.map((one) => ({
      label: t(`reports.status.${one}`),
      without: { ...filter, status: status.filter((other) => other !== one) },
    })),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("reports.filter.active")} className="flex flex-wrap gap-2">
      {chips.map(({ label, without }) => {
        const query = filterQuery(without);
        return (
          <li key={label}>
            <Link
              href={`${path}${query && `?${query}`}`}
              scroll={false}
              aria-label={t("reports.filter.remove", { name: label })}
              className="inline-flex min-h-11 items-center gap-1.5 border border-muted bg-card px-3 text-sm text-ink no-underline"
            >
              {label}
              <X size={18} aria-hidden="true" />
            </Link>
          </li>
        );
      })}
      {chips.length > 1 && (
        <li>
          <Link href={path} scroll={false} className="inline-flex min-h-11 items-center px-2 text-sm">
            {t("common.actions.clear")}
          </Link>
        </li>
      )}
    </ul>
  );
}
