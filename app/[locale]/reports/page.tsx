import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Finding, FoundReports } from "@/components/reports/find-reports";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { findRef, loadView, textParam } from "@/lib/map/view";
import { filterQuery, readFilter, type SearchParams } from "@/lib/reports/schema";
import { FollowList } from "../follow-here";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const query = filterQuery(readFilter(await searchParams));
  return {
    title: texts(locale).t("reports.list.title"),
    alternates: { types: { "application/atom+xml": `/feeds/${locale}/reports.atom${query && `?${query}`}` } },
  };
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const asked = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const ref = await findRef(textParam(asked, "q") || textParam(asked, "number"));
  if (ref) redirect(`/${locale}/reports/${ref}`);
  const view = await loadView(asked);
  const path = `/${locale}/reports`;
  return (
    <div className="wrap space-y-6 py-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-12 gap-y-2">
        <h1>{t("reports.list.title")}</h1>
        <Link href={`/${locale}${view.query && `?${view.query}`}`} className="inline-flex min-h-11 items-center">
          {t("reports.list.on_map")}
        </Link>
      </div>
      <div className="max-w-2xl space-y-5">
        <Finding words={words} path={path} view={view} />
      </div>
      <section id="list" aria-labelledby="list-title" tabIndex={-1} className="scroll-mt-4">
        <h2 id="list-title" className="sr-only">
          {t("common.nav.reports")}
        </h2>
        <FoundReports words={words} path={path} view={view} columns />
      </section>
      <FollowList words={words} filter={view.filter} />
    </div>
  );
}
