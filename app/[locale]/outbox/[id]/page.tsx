import type { Metadata } from "next";
import Link from "next/link";
import { MailText } from "@/components/accounts/mail-text";
import { type Locale, localeNames, localeTags } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { findOutboxMail } from "@/lib/notifications/queries";
import { noSuchPage } from "../../no-such-page";

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("common.nav.outbox"), robots: "noindex" };
}

export default async function OutboxMailPage({ params }: Props) {
  const { locale, id } = await params;
  const { t, date } = texts(locale);
  const mail = await findOutboxMail(id);
  if (!mail) return noSuchPage(locale);
  const facts = [
    [t("accounts.outbox.to"), mail.toAddress],
    [t("accounts.outbox.when"), date(mail.createdAt, "moment")],
    [t("accounts.outbox.language"), localeNames[mail.locale]],
    [t("accounts.outbox.how"), t(`accounts.outbox.state.${mail.state}`)],
  ];
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-6">
        <p>
          <Link href={`/${locale}/outbox`} className="inline-flex min-h-11 items-center">
            {t("accounts.outbox.back")}
          </Link>
        </p>
        <h1 lang={localeTags[mail.locale]}>{mail.subject}</h1>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ))}
        </dl>
        <div lang={localeTags[mail.locale]} className="space-y-4 border-t border-line pt-6">
          <MailText text={mail.text} />
        </div>
      </div>
    </div>
  );
}
