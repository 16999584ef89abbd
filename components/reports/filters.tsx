import { ListFilter } from "lucide-react";
import type { Texts } from "@/lib/i18n/texts";
import type { ReportFilter } from "@/lib/reports/schema";
import { ActiveFilters, filterSize } from "./active-filters";
import { FilterForm } from "./filter-form";

type Named = { slug: string; nameSq: string; nameSr: string; nameEn: string };

/** The filter, folded away until it is wanted, and what is chosen of it. */
export function Filters(props: {
  words: Texts;
  path: string;
  filter: ReportFilter;
  municipalities: Named[];
  categories: Named[];
  /** What else the address holds and stays as it is. */
  keep: [string, string][];
}) {
  const { t } = props.words;
  const size = filterSize(props.filter);
  return (
    <div className="space-y-3">
      <details>
        <summary className="btn btn-quiet list-none">
          <ListFilter size={20} aria-hidden="true" />
          {t("reports.filter.title")}
          {size > 0 && ` (${size})`}
        </summary>
        <div className="pb-2 pt-4">
          <FilterForm {...props} />
        </div>
      </details>
      <ActiveFilters {...props} />
    </div>
  );
}
