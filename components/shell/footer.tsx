import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import type { NavLink } from "./nav-links";

/** Who answers for the site, the quiet links, and the credits that licences ask for. */
export function Footer({ texts: { t }, links }: { texts: Texts; links: NavLink[] }) {
  return (
    <footer className="mt-16 border-t border-line bg-card">
      <div className="wrap space-y-4 py-8 text-sm">
        <p className="font-semibold">{t("common.brand.by")}</p>
        <nav aria-label={t("common.nav.footer")}>
          <ul className="flex flex-wrap gap-x-6">
            {links.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} className="inline-flex min-h-11 items-center">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <p className="text-muted">{t("common.credits.boundaries")}</p>
        <p className="text-muted">{t("common.credits.places")}</p>
      </div>
    </footer>
  );
}
