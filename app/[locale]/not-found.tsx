import { headers } from "next/headers";
import Link from "next/link";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

export default async function NotFound() {
  // A not-found page gets no params; next-intl's proxy names the language in a header.
  const named = (await headers()).get("x-next-intl-locale");
  const locale = isLocale(named) ? named : defaultLocale;
  const { t } = texts(locale);
  return (
    <div className="wrap py-12">
      <div className="prose-width space-y-4">
        <h1>{t("common.not_found.title")}</h1>
        <p>{t("common.not_found.body")}</p>
        <p>
          <Link href={`/${locale}`}>{t("common.not_found.home")}</Link>
        </p>
      </div>
    </div>
  );
}
