import Form from "next/form";
import { StatusMark } from "@/components/ui/status-mark";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { onlyKinds, periods, type ReportFilter } from "@/lib/reports/schema";
import { publicStatuses } from "@/lib/reports/status";

type Named = { slug: string; nameSq: string; nameSr: string; nameEn: string };

/** What the list and the map are filtered by; a GET form, so that the address holds the view. */
export function FilterForm({
  words: { t, locale },
  path,
  filter,
  municipalities,
  categories,
  keep,
}: {
  words: Texts;
  path: string;
  filter: ReportFilter;
  municipalities: Named[];
  categories: Named[];
  /** What else the address holds and stays as it is. */
  keep: [string, string][];
}) {
  const options = (all: Named[]) =>
    all.map((one) => (
      <option key={one.slug} value={one.slug}>
        {localName(one, locale)}
      </option>
    ));
  return (
    <Form action={path} className="space-y-4" scroll={false}>
      {keep.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <Choice id="municipality" label={t("reports.filter.municipality")} value={filter.municipality}>
          <option value="">{t("reports.filter.all_municipalities")}</option>
          {options(municipalities)}
        </Choice>
        <Choice id="category" label={t("reports.filter.category")} value={filter.category}>
          <option value="">{t("reports.filter.all_categories")}</option>
          {options(categories)}
        </Choice>
        <Choice id="period" label={t("reports.filter.period")} value={filter.period}>
          <option value="">{t("reports.filter.all_time")}</option>
          {periods.map((days) => (
            <option key={days} value={days}>
              {t(`reports.filter.last_${days}`)}
            </option>
          ))}
        </Choice>
        <Choice id="only" label={t("reports.filter.only")} value={filter.only}>
          <option value="">{t("reports.filter.only_all")}</option>
          {onlyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`reports.filter.only_${kind}`)}
            </option>
          ))}
        </Choice>
      </div>
      <fieldset>
        <legend className="font-semibold">{t("reports.filter.status")}</legend>
        <p className="text-sm text-muted">{t("reports.filter.any_status")}</p>
        <div className="mt-1 flex flex-wrap gap-x-5">
          {publicStatuses.map((status) => (
            <label key={status} htmlFor={`status-${status}`} className="flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                id={`status-${status}`}
                name="status"
                value={status}
                key={String(filter.status.includes(status))}
                defaultChecked={filter.status.includes(status)}
                className="size-5 accent-primary"
              />
              <StatusMark status={status} t={t} />
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="btn btn-primary">
        {t("common.actions.filter")}
      </button>
    </Form>
  );
}

function Choice({
  id,
  label,
  value,
  children,
}: {
  id: string;
  label: string;
  value: string | undefined;
  children: React.ReactNode;
}) {
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <select key={value ?? ""} id={id} name={id} defaultValue={value ?? ""} className="control mt-1">
        {children}
      </select>
    </div>
  );
}
