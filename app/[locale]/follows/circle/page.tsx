import type { Metadata } from "next";
import { LocationPicker } from "@/components/map/location-picker";
import { FoundPlaces } from "@/components/report-form/found-places";
import { pickerWords } from "@/components/report-form/picker-words";
import { ErrorSummary } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { config } from "@/lib/config";
import { errorCodes } from "@/lib/errors";
import { circleAction } from "@/lib/follows/actions";
import { distance } from "@/lib/follows/describe";
import { radii } from "@/lib/follows/schema";
import { parseCoordinates } from "@/lib/geo/coordinates";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { textParam } from "@/lib/map/view";
import { listMunicipalities, searchPlaces } from "@/lib/municipalities/queries";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("follows.circle.title"), robots: { index: false } };
}

/** What is offered where nothing was chosen, in metres. */
const USUAL_RADIUS = 500;

/** A circle around home: a point on the map, by search or by coordinates, and how far to look. */
export default async function CirclePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const query = textParam(search, "q").slice(0, 60);
  const position = parseCoordinates(textParam(search, "lat"), textParam(search, "lon")) ?? null;
  const problem = errorCodes.find((code) => code === search.problem);
  const radius = radii.find((metres) => String(metres) === search.radius) ?? USUAL_RADIUS;
  const [all, found] = await Promise.all([listMunicipalities(), query ? searchPlaces(query) : []]);
  const places = found.map((place) => ({
    name: localName(place, locale),
    municipality: all.flatMap((row) => (row.slug === place.municipalityId ? [localName(row, locale)] : []))[0] ?? "",
    lat: place.lat,
    lon: place.lon,
  }));
  return (
    <div className="wrap space-y-6 py-6">
      <ErrorSummary t={t} error={problem} fields={problem && { lat: problem }} />
      <header className="prose-width space-y-2">
        <h1>{t("follows.circle.title")}</h1>
        <p>{t("follows.circle.lead")}</p>
      </header>
      <form action={circleAction} noValidate>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="answered" value={query} />
        <LocationPicker
          key={`${position?.lat} ${position?.lon} ${query} ${problem}`}
          locale={locale}
          words={{
            ...pickerWords(words, problem && t(`errors.${problem}`), undefined),
            unset: position ? "" : t("follows.circle.unset"),
          }}
          tiles={{ url: config().TILE_URL, attribution: config().TILE_ATTRIBUTION }}
          query={query}
          results={query && <FoundPlaces t={t} query={query} places={places} hint={t("follows.circle.found_hint")} />}
          lat={textParam(search, "latText") || (position?.lat.toFixed(5) ?? "")}
          lon={textParam(search, "lonText") || (position?.lon.toFixed(5) ?? "")}
          position={position}
          located={null}
          asksMunicipality={false}
          chosen=""
          otherValue=""
        >
          <div>
            <label htmlFor="radius" className="block font-semibold">
              {t("follows.circle.radius")}
            </label>
            <select id="radius" name="radius" defaultValue={radius} className="control mt-1 sm:w-auto">
              {radii.map((metres) => (
                <option key={metres} value={metres}>
                  {distance(words, metres)}
                </option>
              ))}
            </select>
          </div>
          <p className="text-sm text-muted">{t("follows.circle.privacy")}</p>
          <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full sm:w-auto">
            {t("common.actions.continue")}
          </SubmitButton>
        </LocationPicker>
      </form>
    </div>
  );
}
