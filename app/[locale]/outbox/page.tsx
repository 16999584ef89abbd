import type { Metadata } from "next";
import Link from "next/link";
import { type Locale, localeNames, localeTags } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listOutbox } from "@/lib/notifications/queries";
import { noSuchPage } from "../no-such-page";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("common.nav.outbox"), robots: "noindex" };
}

/** The e-mails of demonstration mode, so that nobody needs a mail server to try the product. */
export default async function OutboxPage({ params }: Props) {
  const { locale } = await params;
  const { t, date } = texts(locale);
  const mails = await listOutbox();
  if (!mails) return noSuchPage(locale);
  return (
    <div className="wrap space-y-6 py-8">
      <div className="prose-width space-y-2">
        <h1>{t("common.nav.outbox")}</h1>
        <p className="text-muted">{t("accounts.outbox.lead")}</p>
      </div>
      {mails.length === 0 && <p>{t("accounts.outbox.empty")}</p>}
      <ul className="divide-y divide-line border-y border-line">
        {mails.map((mail) => (
          <li key={mail.id} className="grid gap-x-6 py-3 md:grid-cols-[1fr_auto] md:items-center">
            <div>
              <Link
                href={`/${locale}/outbox/${mail.id}`}
                lang={localeTags[mail.locale]}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {mail.subject}
              </Link>
              <p className="text-sm text-muted">{t("accounts.outbox.to_line", { email: mail.toAddress })}</p>
            </div>
            <p className="text-sm text-muted md:text-right">
              {date(mail.createdAt, "moment")}
              <br />
              {localeNames[mail.locale]}, {t(`accounts.outbox.state.${mail.state}`)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
