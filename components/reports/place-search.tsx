import Form from "next/form";
import { viewHash } from "@/components/map/hash";
import type { Texts } from "@/lib/i18n/texts";

export type PlaceHit = { name: string; municipality: string; lat: number; lon: number };

/** How near the map goes to a place that was found. */
export const PLACE_ZOOM = 15;

/**
 * A box for a place or a report's number.
 * @param keep the filter, which stays as it is
 * @param found places by that name; null where nothing was looked for
 */
export function PlaceSearch({
  words: { t },
  path,
  query,
  keep,
  unknownRef,
  found,
}: {
  words: Texts;
  path: string;
  query: string;
  keep: [string, string][];
  /** Whether a report's number was looked for that no public report has. */
  unknownRef: boolean;
  found: PlaceHit[] | null;
}) {
  const unknown = found !== null && found.length === 0;
  return (
    <search className="block space-y-2">
      <Form action={path} scroll={false}>
        {keep.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="q" className="block font-semibold">
          {t("reports.filter.search")}
        </label>
        <p id="q-hint" className="text-sm text-muted">
          {t("reports.filter.search_hint")}
        </p>
        <div className="mt-1 flex gap-2">
          <input
            key={query}
            id="q"
            name="q"
            defaultValue={query}
            maxLength={100}
            autoComplete="off"
            enterKeyHint="search"
            aria-describedby={unknown ? "q-hint q-unknown" : "q-hint"}
            className="control"
          />
          <button type="submit" className="btn btn-primary shrink-0">
            {t("common.actions.search")}
          </button>
        </div>
      </Form>
      {unknown && (
        <p id="q-unknown" role="status" className="font-semibold">
          {unknownRef
            ? t("reports.filter.number_unknown", { number: query })
            : t("reports.filter.place_unknown", { query })}
        </p>
      )}
      {found !== null && found.length > 0 && (
        <ul aria-label={t("reports.filter.places")} className="flex flex-wrap gap-x-5 text-sm">
          {found.map(({ name, municipality, lat, lon }) => (
            <li key={`${lat} ${lon}`}>
              <a
                href={viewHash({ center: [lat, lon], zoom: PLACE_ZOOM })}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {name}, {municipality}
              </a>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
