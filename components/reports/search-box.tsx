import Form from "next/form";
import type { Texts } from "@/lib/i18n/texts";

export type PlaceHit = { name: string; municipality: string; href: string };

/**
 * A box for words of reports, a place or a report's number.
 * @param keep the rest of the view, which stays as it is
 * @param places by that name
 */
export function SearchBox({
  words: { t },
  path,
  query,
  keep,
  unknownRef,
  places,
}: {
  words: Texts;
  path: string;
  query: string;
  keep: [string, string][];
  /** Whether a report's number was looked for that no public report has. */
  unknownRef: boolean;
  places: PlaceHit[];
}) {
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
            type="search"
            defaultValue={query}
            maxLength={100}
            autoComplete="off"
            enterKeyHint="search"
            aria-describedby={unknownRef ? "q-hint q-unknown" : "q-hint"}
            className="control"
          />
          <button type="submit" className="btn btn-primary shrink-0">
            {t("common.actions.search")}
          </button>
        </div>
      </Form>
      {unknownRef && (
        <p id="q-unknown" role="status" className="font-semibold">
          {t("reports.filter.number_unknown", { number: query })}
        </p>
      )}
      {places.length > 0 && (
        <div className="flex flex-wrap items-baseline gap-x-5 text-sm">
          <span id="places">{t("reports.filter.places")}</span>
          <ul aria-labelledby="places" className="flex flex-wrap gap-x-5">
            {places.map(({ name, municipality, href }) => (
              <li key={href}>
                {/* A page of its own, so that the map goes there too. */}
                <a href={href} className="inline-flex min-h-11 items-center font-semibold">
                  {name === municipality ? name : `${name}, ${municipality}`}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </search>
  );
}
