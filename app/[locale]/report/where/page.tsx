import type { Metadata } from "next";
import { LocationPicker } from "@/components/map/location-picker";
import { FormKeeper } from "@/components/offline/form-keeper";
import { keeperProps } from "@/components/offline/keeper-words";
import { FoundPlaces } from "@/components/report-form/found-places";
import { PhotoPlace } from "@/components/report-form/photo-place";
import { pickerWords } from "@/components/report-form/picker-words";
import { StepFields, StepHeader } from "@/components/report-form/step-header";
import { describedBy, ErrorSummary, Field } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { config } from "@/lib/config";
import { isPastedLink } from "@/lib/geo/coordinates";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { describeLocated } from "@/lib/municipalities/describe";
import { listMunicipalities, locatePosition, searchPlaces } from "@/lib/municipalities/queries";
import { isOldDay } from "@/lib/photos/types";
import { currentDraft } from "@/lib/reports/draft-cookie";
import { saveWhere } from "@/lib/reports/form-actions";
import { readProblem } from "@/lib/reports/problems";
import { placeSchema, type SearchParams } from "@/lib/reports/schema";
import { OTHER_MUNICIPALITY } from "@/lib/reports/steps";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: `${t("report_form.where.title")} – ${t("report_form.name")}`, robots: { index: false } };
}

/** Where the problem is. A draft that was sent is left alone; the first thing kept begins a new one. */
export default async function WherePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const draft = await currentDraft();
  const data = draft?.reportId ? {} : (draft?.data ?? {});
  const query = typeof search.q === "string" ? search.q.slice(0, 400) : "";
  const position = data.lat !== undefined && data.lon !== undefined ? { lat: data.lat, lon: data.lon } : null;
  const [all, located, found] = await Promise.all([
    listMunicipalities(),
    position && locatePosition(position),
    query && !isPastedLink(query) ? searchPlaces(query.slice(0, 60)) : [],
  ]);
  const places = found.map((place) => {
    const municipality = all.find(({ slug }) => slug === place.municipalityId);
    return {
      ...place,
      name: localName(place, locale),
      municipality: municipality ? localName(municipality, locale) : "",
    };
  });
  const { error, fields } = readProblem(search.problem, () => placeSchema.safeParse(data), {
    place_missing: "lat",
    border_choice: "municipalityId",
    border_other: "municipalityId",
    outside: "place",
  });
  const message = (field: string) => fields[field] && t(`errors.${fields[field]}`);
  const change = search.change === "1";
  return (
    <div className="wrap space-y-6 py-6">
      <ErrorSummary t={t} error={error} fields={fields} />
      <div>
        <StepHeader
          t={t}
          step="where"
          title={t("report_form.where.title")}
          back={`/${locale}/report${change ? "/check" : ""}`}
        />
        <p>{t("report_form.where.intro")}</p>
      </div>
      {data.photoPlace && <PhotoPlace texts={words} place={data.photoPlace} old={isOldDay(data.photoPlace.day)} />}
      <form action={saveWhere} noValidate>
        <StepFields locale={locale} change={change} />
        <FormKeeper step="where" {...keeperProps(words)} />
        <input type="hidden" name="answered" value={query} />
        <LocationPicker
          key={`${data.lat} ${data.lon} ${data.latText} ${data.lonText} ${query} ${search.problem}`}
          locale={locale}
          words={pickerWords(words, message("lat"), message("municipalityId"))}
          tiles={{ url: config().TILE_URL, attribution: config().TILE_ATTRIBUTION }}
          query={query}
          results={query && <FoundPlaces t={t} query={query} places={places} />}
          lat={data.latText ?? data.lat?.toFixed(5) ?? ""}
          lon={data.lonText ?? data.lon?.toFixed(5) ?? ""}
          position={position}
          located={located && describeLocated(located, all, locale)}
          fromPhoto={data.photoPlace?.outcome === "used"}
          chosen={data.municipalityId ?? ""}
          otherValue={OTHER_MUNICIPALITY}
        >
          <Field
            id="placeText"
            label={t("report_form.where.text")}
            optional={t("common.form.optional")}
            hint={t("report_form.where.text_hint")}
            error={message("placeText")}
          >
            <textarea
              id="placeText"
              name="placeText"
              rows={2}
              defaultValue={data.placeText}
              aria-describedby={describedBy("placeText", true, message("placeText"))}
              className="control"
            />
          </Field>
          <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full sm:w-auto">
            {t("common.actions.continue")}
          </SubmitButton>
        </LocationPicker>
      </form>
    </div>
  );
}
