import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FlagForm } from "@/components/reports/flag-form";
import { isConfirmed } from "@/lib/accounts/actor";
import { currentActor } from "@/lib/accounts/session";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { findPublicReport } from "@/lib/reports/queries";
import { parseRef } from "@/lib/reports/ref";
import type { SearchParams } from "@/lib/reports/schema";
import { noSuchPage } from "../../../no-such-page";

type Props = { params: Promise<{ locale: Locale; ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("after.flag.title"), robots: { index: false } };
}

/** Where people say that a report, or an update to it, shouldn't be there. */
export default async function FlagPage({ params, searchParams }: Props) {
  const { locale, ref } = await params;
  const { update } = await searchParams;
  const actor = await currentActor();
  const known = parseRef(ref);
  const report = known ? await findPublicReport(known, actor) : null;
  const entry = report?.story.find(({ id, actorKind, hidden }) => id === update && actorKind === "citizen" && !hidden);
  if (!report || (update && !entry)) return noSuchPage(locale);
  if (!isConfirmed(actor)) {
    const back = `/${locale}/reports/${ref}/flag${entry ? `?update=${entry.id}` : ""}`;
    redirect(`/${locale}/sign-in?back=${encodeURIComponent(back)}`);
  }
  return <FlagForm texts={texts(locale)} report={report} entry={entry} />;
}
