import type { Metadata } from "next";
import Link from "next/link";
import { OwnReports } from "@/components/accounts/own-reports";
import { PrivateLink } from "@/components/report-form/private-link";
import { UnseenReports } from "@/components/reports/unseen-reports";
import { SubmitButton } from "@/components/ui/submit-button";
import { signInByPrivateLinkAction } from "@/lib/accounts/actions";
import { actorOfPrivateLink } from "@/lib/accounts/private-link";
import { requestIp } from "@/lib/accounts/session";
import { config } from "@/lib/config";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listUnseen } from "@/lib/reports/look-queries";
import { listOwnReports } from "@/lib/reports/queries";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // The address is a secret: no other site is told where a reader came from, and no search engine keeps it. Not
  // "no-referrer": browsers would then hide where the form comes from, and without JavaScript it would be refused.
  const { t } = texts((await params).locale);
  return { title: t("accounts.private_link.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Where a private link leads: what became of the reports, and the way in. Opening it signs nobody in; the button does. */
export default async function PrivateLinkPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { key, new: isNew, ended } = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const actor = await actorOfPrivateLink(typeof key === "string" ? key : "", await requestIp());
  if (actor.kind !== "person")
    return (
      <div className="wrap py-10">
        <div className="prose-width space-y-5">
          <h1>{t(`accounts.private_link.${ended === "1" ? "ended" : "invalid"}_title`)}</h1>
          <p>{t(`accounts.private_link.${ended === "1" ? "ended" : "invalid"}_body`)}</p>
          <p>
            <Link href={`/${locale}/reports`} className="btn btn-quiet">
              {t("reports.list.title")}
            </Link>
          </p>
        </div>
      </div>
    );
  const [unseen, { rows: reports }] = await Promise.all([listUnseen(actor), listOwnReports(actor)]);
  return (
    <div className="wrap space-y-8 py-8">
      <div className="prose-width space-y-3">
        <h1>{t(`accounts.private_link.${isNew === "1" ? "new_title" : "title"}`)}</h1>
        <p className="text-muted">{t(`accounts.private_link.${isNew === "1" ? "new_body" : "intro"}`)}</p>
      </div>
      {isNew === "1" && (
        <div className="prose-width">
          <PrivateLink t={t} url={`${config().BASE_URL}/${locale}/link?key=${key}`} />
        </div>
      )}
      <div className="space-y-6">
        <UnseenReports texts={words} reports={unseen} />
        {reports.length > 0 && <OwnReports texts={words} reports={reports} />}
      </div>
      <form action={signInByPrivateLinkAction} className="prose-width space-y-3">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="key" value={String(key)} />
        <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full sm:w-auto">
          {t("accounts.private_link.go_on")}
        </SubmitButton>
        <p className="text-muted text-sm">{t("accounts.private_link.go_on_hint")}</p>
      </form>
    </div>
  );
}
