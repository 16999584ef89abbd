import type { Metadata } from "next";
import Link from "next/link";
import { mapLabels } from "@/components/map/labels";
import { Overview } from "@/components/map/overview";
import { ReportMap } from "@/components/map/report-map";
import { SampleTag } from "@/components/pledges/sample-tag";
import { SixMarks } from "@/components/pledges/six-marks";
import { ReportList } from "@/components/reports/report-list";
import { Days } from "@/components/statistics/figure";
import { FeedbackWords } from "@/components/statistics/fix-feedback";
import { PeriodTable } from "@/components/statistics/period-table";
import { StatusBars } from "@/components/statistics/status-bars";
import { config } from "@/lib/config";
import { feedPath } from "@/lib/follows/schema";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { findBounds, listAreas } from "@/lib/map/base";
import { countByMunicipality, countByStatus } from "@/lib/map/counts";
import { findMunicipality, listCategories } from "@/lib/municipalities/queries";
import { mandatePage } from "@/lib/pledges/queries";
import { listReports } from "@/lib/reports/queries";
import { filterQuery, type ReportFilter } from "@/lib/reports/schema";
import { openStatuses } from "@/lib/reports/status";
import { readFeedback } from "@/lib/statistics/feedback";
import { readPeriods } from "@/lib/statistics/periods";
import { readFigures } from "@/lib/statistics/queries";
import { readKept } from "@/lib/statistics/targets";
import { FollowHere } from "../../follow-here";
import { noSuchPage, noSuchPageMetadata } from "../../no-such-page";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

/** So many of the newest reports stand on the page. */
const NEWEST = 5;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const municipality = await findMunicipality(slug);
  if (!municipality) return noSuchPageMetadata(locale);
  return {
    title: texts(locale).t("pages.municipality.meta", { name: localName(municipality, locale) }),
    alternates: {
      types: { "application/atom+xml": feedPath(locale, { kind: "municipality", municipality: slug }) },
    },
  };
}

