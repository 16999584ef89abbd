import type { Metadata } from "next";
import Link from "next/link";
import { LINK_SECONDS } from "@/lib/accounts/auth";
import { safeBack } from "@/lib/accounts/schema";
import { config } from "@/lib/config";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("accounts.sent.title") };
}

export default async function LinkSentPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const asked = await searchParams;
  const { t } = texts(locale);
  const email = typeof asked.email === "string" ? asked.email.slice(0, 254) : "";
  const again = new URLSearchParams({ email, back: safeBack(asked.back, "") });
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-4">
        <h1>{t("accounts.sent.title")}</h1>
        {email && <p className="text-lg font-semibold">{email}</p>}
        <p>{t("accounts.sent.body", { minutes: LINK_SECONDS / 60 })}</p>
        <p className="text-muted">{t("accounts.sent.not_there")}</p>
        <p className="flex flex-wrap gap-3">
          {config().DEMO && (
            <Link href={`/${locale}/outbox`} className="btn btn-primary">
              {t("accounts.sent.outbox")}
            </Link>
          )}
          <Link href={`/${locale}/sign-in?${again}`} className="btn btn-quiet">
            {t("accounts.sent.again")}
          </Link>
        </p>
      </div>
    </div>
  );
}
