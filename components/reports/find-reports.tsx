import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { View } from "@/lib/map/types";
import { viewQuery } from "@/lib/reports/schema";
import { Filters } from "./filters";
import { NothingFound } from "./nothing-found";
import { OrderLinks } from "./order-links";
import { ReportList } from "./report-list";
import { ScopeLine } from "./scope-line";
import { SearchBox } from "./search-box";
import { Totals } from "./totals";

type Props = { words: Texts; path: string; view: View };

/** The parameters of a view without some of them, for a form that sets those itself. */
const without = (query: string, ...names: string[]): [string, string][] =>
  [...new URLSearchParams(query)].filter(([name]) => !names.includes(name));

/** The search and the filter of a page with reports. */
export function Finding({ words, path, view }: Props) {
  const { filter, municipalities, categories, query, places, unknownRef } = view;
  const nameOf = (slug: string) => {
    const one = municipalities.find((row) => row.slug === slug);
    return one ? localName(one, words.locale) : slug;
  };
  return (
    <>
      <SearchBox
        words={words}
        path={path}
        query={filter.q ?? ""}
        keep={without(query, "q")}
        unknownRef={unknownRef}
        places={places.map(({ nameSq, nameSr, municipalityId, lat, lon }) => ({
          name: localName({ nameSq, nameSr }, words.locale),
          municipality: nameOf(municipalityId),
          href: `${path}?${viewQuery({ ...filter, q: undefined, municipality: undefined }, { sort: "nearest", at: { lat, lon } })}`,
        }))}
      />
      <Filters
        words={words}
        path={path}
        filter={filter}
        municipalities={municipalities}
        categories={categories}
        keep={without(query, "municipality", "category", "status", "period", "only")}
      />
    </>
  );
}

/** What was found: how many, in which order, and the list. */
export function FoundReports({ words, path, view, columns = false }: Props & { columns?: boolean }) {
  const { filter, order, page, counts, hidden, query, later } = view;
  // Where nothing is found, what else to try says more than how it is ordered.
  const some = page.rows.length > 0 || later;
  return (
    <>
      <Totals words={words} counts={counts} />
      {some && <ScopeLine words={words} path={path} filter={filter} order={order} hidden={hidden} />}
      {some && <OrderLinks words={words} path={path} filter={filter} order={order} />}
      <ReportList
        page={page}
        words={words}
        path={path}
        query={query}
        later={later}
        columns={columns}
        nothing={<NothingFound words={words} path={path} filter={filter} />}
        from={order.sort === "nearest" ? order.at : undefined}
      />
    </>
  );
}
