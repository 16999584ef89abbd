import { isPastedLink } from "@/lib/geo/coordinates";
import type { Texts } from "@/lib/i18n/texts";

export type FoundPlace = { name: string; municipality: string; lat: number; lon: number };

/** The server's answer to a search: each place is a button that sets the position. */
export function FoundPlaces({
  t,
  query,
  places,
  hint = t("report_form.where.results_hint"),
}: {
  t: Texts["t"];
  query: string;
  places: FoundPlace[];
  hint?: string;
}) {
  if (places.length === 0) {
    return (
      <p role="status" className="border-l-4 border-line pl-4">
        {isPastedLink(query) ? t("report_form.where.link") : t("report_form.where.results_none", { query })}
      </p>
    );
  }
  return (
    <section aria-labelledby="found" className="border-l-4 border-primary pl-4">
      <h2 id="found" className="text-base">
        {t("report_form.where.results", { query })}
      </h2>
      <p className="text-sm text-muted">{hint}</p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {places.map((place) => (
          <li key={`${place.name}${place.lat}${place.lon}`}>
            <button
              type="submit"
              name="pick"
              value={`${place.lat} ${place.lon}`}
              className="flex min-h-11 w-full flex-wrap items-baseline gap-x-2 py-2 text-left"
            >
              <span className="font-semibold text-primary underline">{place.name}</span>
              <span className="text-sm text-muted">{place.municipality}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
