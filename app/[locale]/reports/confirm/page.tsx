import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { confirm } from "@/lib/reports/actions";
import { findByConfirmation } from "@/lib/reports/queries";
import type { SearchParams } from "@/lib/reports/schema";
import { hashSecret } from "@/lib/secrets";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  // The token stays on this site. Not "no-referrer": browsers would then hide where the form comes from, and it would be refused.
  return { title: t("reports.confirm.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Where the link of the e-mail leads. Only the button confirms: programs that open every link of a mail don't. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { token } = await searchParams;
  const { t } = texts(locale);
  const found = typeof token === "string" ? await findByConfirmation(hashSecret(token)) : null;
  if (found && found.status !== "unconfirmed" && found.status !== "expired")
    redirect(`/${locale}/reports/${found.ref}?done=already`);
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-5">
        {found?.status === "unconfirmed" ? (
          <>
            <h1>{t("reports.confirm.title")}</h1>
            <p>{t("reports.confirm.body", { title: found.title })}</p>
            <form action={confirm}>
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="token" value={String(token)} />
              <SubmitButton working={t("common.form.working")} className="btn btn-action w-full sm:w-auto">
                {t("reports.confirm.button")}
              </SubmitButton>
            </form>
          </>
        ) : (
          <>
            <h1>{t(found ? "reports.confirm.expired_title" : "reports.confirm.invalid_title")}</h1>
            <p>{t(found ? "reports.confirm.expired_body" : "reports.confirm.invalid_body")}</p>
            <p>
              <Link href={`/${locale}/report`} className="btn btn-quiet">
                {t("common.nav.report")}
              </Link>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