export default async function MunicipalityPage({ params }: Props) {
  const { locale, slug } = await params;
  const municipality = await findMunicipality(slug);
  if (!municipality) return noSuchPage(locale);
  const words = texts(locale);
  const { t, number } = words;
  // A filter made here leaves nothing out: these are the figures of all reports.
  const filter: ReportFilter = { municipality: slug, status: [] };
  const current: ReportFilter = { ...filter, show: "current" };
  const [
    byStatus,
    figures,
    page,
    feedback,
    periods,
    kept,
    mandate,
    { kosovo, areas },
    byMunicipality,
    bounds,
    categories,
  ] = await Promise.all([
    countByStatus(filter),
    readFigures(new Date(), slug),
    listReports(filter),
    readFeedback(slug),
    readPeriods(slug),
    readKept(new Date(), slug),
    mandatePage(slug),
    listAreas(),
    countByMunicipality({ ...current, municipality: undefined }),
    findBounds(slug),
    listCategories(),
  ]);
  const { TILE_URL, TILE_ATTRIBUTION } = config();
  const of = figures.total;
  const query = filterQuery(filter);
  const list = `/${locale}/reports?${query}`;
  const openList = `/${locale}/reports?${filterQuery({ ...filter, status: [...openStatuses] })}`;
  return (
    <div className="wrap space-y-12 py-8">
      <div className="space-y-3">
        <h1>{localName(municipality, locale)}</h1>
        <p>
          {t("pages.municipality.targets", { answer: municipality.targetAnswerDays, fix: municipality.targetFixDays })}
        </p>
        <FollowHere words={words} target={{ kind: "municipality", municipality: slug }} />
      </div>

      <dl className="grid grid-cols-2 gap-x-8 gap-y-6 border-y border-line py-6 lg:grid-cols-4">
        <Fact label={t("pages.municipality.open")}>
          {of.open > 0 ? (
            <Link href={openList} className="inline-flex min-h-11 min-w-11 items-center">
              {number(of.open)}
            </Link>
          ) : (
            number(of.open)
          )}
        </Fact>
        <Fact label={t("pages.municipality.overdue")} note={t("pages.municipality.overdue_hint")}>
          {of.overdue > 0 ? (
            <Link
              href={`/${locale}/reports?${filterQuery({ ...filter, only: "overdue" })}`}
              className="inline-flex min-h-11 min-w-11 items-center"
            >
              {number(of.overdue)}
            </Link>
          ) : (
            number(of.overdue)
          )}
        </Fact>
        <Fact
          label={t("pages.municipality.answer")}
          note={
            of.answered > 0 &&
            `${t("pages.municipality.median")}, ${t("pages.figures.of_answered", { count: of.answered })}`
          }
        >
          <Days value={of.medianAnswerDays} t={t} />
        </Fact>
        <Fact
          label={t("pages.municipality.fix")}
          note={
            of.fixed > 0 && `${t("pages.municipality.median")}, ${t("pages.figures.of_fixed", { count: of.fixed })}`
          }
        >
          <Days value={of.medianFixDays} t={t} />
        </Fact>
      </dl>

      <section className="space-y-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2>{t("pages.municipality.map")}</h2>
          <Link href={`/${locale}?${filterQuery(current)}`} className="inline-flex min-h-11 items-center">
            {t("pages.municipality.on_map")}
          </Link>
        </div>
        <div className="h-[55vh] max-h-136 min-h-72">
          <ReportMap
            locale={locale}
            labels={mapLabels(words, categories)}
            query={filterQuery(current)}
            chosen={slug}
            bounds={bounds}
            tileUrl={TILE_URL === "none" ? null : TILE_URL}
            tileAttribution={TILE_ATTRIBUTION}
            overview={
              <Overview
                words={words}
                kosovo={kosovo}
                areas={areas}
                counts={byMunicipality}
                link={(municipality) => `/${locale}/reports?${filterQuery({ ...current, municipality })}`}
              />
            }
          />
        </div>
      </section>

      <div className="grid gap-12 lg:grid-cols-2">
        <section className="space-y-3">
          <h2>{t("pages.municipality.periods")}</h2>
          <PeriodTable
            words={words}
            caption={t("pages.municipality.periods")}
            now={periods.now}
            before={periods.before}
            kept={kept.total}
            targets={{ answer: municipality.targetAnswerDays, fix: municipality.targetFixDays }}
          />
          <p className="text-sm text-muted">
            {t("pages.municipality.periods_how")}{" "}
            <Link href={`/${locale}/statistics#kept`} className="inline-flex min-h-11 items-center">
              {t("pages.municipality.how")}
            </Link>
          </p>
        </section>

        {mandate && (
          <section className="space-y-3">
            <h2>
              {t("pages.municipality.pledges")} {mandate.mandate.sample && <SampleTag t={t} />}
            </h2>
            {mandate.mandate.mayorName && <p>{mandate.mandate.mayorName}</p>}
            <SixMarks
              texts={words}
              pledges={mandate.pledges}
              path={`/${locale}/pledges/${slug}`}
              mandate={mandate.mandate.key}
            />
            <p>
              <Link href={`/${locale}/pledges/${slug}`} className="inline-flex min-h-11 items-center">
                {t("pages.municipality.pledges_all")}
              </Link>
            </p>
          </section>
        )}
      </div>

      <section aria-labelledby="fix-feedback" className="prose-width space-y-2">
        <h2 id="fix-feedback">{t("after.figures.title")}</h2>
        <FeedbackWords t={t} feedback={feedback.total} />
        <p>
          <Link href={`/${locale}/statistics#fix-feedback`} className="inline-flex min-h-11 items-center">
            {t("after.figures.how_link")}
          </Link>
        </p>
      </section>

      <div className="grid gap-12 lg:grid-cols-2">
        <section className="space-y-4">
          <h2>{t("pages.municipality.by_status")}</h2>
          <p>
            {of.reports > 0 ? (
              <Link href={list}>{t("reports.count", { count: of.reports })}</Link>
            ) : (
              t("reports.count", { count: 0 })
            )}{" "}
            · <Link href={`/${locale}/statistics#how`}>{t("pages.municipality.how")}</Link>
          </p>
          <StatusBars
            words={words}
            caption={t("pages.municipality.by_status")}
            counts={new Map(byStatus.map(({ status, count }) => [status, count]))}
            link={(status) => `/${locale}/reports?${filterQuery({ ...filter, status: [status] })}`}
          />
        </section>

        <section>
          <h2 className="mb-3">{t("pages.municipality.newest")}</h2>
          {page.rows.length === 0 ? (
            <div className="space-y-4">
              <p>{t("pages.municipality.none")}</p>
              <p>
                <Link href={`/${locale}/report`} className="btn btn-action">
                  {t("reports.list.report_first")}
                </Link>
              </p>
            </div>
          ) : (
            <>
              <ReportList
                page={{ rows: page.rows.slice(0, NEWEST), next: null }}
                words={words}
                path={`/${locale}/reports`}
                query={query}
                later={false}
              />
              <p className="border-t border-line pt-4">
                <Link href={list} className="btn btn-quiet">
                  {t("reports.list.all")}
                </Link>
              </p>
            </>
          )}
        </section>
      </div>
    </div>
  );
}

/** A figure with its name and what it is taken of. */
function Fact({ label, note, children }: { label: string; note?: string | false; children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{label}</dt>
      <dd className="font-display text-lg font-bold lg:text-xl">{children}</dd>
      {note && <dd className="text-sm text-muted">{note}</dd>}
    </div>
  );
}
