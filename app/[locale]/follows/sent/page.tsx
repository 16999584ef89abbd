import type { Metadata } from "next";
import Link from "next/link";
import { config } from "@/lib/config";
import { WISH_DAYS } from "@/lib/follows/commands";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("follows.sent.title"), robots: { index: false } };
}

export default async function FollowSentPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { email } = await searchParams;
  const { t } = texts(locale);
  const shown = typeof email === "string" ? email.slice(0, 254) : "";
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-4">
        <h1>{t("follows.sent.title")}</h1>
        <p>{t("follows.sent.body", { email: shown, days: WISH_DAYS })}</p>
        <p className="text-muted">{t("follows.sent.not_there")}</p>
        {config().DEMO && (
          <p>
            <Link href={`/${locale}/outbox`}>{t("accounts.sent.outbox")}</Link>
          </p>
        )}
      </div>
    </div>
  );
}
