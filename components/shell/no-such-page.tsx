import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";

/** What stands where no page is. */
export function NoSuchPage({ texts: { t, locale } }: { texts: Texts }) {
  return (
    <div className="wrap py-12">
      <div className="prose-width space-y-4">
        <h1>{t("common.not_found.title")}</h1>
        <p>{t("common.not_found.body")}</p>
        <p className="flex flex-wrap gap-3">
          <Link href={`/${locale}`} className="btn btn-primary">
            {t("common.not_found.home")}
          </Link>
          <Link href={`/${locale}/reports`} className="btn btn-quiet">
            {t("reports.list.title")}
          </Link>
        </p>
      </div>
    </div>
  );
}
