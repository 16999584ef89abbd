import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { CategoryFilter, DeskSwitch } from "@/components/desk/filters";
import { ReportTable } from "@/components/desk/report-table";
import { Views } from "@/components/desk/views";
import { NotForYou } from "@/components/shell/not-for-you";
import { desksOf } from "@/lib/accounts/policy";
import { currentActor } from "@/lib/accounts/session";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listCalendar } from "@/lib/municipalities/holidays";
import { canSetMunicipality } from "@/lib/municipalities/policy";
import { listCategories, listMunicipalities } from "@/lib/municipalities/queries";
import { countDesk, listDesk } from "@/lib/reports/desk-queries";
import { daysBetween, dueOf } from "@/lib/reports/due";
import { countToLookAt } from "@/lib/reports/look-queries";
import { deskQuerySchema } from "@/lib/reports/schema";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("common.nav.desk") };
}

export default async function DeskPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const words = texts(locale);
  const { t } = words;
  const asked = deskQuerySchema.parse(await searchParams);
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=/${locale}/desk`);
  const desks = desksOf(actor, await listMunicipalities());
  const municipality = asked.m ? desks.find(({ slug }) => slug === asked.m) : desks[0];
  if (!municipality) return <NotForYou texts={words} back={`/${locale}/desk`} />;

  const now = new Date();
  const { view, category, page } = asked;
  const [list, counts, categories, toLookAt, calendar] = await Promise.all([
    listDesk(actor, municipality.slug, view, { category, page, now }),
    countDesk(actor, municipality.slug, { category, now }),
    listCategories(),
    countToLookAt(actor),
    listCalendar(),
  ]);
  if (!list || !counts) return <NotForYou texts={words} back={`/${locale}/desk`} />;

  const place = localName(municipality, locale);
  const href = (change: Record<string, string | undefined>) => {
    const next = { m: municipality.slug, view, category, ...change };
    return `/${locale}/desk?${new URLSearchParams(Object.entries(next).flatMap(([k, v]) => (v ? [[k, v]] : [])))}`;
  };
  // Reports leave a view while one works: a page that is gone leads to the last there is.
  if (page > list.pages) redirect(href({ page: String(list.pages) }));
  return (
    <div className="wrap space-y-6 py-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1>{t("desk.title", { municipality: place })}</h1>
        <DeskSwitch
          texts={words}
          municipalities={desks}
          current={municipality.slug}
          href={(m) => href({ m, category: undefined })}
        />
      </div>
      <p className="flex flex-wrap gap-x-6">
        <Link href={`/${locale}/desk/new`} prefetch={false} className="inline-flex min-h-11 items-center">
          {t("desk.phone.link")}
        </Link>
        {Boolean(toLookAt) && (
          <Link href={`/${locale}/look`} prefetch={false} className="inline-flex min-h-11 items-center font-semibold">
            {t("desk.look.title")}: {t("desk.look.count", { count: toLookAt ?? 0 })}
          </Link>
        )}
        {canSetMunicipality(actor, municipality.slug) && (
          <Link href={`/${locale}/desk/settings?m=${municipality.slug}`} className="inline-flex min-h-11 items-center">
            {t("desk.settings.link")}
          </Link>
        )}
      </p>
      <Views texts={words} counts={counts} current={view} href={(other) => href({ view: other })} />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <p className="prose-width text-muted">{t(`desk.about.${view}`)}</p>
        <CategoryFilter
          texts={words}
          categories={categories}
          category={category}
          view={view}
          municipality={municipality.slug}
        />
      </div>
      {list.rows.length > 0 ? (
        <ReportTable
          texts={words}
          me={actor.id}
          caption={t("desk.caption", { view: t(`desk.views.${view}`), count: list.total })}
          rows={list.rows.map((row) => ({
            ...row,
            days: daysBetween(row.createdAt, now),
            due: dueOf(row, now, calendar),
          }))}
          href={(ref) => `/${locale}/desk/${ref}?from=${view}`}
        />
      ) : (
        <p className="border-l-4 border-st-fixed py-2 pl-4 text-lg">
          {t(category ? "desk.empty.filtered" : `desk.empty.${view}`)}
        </p>
      )}
      {(page > 1 || list.next) && (
        <nav aria-label={t("desk.pages")} className="flex flex-wrap items-center gap-3">
          {page > 1 && (
            <Link href={href({ page: String(page - 1) })} className="btn btn-quiet">
              {t("common.actions.previous_page")}
            </Link>
          )}
          {list.next && (
            <Link href={href({ page: list.next })} className="btn btn-quiet">
              {t("common.actions.next_page")}
            </Link>
          )}
          <span className="text-muted">{t("desk.page", { page, pages: list.pages })}</span>
        </nav>
      )}
    </div>
  );
}
