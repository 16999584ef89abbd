import type { Metadata } from "next";
import Link from "next/link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { readJoin } from "@/lib/reports/join-token";
import { confirmNear } from "@/lib/reports/near-actions";
import { findReportTitle } from "@/lib/reports/queries";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ token?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("reports.join.title"), robots: { index: false } };
}

/** Where the link of the e-mail leads. Only the button says "me too": programs that open every link of a mail don't. */
export default async function JoinPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { token } = await searchParams;
  const { t } = texts(locale);
  const join = typeof token === "string" ? readJoin(token) : undefined;
  const report = join && (await findReportTitle(join.reportId));
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-5">
        {report ? (
          <>
            <h1>{t("reports.join.title")}</h1>
            <p>{t("reports.join.body", { ref: report.ref, title: report.title })}</p>
            <form action={confirmNear}>
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="token" value={String(token)} />
              <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full sm:w-auto">
                {t("reports.join.button")}
              </SubmitButton>
            </form>
          </>
        ) : (
          <>
            <h1>{t("reports.confirm.invalid_title")}</h1>
            <p>{t("reports.join.invalid")}</p>
            <p>
              <Link href={`/${locale}/reports`} className="btn btn-quiet">
                {t("reports.list.title")}
              </Link>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
