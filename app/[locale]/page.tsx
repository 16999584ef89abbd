import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { mapLabels } from "@/components/map/labels";
import { Overview } from "@/components/map/overview";
import { ReportMap } from "@/components/map/report-map";
import { Filters } from "@/components/reports/filters";
import { PlaceSearch } from "@/components/reports/place-search";
import { ReportList } from "@/components/reports/report-list";
import { Totals } from "@/components/reports/totals";
import { config } from "@/lib/config";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { boundsAround, findBounds, listAreas } from "@/lib/map/base";
import { countByMunicipality } from "@/lib/map/queries";
import { loadView, search, textParam } from "@/lib/map/view";
import { filterQuery, type SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: t("pages.home.title"), description: t("pages.home.intro") };
}

export default async function HomePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const asked = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const { filter, municipalities, categories, page, counts, later } = await loadView(asked);
  const wanted = textParam(asked, "q");
  const found = wanted ? await search(wanted) : null;
  if (found?.kind === "report") redirect(`/${locale}/reports/${found.ref}`);
  const places = found?.kind === "places" ? found.places : [];
  const [{ kosovo, areas }, byMunicipality, bounds] = await Promise.all([
    listAreas(),
    countByMunicipality({ ...filter, municipality: undefined }),
    places[0] ? boundsAround(places[0]) : findBounds(filter.municipality),
  ]);
  const path = `/${locale}`;
  const query = filterQuery(filter);
  const { TILE_URL, TILE_ATTRIBUTION } = config();
  const nameOf = (slug: string) => {
    const one = municipalities.find((row) => row.slug === slug);
    return one ? localName(one, locale) : slug;
  };
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
          query={query}
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
        <PlaceSearch
          words={words}
          path={path}
          query={wanted}
          keep={[...new URLSearchParams(query)]}
          unknownRef={found?.kind === "unknown_report"}
          found={
            found &&
            places.map(({ nameSq, nameSr, municipalityId, lat, lon }) => ({
              name: localName({ nameSq, nameSr }, locale),
              municipality: nameOf(municipalityId),
              lat,
              lon,
            }))
          }
        />
        <Filters words={words} path={path} filter={filter} municipalities={municipalities} categories={categories} />
        <section id="list" aria-labelledby="list-title" tabIndex={-1} className="scroll-mt-4">
          <h2 id="list-title">{t("reports.list.title")}</h2>
          <Totals words={words} counts={counts} />
          <ReportList page={page} words={words} path={path} query={query} later={later} />
        </section>
      </div>
    </div>
  );
}
