import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { mapLabels } from "@/components/map/labels";
import { Overview } from "@/components/map/overview";
import { ReportMap } from "@/components/map/report-map";
import { Finding, FoundReports } from "@/components/reports/find-reports";
import { config } from "@/lib/config";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { boundsAround, findBounds, listAreas } from "@/lib/map/base";
import { countByMunicipality } from "@/lib/map/queries";
import { findRef, loadView, textParam } from "@/lib/map/view";
import { filterQuery, type SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { t } = texts(locale);
  return {
    title: t("pages.home.title"),
    description: t("pages.home.intro"),
    alternates: { types: { "application/atom+xml": `/feeds/${locale}/reports.atom` } },
  };
}

export default async function HomePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const asked = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const ref = await findRef(textParam(asked, "q"));
  if (ref) redirect(`/${locale}/reports/${ref}`);
  const view = await loadView(asked);
  const { filter, order, categories, places } = view;
  const near = order.sort === "nearest" ? order.at : places[0];
  const [{ kosovo, areas }, byMunicipality, bounds] = await Promise.all([
    listAreas(),
    countByMunicipality({ ...filter, municipality: undefined }),
    near ? boundsAround(near) : findBounds(filter.municipality),
  ]);
  const path = `/${locale}`;
  const { TILE_URL, TILE_ATTRIBUTION } = config();
  return (
    <div className="lg:grid lg:grid-cols-[minmax(26rem,5fr)_7fr] lg:grid-rows-[auto_1fr]">
      <div className="space-y-2 px-4 pb-4 pt-6 lg:col-start-1 lg:px-8">
        <h1>{t("pages.home.title")}</h1>
        <p>{t("pages.home.intro")}</p>
        <a href="#list" className="sr-only focus:not-sr-only focus:inline-flex focus:min-h-11 focus:items-center">
          {t("reports.map.skip")}
        </a>
      </div>
      <div className="h-[55vh] min-h-72 lg:sticky lg:top-0 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:h-dvh">
        <ReportMap
          locale={locale}
          labels={mapLabels(words, categories)}
          query={view.filterQuery}
          chosen={filter.municipality}
          bounds={bounds}
          tileUrl={TILE_URL === "none" ? null : TILE_URL}
          tileAttribution={TILE_ATTRIBUTION}
          overview={
            <Overview
              words={words}
              kosovo={kosovo}
              areas={areas}
              counts={byMunicipality}
              link={(municipality) => `${path}?${filterQuery({ ...filter, municipality })}`}
            />
          }
        />
      </div>
      <div className="space-y-5 px-4 pt-5 lg:col-start-1 lg:px-8 lg:pt-2">
        <Finding words={words} path={path} view={view} />
        <section id="list" aria-labelledby="list-title" tabIndex={-1} className="scroll-mt-4">
          <h2 id="list-title">{t("reports.list.title")}</h2>
          <FoundReports words={words} path={path} view={view} />
        </section>
      </div>
    </div>
  );
}
