import type { Metadata } from "next";
import Link from "next/link";
import { DemoDoors } from "@/components/accounts/demo-doors";
import { LinkForm, PasswordForm } from "@/components/accounts/sign-in-forms";
import { ErrorSummary, Notice } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { homeOf } from "@/lib/accounts/policy";
import { listDemoAccounts } from "@/lib/accounts/queries";
import { safeBack } from "@/lib/accounts/schema";
import { currentActor } from "@/lib/accounts/session";
import { type ErrorCode, errorCodes } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listMunicipalities } from "@/lib/municipalities/queries";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("accounts.sign_in.title") };
}

const possible = ["required", "invalid_email", "too_long", "too_many", "sign_in_failed"] as const;

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const asked = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const back = safeBack(asked.back, "");
  const email = typeof asked.email === "string" ? asked.email.slice(0, 254) : "";
  const problem: ErrorCode | undefined = errorCodes.find((code) => code === asked.problem);
  const [actor, accounts, municipalities] = await Promise.all([
    currentActor(),
    listDemoAccounts(),
    listMunicipalities(),
  ]);
  const form = { locale, back, email, words: formWords(t, possible) };
  return (
    <div className="wrap space-y-10 py-8">
      <div className="prose-width space-y-4">
        <h1>{t("accounts.sign_in.title")}</h1>
        {problem && <ErrorSummary t={t} error={problem} />}
        {problem?.startsWith("link_") && <p>{t("accounts.sign_in.new_link")}</p>}
        {actor.kind === "person" && (
          <Notice>
            {actor.email === null
              ? t("accounts.sign_in.already_link")
              : t("accounts.sign_in.already", { email: actor.email })}{" "}
            <Link href={back || `/${locale}${homeOf(actor)}`}>{t("accounts.sign_in.go_on")}</Link>
          </Notice>
        )}
      </div>
      <div className="grid gap-10 lg:grid-cols-[3fr_2fr] lg:gap-16">
        <section aria-labelledby="by-link" className="prose-width space-y-4">
          <h2 id="by-link">{t("accounts.sign_in.link_title")}</h2>
          <p>{t("accounts.sign_in.link_body")}</p>
          <LinkForm
            {...form}
            labels={{
              email: t("accounts.sign_in.email"),
              emailHint: t("accounts.sign_in.email_hint"),
              button: t("accounts.sign_in.send_link"),
            }}
          />
        </section>
        <section aria-labelledby="by-password" className="prose-width space-y-4">
          <h2 id="by-password">{t("accounts.sign_in.password_title")}</h2>
          <PasswordForm
            {...form}
            words={{ ...form.words, kept: "" }}
            labels={{
              email: t("accounts.sign_in.email"),
              password: t("accounts.sign_in.password"),
              button: t("common.nav.sign_in"),
            }}
          />
        </section>
      </div>
      {accounts.length > 0 && (
        <DemoDoors texts={words} accounts={accounts} municipalities={municipalities} back={back} />
      )}
    </div>
  );
}
