import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";

/** What a signed-in person sees where their account may not go, with the ways on. */
export function NotForYou({ texts: { t, locale }, back }: { texts: Texts; back: string }) {
  return (
    <div className="wrap py-12">
      <div className="prose-width space-y-4">
        <h1>{t("common.error.forbidden_title")}</h1>
        <p>{t("common.error.forbidden_body")}</p>
        <p className="flex flex-wrap gap-3">
          <Link href={`/${locale}`} className="btn btn-primary">
            {t("common.not_found.home")}
          </Link>
          <Link href={`/${locale}/sign-in?back=${encodeURIComponent(back)}`} className="btn btn-quiet">
            {t("accounts.sign_in.other")}
          </Link>
        </p>
      </div>
    </div>
  );
}
