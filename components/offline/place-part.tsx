"use client";

import { useEffect, useState } from "react";
import { describedBy, Field } from "@/components/ui/form";
import { parseCoordinates } from "@/lib/geo/coordinates";
import { type Locale, localeTags, localName } from "@/lib/i18n/locales";
import { PlaceDrawing } from "./place-drawing";
import { areaOf, findPlaces, type Gazetteer, loadGazetteer, nearest, type Point } from "./places";
import type { Entry, Typed } from "./store";
import { fill, type OfflineWords } from "./words";

/** A telephone without network finds itself by satellites alone. */
const GPS_TIME = 90_000;

const asText = ({ lat, lon }: Point): string => `${lat.toFixed(5)}, ${lon.toFixed(5)}`;

/** Where a point lies, in words. */
function around(point: Point, { places, areas }: Gazetteer, words: OfflineWords, locale: Locale): string {
  const area = areaOf(point, areas);
  const [place] = nearest(point, places, 1);
  if (!area || !place) return words.form.far;
  const km = new Intl.NumberFormat(localeTags[locale], { maximumFractionDigits: 1 }).format(
    Math.max(0.1, place.metres / 1000),
  );
  return fill(words.form.near, { km, place: place.name, municipality: localName(area, locale) });
}

/** The place of a problem where there is no map: the device's own location, a photo's, a place by its name, or coordinates. */
export function PlacePart({
  entry: { typed, place },
  words,
  locale,
  said,
  error,
  onChange,
}: {
  entry: Entry;
  words: OfflineWords;
  locale: Locale;
  /** What became of the place elsewhere on the page. */
  said: string;
  error: (field: string) => string | undefined;
  onChange: (patch: Partial<Typed>) => void;
}) {
  const [known, setKnown] = useState<Gazetteer>();
  const [query, setQuery] = useState("");
  const [located, setLocated] = useState("");
  useEffect(() => {
    loadGazetteer(locale).then(setKnown, () => undefined);
  }, [locale]);

  function locateMe() {
    setLocated(words.where.locating);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocated(fill(words.form.locate_found, { metres: Math.round(coords.accuracy) }));
        onChange({ coordinates: asText({ lat: coords.latitude, lon: coords.longitude }) });
      },
      ({ code, PERMISSION_DENIED }) =>
        setLocated(code === PERMISSION_DENIED ? words.form.locate_refused : words.form.locate_failed),
      { enableHighAccuracy: true, timeout: GPS_TIME, maximumAge: 60_000 },
    );
  }

  const point = parseCoordinates(typed.coordinates, "");
  const found = known && query ? findPlaces(query, known.places) : [];
  const none = known !== undefined && query.trim().length > 1 && found.length === 0;
  const status = located || said;
  const wrong = error("place");
  return (
    <fieldset id="place" tabIndex={-1} className="space-y-4">
      <legend className="text-lg font-semibold">{words.form.place}</legend>
      <div>
        <button type="button" className="btn btn-quiet w-full sm:w-auto" onClick={locateMe}>
          {words.where.use_location}
        </button>
        <p className="mt-1 text-sm text-muted">{words.form.gps_hint}</p>
        <p role="status" className={status ? "mt-1" : "sr-only"}>
          {status}
        </p>
      </div>
      {known && (
        <div>
          <Field id="place-search" label={words.form.search} optional={words.form_words.optional}>
            <input
              id="place-search"
              type="search"
              autoComplete="off"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              className="control"
            />
          </Field>
          <p role="status" className={none ? "py-2" : "sr-only"}>
            {none && words.form.search_none}
          </p>
          <ul>
            {found.map((one) => {
              const area = areaOf(one, known.areas);
              return (
                <li key={`${one.name}${one.lat}${one.lon}`} className="border-b border-line">
                  <button
                    type="button"
                    className="flex min-h-11 w-full flex-wrap items-baseline gap-x-2 py-2 text-left"
                    onClick={() => {
                      setQuery("");
                      setLocated("");
                      onChange({ coordinates: asText(one) });
                    }}
                  >
                    <span className="font-semibold text-primary underline">{one.name}</span>
                    <span className="text-sm text-muted">{area && localName(area, locale)}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <Field id="coordinates" label={words.form.coordinates} hint={words.form.coordinates_hint} error={wrong}>
        <input
          id="coordinates"
          autoComplete="off"
          value={typed.coordinates}
          onChange={(event) => onChange({ coordinates: event.target.value })}
          aria-describedby={describedBy("coordinates", true, wrong)}
          aria-invalid={wrong ? true : undefined}
          className="control"
        />
      </Field>
      <div>
        <p role="status" className={point || point === undefined ? "font-semibold" : "sr-only"}>
          {point === undefined && words.form.coordinates_unread}
          {point && known && around(point, known, words, locale)}
        </p>
        {point && known && (
          <div className="mt-2 max-w-xl">
            <PlaceDrawing point={point} {...known} />
          </div>
        )}
      </div>
      {place && place.candidates.length > 0 && (
        <fieldset>
          <legend className="font-semibold">{words.where.border}</legend>
          <p className="text-sm text-muted">{words.where.border_hint}</p>
          {place.candidates.map(({ slug, name }) => (
            <label key={slug} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="radio"
                name="municipalityId"
                checked={typed.municipalityId === slug}
                onChange={() => onChange({ municipalityId: slug })}
                className="size-5 accent-primary"
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <Field
        id="placeText"
        label={words.where.text}
        hint={words.where.text_hint}
        optional={words.form_words.optional}
        error={error("placeText")}
      >
        <textarea
          id="placeText"
          rows={2}
          value={typed.placeText}
          onChange={(event) => onChange({ placeText: event.target.value })}
          aria-describedby={describedBy("placeText", true, error("placeText"))}
          className="control"
        />
      </Field>
    </fieldset>
  );
}
