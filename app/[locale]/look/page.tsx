import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { LookItem } from "@/components/desk/look-item";
import { NotForYou } from "@/components/shell/not-for-you";
import { ErrorSummary, Notice } from "@/components/ui/form";
import { currentActor } from "@/lib/accounts/session";
import { errorCodes } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listToLookAt } from "@/lib/reports/look-queries";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ done?: string; problem?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("desk.look.title") };
}

/** What came without an e-mail and waits for a look: of one's own municipality, for moderators of all. */
export default async function LookPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const words = texts(locale);
  const { t } = words;
  const path = `/${locale}/look`;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=${path}`);
  const [list, told] = await Promise.all([listToLookAt(actor), searchParams]);
  if (!list) return <NotForYou texts={words} back={path} />;
  const problem = errorCodes.find((code) => code === told.problem);
  return (
    <div className="wrap space-y-8 py-6">
      <div className="prose-width space-y-3">
        <h1>{t("desk.look.title")}</h1>
        <p>{t("desk.look.lead")}</p>
        <p>
          <Link href={`/${locale}/desk/new`} className="inline-flex min-h-11 items-center">
            {t("desk.phone.link")}
          </Link>
        </p>
        {problem && <ErrorSummary t={t} error={problem} />}
        {told.done === "approved" && <Notice>{t("desk.look.approved")}</Notice>}
        {told.done === "refused" && <Notice>{t("desk.look.refused")}</Notice>}
        <p className="font-semibold">{t("desk.look.count", { count: list.total })}</p>
      </div>
      <ul className="space-y-10">
        {list.rows.map((report) => (
          <LookItem key={report.id} texts={words} report={report} />
        ))}
      </ul>
    </div>
  );
}
