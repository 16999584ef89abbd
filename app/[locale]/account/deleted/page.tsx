import type { Metadata } from "next";
import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("own.deleted.title"), robots: { index: false } };
}

export default async function DeletedPage({ params }: Props) {
  const { locale } = await params;
  const { t } = texts(locale);
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-4">
        <h1>{t("own.deleted.title")}</h1>
        <p>{t("own.deleted.body")}</p>
        <p>
          <Link href={`/${locale}`} className="btn btn-quiet">
            {t("common.not_found.home")}
          </Link>
        </p>
      </div>
    </div>
  );
}
