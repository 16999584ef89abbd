"use client";

import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useScript } from "@/components/ui/use-script";
import { parseCoordinates } from "@/lib/geo/coordinates";
import type { Locale } from "@/lib/i18n/locales";
import type { LocationTiles } from "./location-leaflet";
import type { MapWords, Pin } from "./location-map";
import { LocationSearch, type SearchWords } from "./location-search";

const LocationMap = lazy(() => import("./location-map"));

/** Where a position lies, as the server says it. */
export type Located = { kind: string; words: string; candidates: { slug: string; name: string }[] };

export type PickerWords = SearchWords &
  MapWords & {
    use_location: string;
    locating: string;
    locate_refused: string;
    locate_failed: string;
    accuracy: string;
    coordinates: string;
    lat: string;
    lon: string;
    coordinates_hint: string;
    unset: string;
    border: string;
    border_hint: string;
    border_other: string;
    border_error: string;
    place_error: string;
    confirm: string;
    loading: string;
  };

type Props = {
  locale: Locale;
  words: PickerWords;
  tiles: LocationTiles;
  query: string;
  /** Answer to a search that went to the server. */
  results: ReactNode;
  lat: string;
  lon: string;
  position: { lat: number; lon: number } | null;
  located: Located | null;
  /** Whether the municipality is asked for where a border is near. */
  asksMunicipality?: boolean;
  chosen: string;
  /** A photo has set the pin: it is shown first, and only has to be confirmed. */
  fromPhoto?: boolean;
  otherValue: string;
  children: ReactNode;
};

const PAUSE = 250;

/** The place of a problem: search, map, coordinates; all of it a plain form until script makes it more. */
export function LocationPicker(props: Props) {
  const { locale, words, tiles, otherValue, asksMunicipality = true } = props;
  const script = useScript();
  const [typed, setTyped] = useState({ lat: props.lat, lon: props.lon });
  const [pin, setPin] = useState<Pin | null>(props.position);
  const [located, setLocated] = useState(props.located);
  const [said, setSaid] = useState("");
  const asked = useRef<AbortController>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** Asks the server where a position lies; `pinned` when the map must follow what was typed. */
  const ask = useCallback(
    (lat: string, lon: string, pinned: boolean) => {
      clearTimeout(timer.current);
      asked.current?.abort();
      timer.current = setTimeout(async () => {
        asked.current = new AbortController();
        const { signal } = asked.current;
        const answer = await fetch(`/api/locate?${new URLSearchParams({ lat, lon, locale })}`, { signal }).catch(
          () => null,
        );
        if (!answer?.ok) return setLocated(null);
        const found = (await answer.json()) as Located & { position: { lat: number; lon: number } };
        setLocated(found);
        if (pinned) setPin({ ...found.position, show: true });
      }, PAUSE);
    },
    [locale],
  );

  const move = useCallback(
    (lat: number, lon: number, more: Omit<Pin, "lat" | "lon"> = {}) => {
      const [latText, lonText] = [lat.toFixed(5), lon.toFixed(5)];
      setPin({ lat, lon, ...more });
      setTyped({ lat: latText, lon: lonText });
      ask(latText, lonText, false);
    },
    [ask],
  );
  const onMove = useCallback((lat: number, lon: number) => move(lat, lon), [move]);

  function type(part: "lat" | "lon", value: string) {
    const next = { ...typed, [part]: value };
    setTyped(next);
    ask(next.lat, next.lon, true);
  }

  function locateMe() {
    setSaid(words.locating);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setSaid(words.accuracy.replace("{metres}", String(Math.round(coords.accuracy))));
        move(coords.latitude, coords.longitude, { accuracy: coords.accuracy, show: true });
      },
      (error) => setSaid(error.code === error.PERMISSION_DENIED ? words.locate_refused : words.locate_failed),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    );
  }

  const bad = words.place_error !== "";
  const search = (
    <div className="space-y-4 lg:col-start-1">
      <LocationSearch
        query={props.query}
        locale={locale}
        words={words}
        onPick={(place) => move(place.lat, place.lon, { show: true })}
      />
      {props.results}
      {script && "geolocation" in navigator && (
        <button type="button" className="btn btn-quiet w-full sm:w-auto" onClick={locateMe}>
          {words.use_location}
        </button>
      )}
      <p role="status" className={said ? "text-sm" : "sr-only"}>
        {said}
      </p>
    </div>
  );
  const map = script && (
    <div className="lg:col-start-2 lg:row-span-4 lg:row-start-1">
      <Suspense fallback={<p className="h-80 bg-wash p-4 text-sm text-muted sm:h-96 lg:h-[36rem]">{words.loading}</p>}>
        <LocationMap pin={pin} onMove={onMove} tiles={tiles} locale={locale} words={words} />
      </Suspense>
    </div>
  );
  const place = (
    <div className="space-y-4 lg:col-start-1">
      <p id="place" role="status" className="text-lg font-semibold">
        {located?.words ?? words.unset}
      </p>
      {props.fromPhoto && (
        <button type="submit" className="btn btn-primary w-full sm:w-auto">
          {words.confirm}
        </button>
      )}
      {asksMunicipality && located && located.candidates.length > 0 && (
        <fieldset id="municipalityId" className={words.border_error ? "border-l-4 border-st-open pl-4" : undefined}>
          <legend className="font-semibold">{words.border}</legend>
          <p className="text-sm text-muted">{words.border_hint}</p>
          {words.border_error && <p className="font-semibold text-st-open">{words.border_error}</p>}
          {[...located.candidates, { slug: otherValue, name: words.border_other }].map(({ slug, name }) => (
            <label key={slug} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="radio"
                name="municipalityId"
                value={slug}
                defaultChecked={props.chosen === slug}
                className="size-5 accent-primary"
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <details open={bad || undefined}>
        <summary className="inline-flex min-h-11 items-center font-semibold text-primary underline">
          {words.coordinates}
        </summary>
        <div className={bad ? "border-l-4 border-st-open pl-4" : undefined}>
          <p id="coordinates-hint" className="text-sm text-muted">
            {words.coordinates_hint}
          </p>
          {bad && (
            <p id="coordinates-error" className="font-semibold text-st-open">
              {words.place_error}
            </p>
          )}
          <div className="mt-1 grid grid-cols-2 gap-3">
            {(["lat", "lon"] as const).map((part) => (
              <label key={part} className="block text-sm font-semibold">
                {words[part]}
                <input
                  id={part}
                  name={part}
                  inputMode="text"
                  autoComplete="off"
                  value={typed[part]}
                  onChange={(event) => type(part, event.target.value)}
                  onPaste={(event) => {
                    const whole = parseCoordinates(event.clipboardData.getData("text"), "");
                    if (!whole) return;
                    event.preventDefault();
                    move(whole.lat, whole.lon, { show: true });
                  }}
                  aria-describedby={bad ? "coordinates-hint coordinates-error" : "coordinates-hint"}
                  aria-invalid={bad || undefined}
                  className="control mt-1 font-normal"
                />
              </label>
            ))}
          </div>
        </div>
      </details>
    </div>
  );
  return (
    <div className="grid gap-y-6 lg:grid-cols-[26rem_1fr] lg:grid-rows-[auto_auto_auto_1fr] lg:gap-x-10">
      {!props.fromPhoto && search}
      {map}
      {place}
      {props.fromPhoto && search}
      <div className="space-y-6 lg:col-start-1">{props.children}</div>
    </div>
  );
}
