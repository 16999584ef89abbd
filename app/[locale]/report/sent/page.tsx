import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ForgetTyped } from "@/components/offline/form-keeper";
import { PrivateLink } from "@/components/report-form/private-link";
import { config } from "@/lib/config";
import type { Locale } from "@/lib/i18n/locales";
import { type Texts, texts } from "@/lib/i18n/texts";
import { draftSecret } from "@/lib/reports/draft-cookie";
import { findSent, type SentReport } from "@/lib/reports/drafts";

type Props = { params: Promise<{ locale: Locale }> };

/** What stands on the page, by what became of the report since. */
function saying({ t }: Texts, sent: SentReport | null): { title: string; paragraphs: string[] } {
  switch (sent?.state) {
    case "public":
      return { title: t("report_form.sent.public_title"), paragraphs: [t("report_form.sent.public_body")] };
    case "hidden":
      return { title: t("report_form.sent.hidden_title"), paragraphs: [t("report_form.sent.hidden_body")] };
    case "look":
      return { title: t("report_form.sent.look_title"), paragraphs: [t("report_form.sent.look_body")] };
    case "refused":
      return { title: t("report_form.sent.refused_title"), paragraphs: [t("report_form.sent.refused_body")] };
    case "taken_back":
      return { title: t("report_form.sent.taken_back"), paragraphs: [] };
    case "expired":
      return { title: t("report_form.sent.expired_title"), paragraphs: [t("report_form.sent.expired_body")] };
    default:
      return {
        title: t("report_form.sent.title"),
        paragraphs: [t("report_form.sent.body", { email: sent?.email ?? "" }), t("report_form.sent.days")],
      };
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = texts((await params).locale);
  return { title: saying(words, await findSent(await draftSecret())).title, robots: { index: false } };
}

/** After sending: what is left to do. Loading it again says the same. */
export default async function SentPage({ params }: Props) {
  const { locale } = await params;
  const words = texts(locale);
  const { t } = words;
  const sent = await findSent(await draftSecret());
  if (!sent) redirect(`/${locale}/report`);
  const { title, paragraphs } = saying(words, sent);
  const waiting = sent.state === "unconfirmed";
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-5">
        <ForgetTyped />
        <h1>{title}</h1>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>
          <span className="block text-sm text-muted">{t("report_form.sent.number")}</span>
          <span className="font-display text-2xl font-bold">{sent.ref}</span>
          <span className="block">{sent.title}</span>
        </p>
        {sent.privateLink && <PrivateLink t={t} url={`${config().BASE_URL}/${locale}/link?key=${sent.privateLink}`} />}
        <ul className="space-y-1">
          {waiting && config().DEMO && (
            <li>
              <Link href={`/${locale}/outbox`} className="inline-flex min-h-11 items-center">
                {t("report_form.sent.outbox")}
              </Link>
            </li>
          )}
          {sent.state === "public" && (
            <li>
              <Link href={`/${locale}/reports/${sent.ref}`} className="btn btn-primary">
                {t("report_form.sent.see")}
              </Link>
            </li>
          )}
          <li>
            <Link href={`/${locale}/report`} className="inline-flex min-h-11 items-center">
              {t("report_form.sent.another")}
            </Link>
          </li>
        </ul>
      </div>
    </div>
  );
}
