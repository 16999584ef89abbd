import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { HiddenReport } from "@/components/reports/hidden-report";
import { ReportPage } from "@/components/reports/report-page";
import { WithdrawnReport } from "@/components/reports/withdrawn-report";
import { currentActor } from "@/lib/accounts/session";
import { config } from "@/lib/config";
import { feedPath } from "@/lib/follows/schema";
import { type Locale, locales, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { PREVIEW_SIZE } from "@/lib/photos/sizes";
import { listAround } from "@/lib/reports/nearby";
import { findHiddenReport, findPublicReport, findWithdrawn } from "@/lib/reports/queries";
import { parseRef } from "@/lib/reports/ref";
import type { SearchParams } from "@/lib/reports/schema";
import { answerWith } from "@/lib/request/answer";
import { noSuchPage, noSuchPageMetadata } from "../../no-such-page";

type Props = { params: Promise<{ locale: Locale; ref: string }>; searchParams: Promise<SearchParams> };

/** Read once a request, by the page and by its metadata. */
const find = cache(async (ref: string | undefined) => (ref ? findPublicReport(ref, await currentActor()) : null));

/** The reference in an address, as whoever typed or pasted it meant it. */
function refIn(part: string): string | undefined {
  try {
    return parseRef(decodeURIComponent(part));
  } catch {
    return undefined;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, ref } = await params;
  const report = await find(refIn(ref));
  if (!report) return noSuchPageMetadata(locale);
  const { t } = texts(locale);
  const place = localName(report.municipality, locale);
  const description = [localName(report.category, locale), place, t(`reports.status.${report.status}`)].join(" · ");
  const path = (language: Locale) => `/${language}/reports/${report.ref}`;
  // The version makes a picture of a changed report a new one.
  const preview = {
    url: `${path(locale)}/preview.jpg?v=${report.version}`,
    ...PREVIEW_SIZE,
    alt: t("after.share.preview_alt", { title: report.title, description }),
  };
  return {
    title: `${report.title} (${report.ref})`,
    description,
    alternates: {
      canonical: path(locale),
      types: { "application/atom+xml": feedPath(locale, { kind: "report", ref: report.ref }) },
      languages: Object.fromEntries(locales.map((language) => [language, path(language)])),
    },
    openGraph: {
      type: "article",
      title: report.title,
      description,
      url: path(locale),
      siteName: t("common.brand.name"),
      publishedTime: report.createdAt.toISOString(),
      images: [preview],
    },
    twitter: { card: "summary_large_image", title: report.title, description, images: [preview] },
  };
}

/** A report as everybody sees it. */
export default async function PublicReportPage({ params, searchParams }: Props) {
  const { locale, ref } = await params;
  const { done, problem } = await searchParams;
  const canonical = refIn(ref);
  if (!canonical) return noSuchPage(locale);
  if (canonical !== ref) permanentRedirect(`/${locale}/reports/${canonical}`);
  const [report, actor] = await Promise.all([find(canonical), currentActor()]);
  const words = texts(locale);
  if (!report) {
    const [hidden, withdrawn] = await Promise.all([
      findHiddenReport(actor, canonical),
      findWithdrawn(canonical, actor),
    ]);
    if (withdrawn) {
      answerWith(410);
      return <WithdrawnReport texts={words} report={withdrawn} />;
    }
    if (!hidden) return noSuchPage(locale);
    return <HiddenReport texts={words} report={hidden} />;
  }
  return (
    <ReportPage
      texts={words}
      report={report}
      now={new Date()}
      signedIn={actor.kind === "person"}
      around={await listAround(report)}
      url={`${config().BASE_URL}/${locale}/reports/${canonical}`}
      tiles={{ url: config().TILE_URL, attribution: config().TILE_ATTRIBUTION }}
      done={typeof done === "string" ? done : ""}
      problem={typeof problem === "string" ? problem : ""}
    />
  );
}
