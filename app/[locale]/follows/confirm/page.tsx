import type { Metadata } from "next";
import Link from "next/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirmFollowAction } from "@/lib/follows/actions";
import { nameOf } from "@/lib/follows/describe";
import { findWish } from "@/lib/follows/queries";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { textParam } from "@/lib/map/view";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: t("follows.mail.confirm_subject"), robots: { index: false }, referrer: "same-origin" };
}

/** Where the link of the e-mail leads. Only the button confirms: programs that open every link of a mail don't. */
export default async function ConfirmFollowPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const token = typeof search.token === "string" ? search.token : "";
  const found = await findWish(token);
  const done = textParam(search, "done") !== "";
  if (!found || (found.expired && !done)) {
    const kind = found ? "expired" : "invalid";
    return (
      <div className="wrap py-10">
        <div className="prose-width space-y-5">
          <h1>{t(`follows.confirm.${kind}_title`)}</h1>
          <p>{t(`follows.confirm.${kind}_body`)}</p>
          <p>
            <Link href={`/${locale}/account/follows`} className="inline-flex min-h-11 items-center">
              {t("follows.confirm.all")}
            </Link>
          </p>
        </div>
      </div>
    );
  }
  const { email, cadence } = found.wish;
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-5">
        <h1>{t(done ? "follows.confirm.done_title" : "follows.confirm.title")}</h1>
        <p className="text-lg font-semibold">{nameOf(words, found.followed)}</p>
        <p>{t("follows.confirm.body", { email, cadence: t(`follows.cadence.${cadence}`) })}</p>
        {done ? (
          <>
            <p>{t("follows.confirm.done_body")}</p>
            <p>
              <Link href={`/${locale}/account/follows`} className="inline-flex min-h-11 items-center">
                {t("follows.confirm.all")}
              </Link>
            </p>
          </>
        ) : (
          <form action={confirmFollowAction}>
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="token" value={token} />
            <SubmitButton working={t("common.form.working")} className="btn btn-action w-full sm:w-auto">
              {t("follows.confirm.button")}
            </SubmitButton>
          </form>
        )}
      </div>
    </div>
  );
}
