import Link from "next/link";
import { type Locale, localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { DeskView } from "@/lib/reports/schema";

type Named = { slug: string; nameSq: string; nameSr: string; nameEn: string };

/** Which municipality's desk it is, for those who work at several. */
export function DeskSwitch({
  texts: { t, locale },
  municipalities,
  current,
  href,
}: {
  texts: Texts;
  municipalities: Named[];
  current: string;
  href: (slug: string) => string;
}) {
  if (municipalities.length < 2) return null;
  return (
    <nav aria-label={t("desk.switch")}>
      <ul className="flex flex-wrap gap-x-4 text-sm">
        {municipalities.map((row) => (
          <li key={row.slug}>
            <Link
              href={href(row.slug)}
              prefetch={false}
              aria-current={row.slug === current ? "true" : undefined}
              className={`inline-flex min-h-11 items-center ${row.slug === current ? "font-bold text-ink no-underline" : ""}`}
            >
              {localName(row, locale)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Only one kind of problem. */
export function CategoryFilter({
  texts: { t, locale },
  categories,
  category,
  view,
  municipality,
}: {
  texts: Texts;
  categories: Named[];
  category: string | undefined;
  view: DeskView;
  municipality: string;
}) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="m" value={municipality} />
      <input type="hidden" name="view" value={view} />
      <div className="grow sm:grow-0">
        <label htmlFor="category" className="block text-sm font-semibold">
          {t("reports.filter.category")}
        </label>
        <select id="category" name="category" defaultValue={category ?? ""} className="control sm:w-80">
          <option value="">{t("reports.filter.all_categories")}</option>
          {categories.map((row) => (
            <option key={row.slug} value={row.slug}>
              {localName(row, locale as Locale)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="btn btn-quiet">
        {t("common.actions.filter")}
      </button>
    </form>
  );
}
