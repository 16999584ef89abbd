import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OwnReport, OwnWaitingReport } from "@/components/reports/own-report";
import { NotForYou } from "@/components/shell/not-for-you";
import { currentActor } from "@/lib/accounts/session";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { findOwnWaiting } from "@/lib/reports/look-queries";
import { findPublicReport } from "@/lib/reports/queries";
import { parseRef } from "@/lib/reports/ref";
import { noSuchPage } from "../../../no-such-page";

type Props = { params: Promise<{ locale: Locale; ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, ref } = await params;
  return { title: `${texts(locale).t("after.own.title")} (${ref})`, robots: { index: false } };
}

/** What the reporter can do with their own report: correct its words, hide their name, take it back. */
export default async function YoursPage({ params }: Props) {
  const { locale, ref } = await params;
  const path = `/${locale}/reports/${ref}/yours`;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=${encodeURIComponent(path)}`);
  const known = parseRef(ref);
  const report = known ? await findPublicReport(known, actor) : null;
  const words = texts(locale);
  if (!report) {
    const waiting = known ? await findOwnWaiting(actor, known) : null;
    return waiting ? <OwnWaitingReport texts={words} report={waiting} /> : noSuchPage(locale);
  }
  if (!report.viewer.isReporter) return <NotForYou texts={words} back={path} />;
  return <OwnReport texts={words} report={report} now={new Date()} />;
}
