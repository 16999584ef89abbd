import type { Metadata } from "next";
import Link from "next/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirmEmailAction } from "@/lib/accounts/link-actions";
import { findEmailWish } from "@/lib/accounts/private-link";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  // The token stays on this site. Not "no-referrer": browsers would then hide where the form comes from, and it would be refused.
  return { title: t("own.add_email.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Where the link that proves a mailbox leads. Only the button acts: programs that open every link of a mail don't. */
export default async function AddEmailPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const token = typeof search.token === "string" ? search.token.slice(0, 2000) : "";
  const { t } = texts(locale);
  const wish = await findEmailWish(token);
  if (wish)
    return (
      <div className="wrap py-10">
        <div className="prose-width space-y-5">
          <h1>{t("own.add_email.title")}</h1>
          <p>{t("own.add_email.body")}</p>
          <p className="break-words text-lg font-semibold">{wish.email}</p>
          <p>{t("own.add_email.ends")}</p>
          <form action={confirmEmailAction}>
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="token" value={token} />
            <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full sm:w-auto">
              {t("own.add_email.button")}
            </SubmitButton>
          </form>
        </div>
      </div>
    );
  const said = search.done === "1" ? "done" : "over";
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-5">
        <h1>{t(`own.add_email.${said}_title`)}</h1>
        <p>{t(`own.add_email.${said}_body`)}</p>
        <p>
          <Link href={`/${locale}/sign-in?back=/${locale}/account`} className="btn btn-primary">
            {t("common.nav.sign_in")}
          </Link>
        </p>
      </div>
    </div>
  );
}
