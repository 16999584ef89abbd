import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { OwnReports } from "@/components/accounts/own-reports";
import { Notice } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { keepLocaleAction, signOutAction } from "@/lib/accounts/actions";
import { currentActor } from "@/lib/accounts/session";
import { type Locale, localeNames, locales, localeTags } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listOwnReports } from "@/lib/reports/queries";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ saved?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("common.nav.account") };
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=/${locale}/account`);
  const words = texts(locale);
  const { t } = words;
  const { saved } = await searchParams;
  const reports = await listOwnReports(actor);
  return (
    <div className="wrap space-y-10 py-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>{t("common.nav.account")}</h1>
          <p className="text-muted">
            {[actor.name, actor.email ?? t("accounts.account.by_link")].filter(Boolean).join(", ")}
          </p>
        </div>
        <form action={signOutAction}>
          <input type="hidden" name="locale" value={locale} />
          <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
            {t("common.nav.sign_out")}
          </SubmitButton>
        </form>
      </div>
      {saved && <Notice>{t("accounts.account.saved")}</Notice>}
      <section aria-labelledby="mine" className="space-y-4">
        <h2 id="mine">{t("accounts.account.reports")}</h2>
        <OwnReports texts={words} reports={reports} />
        {reports.length === 0 && (
          <Link href={`/${locale}/report`} className="btn btn-action">
            {t("common.nav.report")}
          </Link>
        )}
      </section>
      <form action={keepLocaleAction} className="prose-width space-y-4">
        <input type="hidden" name="locale" value={locale} />
        <fieldset>
          <legend>
            <h2>{t("accounts.account.language")}</h2>
          </legend>
          <p className="mt-1 text-muted">{t("accounts.account.language_hint")}</p>
          <div className="mt-2 flex flex-wrap gap-x-6">
            {locales.map((language) => (
              <label key={language} className="flex min-h-11 items-center gap-2" lang={localeTags[language]}>
                <input
                  type="radio"
                  name="mailLocale"
                  value={language}
                  defaultChecked={language === actor.locale}
                  className="size-5 accent-primary"
                />
                {localeNames[language]}
              </label>
            ))}
          </div>
        </fieldset>
        <SubmitButton working={t("common.form.working")}>{t("common.actions.save")}</SubmitButton>
      </form>
      <p>
        <Link href={`/${locale}/privacy`}>{t("accounts.account.privacy")}</Link>
      </p>
    </div>
  );
}
