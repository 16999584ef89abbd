import Link from "next/link";
import { Mark } from "@/components/ui/mark";
import type { Texts } from "@/lib/i18n/texts";
import { LanguageLinks } from "./language-links";
import { type NavLink, NavLinks } from "./nav-links";

type HeaderProps = { texts: Texts; links: NavLink[]; account: NavLink[]; notice?: string | undefined };

/** Mark, languages, the main links and the one orange thing. On phones the links fold into a menu that needs no JavaScript. */
export function Header({ texts: { t, locale }, links, account, notice }: HeaderProps) {
  return (
    <header className="bg-card">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:left-2 focus:top-2 focus:z-[2000] focus:bg-card focus:p-3"
      >
        {t("common.nav.skip")}
      </a>
      {notice && <p className="bg-wash px-4 py-1 text-center text-xs text-ink">{notice}</p>}
      <div className="wrap flex flex-wrap items-center gap-x-4 py-2 lg:gap-x-8">
        <Link
          href={`/${locale}`}
          prefetch={false}
          className="flex min-h-11 items-center gap-2 whitespace-nowrap font-display text-lg font-bold text-ink no-underline"
        >
          <Mark />
          {t("common.brand.name")}
        </Link>
        <nav aria-label={t("common.nav.label")} className="hidden grow lg:block">
          <ul className="flex gap-x-6">
            <NavLinks links={links} className="inline-flex font-semibold" />
          </ul>
        </nav>
        <div className="ml-auto">
          <LanguageLinks locale={locale} label={t("common.nav.language")} />
        </div>
      </div>
      <div className="border-y border-line">
        <div className="wrap flex items-center gap-2 py-2">
          <Link href={`/${locale}/report`} prefetch={false} className="btn btn-action grow lg:grow-0">
            {t("common.nav.report")}
          </Link>
          <nav aria-label={t("common.nav.account_label")} className="ml-auto hidden lg:block">
            <ul className="flex gap-x-6 text-sm">
              <NavLinks links={account} className="inline-flex" />
            </ul>
          </nav>
          <details className="relative lg:hidden">
            <summary className="btn btn-quiet list-none [&::-webkit-details-marker]:hidden">
              {t("common.nav.menu")}
            </summary>
            <nav
              aria-label={t("common.nav.label")}
              className="absolute right-0 z-[1500] mt-1 w-64 border border-line bg-card p-2 shadow-lg"
            >
              <ul>
                <NavLinks links={[...links, ...account]} className="flex px-2 font-semibold" />
              </ul>
            </nav>
          </details>
        </div>
      </div>
    </header>
  );
}
