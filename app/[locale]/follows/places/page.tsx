import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { targetQuery } from "@/lib/follows/schema";
import type { Locale } from "@/lib/i18n/locales";
import { localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { textParam } from "@/lib/map/view";
import { listMunicipalities, searchPlaces } from "@/lib/municipalities/queries";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("follows.places.title"), robots: { index: false } };
}

/** A neighbourhood or village, found by its name. */
export default async function PlacesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { t } = texts(locale);
  const query = textParam(await searchParams, "q").slice(0, 60);
  const [all, found] = await Promise.all([listMunicipalities(), query ? searchPlaces(query, 20) : []]);
  const municipality = new Map(all.map((row) => [row.slug, localName(row, locale)]));
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-6">
        <h1>{t("follows.places.title")}</h1>
        <Form action={`/${locale}/follows/places`} className="flex flex-wrap items-end gap-3">
          <div className="grow">
            <label htmlFor="q" className="block font-semibold">
              {t("follows.places.search")}
            </label>
            <input id="q" name="q" type="search" defaultValue={query} maxLength={60} className="control mt-1" />
          </div>
          <button type="submit" className="btn btn-primary">
            {t("common.actions.search")}
          </button>
        </Form>
        {query && found.length === 0 && (
          <p role="status">
            {t("follows.places.none", { query })}{" "}
            <Link href={`/${locale}/follows/circle`}>{t("follows.circle.title")}</Link>
          </p>
        )}
        {found.length > 0 && (
          <section aria-labelledby="found">
            <h2 id="found" className="text-lg">
              {t("follows.places.found", { query })}
            </h2>
            <ul className="mt-2 divide-y divide-line border-y border-line">
              {found.map((place) => (
                <li key={place.id}>
                  <Link
                    href={`/${locale}/follows/new?${targetQuery({ kind: "neighbourhood", place: place.id })}`}
                    className="flex min-h-11 flex-wrap items-baseline gap-x-2 py-2"
                  >
                    <span className="font-semibold">{localName(place, locale)}</span>
                    <span className="text-sm text-muted">{municipality.get(place.municipalityId)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
