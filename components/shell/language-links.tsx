"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type Locale, localeNames, locales, localeTags } from "@/lib/i18n/locales";

/** The page one is on, in the other languages. Plain links: the whole page changes its language. */
export function LanguageLinks({ locale, label }: { locale: Locale; label: string }) {
  const rest = usePathname().split("/").slice(2).join("/");
  const query = useSearchParams().toString();
  return (
    <nav aria-label={label}>
      <ul className="flex gap-1">
        {locales.map((other) => (
          <li key={other}>
            <a
              href={`/${other}${rest && `/${rest}`}${query && `?${query}`}`}
              lang={localeTags[other]}
              hrefLang={localeTags[other]}
              aria-current={other === locale ? "true" : undefined}
              className={`inline-flex min-h-11 items-center px-2 text-sm ${other === locale ? "font-bold text-ink no-underline" : ""}`}
            >
              {localeNames[other]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
