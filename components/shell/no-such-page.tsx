import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";

/** What stands where no page is. */
export function NoSuchPage({ texts: { t, locale } }: { texts: Texts }) {
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
