import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NotForYou } from "@/components/shell/not-for-you";
import { ErrorSummary } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { currentActor } from "@/lib/accounts/session";
import { errorCodes } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { beginForCaller } from "@/lib/reports/phone-actions";
import { canEnterForOthers } from "@/lib/reports/policy";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ problem?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("desk.phone.title") };
}

/** Where an official or D+ begins to write down what somebody says who called. */
export default async function PhonePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const words = texts(locale);
  const { t } = words;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=/${locale}/desk/new`);
  if (!canEnterForOthers(actor)) return <NotForYou texts={words} back={`/${locale}/desk/new`} />;
  const { problem } = await searchParams;
  const code = errorCodes.find((known) => known === problem);
  return (
    <div className="wrap py-6">
      <div className="prose-width space-y-4">
        {code && <ErrorSummary t={t} error={code} />}
        <h1>{t("desk.phone.title")}</h1>
        <p>{t("desk.phone.body")}</p>
        <p>{t("desk.phone.contact")}</p>
        <form action={beginForCaller}>
          <input type="hidden" name="locale" value={locale} />
          <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full sm:w-auto">
            {t("desk.phone.begin")}
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}
