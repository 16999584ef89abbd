import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Filters } from "@/components/reports/filters";
import { NumberSearch } from "@/components/reports/number-search";
import { ReportList } from "@/components/reports/report-list";
import { Totals } from "@/components/reports/totals";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { findRef, loadView, textParam } from "@/lib/map/view";
import { filterQuery, readFilter, type SearchParams } from "@/lib/reports/schema";
import { FollowFilter } from "../follow-here";

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
  const number = textParam(asked, "number");
  const ref = number && (await findRef(number));
  if (ref) redirect(`/${locale}/reports/${ref}`);
  const { filter, municipalities, categories, page, counts, later } = await loadView(asked);
  const path = `/${locale}/reports`;
  const query = filterQuery(filter);
  return (
    <div className="wrap space-y-8 py-8">
      <div className="flex flex-wrap items-end justify-between gap-x-12 gap-y-6">
        <div className="space-y-2">
          <h1>{t("reports.list.title")}</h1>
          <Totals words={words} counts={counts} />
          <p>
            <Link href={`/${locale}${query && `?${query}`}`}>{t("reports.list.on_map")}</Link>
          </p>
        </div>
        <NumberSearch words={words} path={path} unknown={number} />
      </div>
      <Filters words={words} path={path} filter={filter} municipalities={municipalities} categories={categories} />
      <section id="list" aria-labelledby="list-title" tabIndex={-1} className="scroll-mt-4">
        <h2 id="list-title" className="sr-only">
          {t("common.nav.reports")}
        </h2>
        <ReportList page={page} words={words} path={path} query={query} later={later} columns />
      </section>
      <FollowFilter words={words} filter={filter} />
    </div>
  );
}
