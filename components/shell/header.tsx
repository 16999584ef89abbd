import Link from "next/link";
import { Mark } from "@/components/ui/mark";
import type { Texts } from "@/lib/i18n/texts";
import { LanguageLinks } from "./language-links";

export type NavLink = { href: string; label: string };

/** Mark, languages, the main links and the one orange thing. On phones the links fold into a menu that needs no JavaScript. */
export function Header({
  texts: { t, locale },
  links,
  account,
}: {
  texts: Texts;
  links: NavLink[];
  account: NavLink[];
}) {
  const items = [...links, ...account];
  return (
    <header className="border-b border-line bg-card">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:left-2 focus:top-2 focus:z-[2000] focus:bg-card focus:p-3"
      >
        {t("common.nav.skip")}
      </a>
      <div className="wrap flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
        <Link
          href={`/${locale}`}
          className="flex min-h-11 items-center gap-2 font-display text-lg font-bold text-ink no-underline"
        >
          <Mark />
          <span>{t("common.brand.name")}</span>
        </Link>
        <div className="ml-auto">
          <LanguageLinks locale={locale} label={t("common.nav.language")} />
        </div>
        <nav aria-label={t("common.nav.label")} className="hidden w-full lg:block">
          <ul className="flex flex-wrap items-center gap-x-6">
            {items.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} className="inline-flex min-h-11 items-center font-semibold">
                  {label}
                </Link>
              </li>
            ))}
            <li className="ml-auto">
              <Link href={`/${locale}/report`} className="btn btn-action">
                {t("common.nav.report")}
              </Link>
            </li>
          </ul>
        </nav>
        <div className="flex w-full items-start gap-2 lg:hidden">
          <Link href={`/${locale}/report`} className="btn btn-action grow">
            {t("common.nav.report")}
          </Link>
          <details className="group relative">
            <summary className="btn btn-quiet list-none">{t("common.nav.menu")}</summary>
            <nav
              aria-label={t("common.nav.label")}
              className="absolute right-0 z-[1500] mt-1 w-64 border border-line bg-card p-2 shadow-lg"
            >
              <ul>
                {items.map(({ href, label }) => (
                  <li key={href}>
                    <Link href={href} className="flex min-h-11 items-center px-2 font-semibold">
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          </details>
        </div>
      </div>
    </header>
  );
}
