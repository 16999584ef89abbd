import type { Metadata } from "next";
import { SubmitButton } from "@/components/ui/submit-button";
import { signInByLinkAction } from "@/lib/accounts/actions";
import { safeBack } from "@/lib/accounts/schema";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("accounts.link.title") };
}

/** Where the link in the e-mail leads: signing in takes a press of the button, so that mail scanners don't use the link up. */
export default async function OpenLinkPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const asked = await searchParams;
  const { t } = texts(locale);
  const one = (name: string) => (typeof asked[name] === "string" ? asked[name].slice(0, 300) : "");
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-4">
        <h1>{t("accounts.link.title")}</h1>
        <p>{t("accounts.link.body")}</p>
        <p className="text-lg font-semibold">{one("email")}</p>
        <form action={signInByLinkAction}>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="email" value={one("email")} />
          <input type="hidden" name="token" value={one("token")} />
          <input type="hidden" name="back" value={safeBack(asked.back, "")} />
          <SubmitButton working={t("common.form.working")}>{t("common.nav.sign_in")}</SubmitButton>
        </form>
      </div>
    </div>
  );
}
