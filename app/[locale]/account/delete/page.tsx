import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { EraseForm } from "@/components/account/erase-form";
import { formWords } from "@/components/ui/form-words";
import { isDemoAddress } from "@/lib/accounts/demo";
import { currentActor } from "@/lib/accounts/session";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("own.delete.title") };
}

const possible = ["account_confirm", "too_many", "last_admin", "forbidden"] as const;

/** What goes and what stays with an account, and the form that deletes it. */
export default async function DeletePage({ params }: Props) {
  const { locale } = await params;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=/${locale}/account/delete`);
  const { t } = texts(locale);
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-6">
        <h1>{t("own.delete.title")}</h1>
        <p>{t("own.delete.lead")}</p>
        <p>
          <a href="/api/account/data" download className="inline-flex min-h-11 items-center">
            {t("own.data.download")}
          </a>
        </p>
        {(["goes", "stays"] as const).map((part) => (
          <section key={part} className="space-y-2">
            <h2>{t(`own.delete.${part}`)}</h2>
            <ul className="list-disc space-y-1 pl-6">
              {([1, 2, 3] as const).map((line) => (
                <li key={line}>{t(`own.delete.${part}_${line}`)}</li>
              ))}
            </ul>
          </section>
        ))}
        <p>{t("own.delete.words")}</p>
        {isDemoAddress(actor.email ?? "") ? (
          <p className="border-l-4 border-primary pl-4 font-semibold">{t("own.delete.demo")}</p>
        ) : (
          <EraseForm
            locale={locale}
            words={formWords(t, possible)}
            labels={
              actor.email === null
                ? null
                : { email: t("own.delete.email"), hint: t("own.delete.email_hint", { email: actor.email }) }
            }
            button={t("own.delete.button")}
          />
        )}
        <p>
          <Link href={`/${locale}/account`} className="inline-flex min-h-11 items-center">
            {t("own.delete.back")}
          </Link>
        </p>
      </div>
    </div>
  );
}
