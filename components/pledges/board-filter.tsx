import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import type { BoardFilter } from "@/lib/pledges/schema";
import { pledgeStatuses, sectors } from "@/lib/pledges/status";

/** Status and sector, sent by GET: what is shown stands in the address. */
export function BoardFilterForm({
  t,
  path,
  mandate,
  filter,
}: {
  t: Texts["t"];
  path: string;
  mandate: string;
  filter: BoardFilter;
}) {
  return (
    <form action={path} method="get" className="flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-end">
      <input type="hidden" name="mandate" value={mandate} />
      <label className="text-sm font-semibold">
        {t("pledges.filter.status")}
        <select name="status" defaultValue={filter.status ?? ""} className="control mt-1 font-normal sm:w-56">
          <option value="">{t("pledges.filter.all_statuses")}</option>
          {pledgeStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`pledges.status.${status}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="text-sm font-semibold">
        {t("pledges.filter.sector")}
        <select name="sector" defaultValue={filter.sector ?? ""} className="control mt-1 font-normal sm:w-56">
          <option value="">{t("pledges.filter.all_sectors")}</option>
          {sectors.map((sector) => (
            <option key={sector} value={sector}>
              {t(`pledges.sector.${sector}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn btn-quiet">
        {t("common.actions.filter")}
      </button>
      {(filter.status || filter.sector) && (
        <Link href={`${path}?mandate=${mandate}`} className="inline-flex min-h-11 items-center">
          {t("common.actions.clear")}
        </Link>
      )}
    </form>
  );
}
