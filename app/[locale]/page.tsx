import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

export default async function HomePage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { t } = texts((await params).locale);
  return (
    <div className="wrap py-8">
      <h1>{t("common.brand.tagline")}</h1>
    </div>
  );
}
