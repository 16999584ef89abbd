import type { Metadata } from "next";
import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("privacy.title") };
}

const kept = ["email", "account", "follows", "acts", "mails", "draft", "device", "cookies", "limits", "tiles"] as const;

export default async function PrivacyPage({ params }: Props) {
  const { locale } = await params;
  const { t } = texts(locale);
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-8">
        <header className="space-y-3">
          <h1>{t("privacy.title")}</h1>
          <p className="text-lg">{t("privacy.lead")}</p>
        </header>
        {(["public", "photos"] as const).map((part) => (
          <section key={part} className="space-y-2">
            <h2>{t(`privacy.${part}.title`)}</h2>
            <p>{t(`privacy.${part}.body`)}</p>
          </section>
        ))}
        <section className="space-y-2">
          <h2>{t("privacy.kept.title")}</h2>
          <ul className="list-disc space-y-2 pl-6">
            {kept.map((item) => (
              <li key={item}>{t(`privacy.kept.${item}`)}</li>
            ))}
          </ul>
        </section>
        <section className="space-y-2">
          <h2>{t("privacy.yours.title")}</h2>
          <p>{t("privacy.yours.body")}</p>
          <p>
            <Link href={`/${locale}/account`} className="inline-flex min-h-11 items-center">
              {t("privacy.yours.link")}
            </Link>
          </p>
        </section>
        {(["who", "rights"] as const).map((part) => (
          <section key={part} className="space-y-2">
            <h2>{t(`privacy.${part}.title`)}</h2>
            <p>{t(`privacy.${part}.body`)}</p>
          </section>
        ))}
      </div>
    </div>
  );
}
