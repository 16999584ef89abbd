import Link from "next/link";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { HolidayRow } from "@/lib/municipalities/types";

type Props = { texts: Texts; rows: HolidayRow[]; year: number; path: string };

/** The holidays of a year: the day, what is free for it, and whether the day is certain. */
export function HolidayList({ rows, ...props }: Props) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id ?? `${row.feast} ${row.day}`} className="border-b border-line py-3 first:border-t">
          <Holiday {...props} row={row} />
        </li>
      ))}
    </ul>
  );
}

function Holiday({ texts: { t, locale, calendarDay }, row, year, path }: Omit<Props, "rows"> & { row: HolidayRow }) {
  const { id, feast, names, day, free, checked } = row;
  const name = names ? localName(names, locale) : feast ? t(`clock.feasts.${feast}`) : "";
  const field = `day-${id}`;
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
      <div className="min-w-0 grow basis-72">
        <p className="font-semibold">{name}</p>
        <p>
          <time dateTime={day}>{calendarDay(new Date(day), "weekday")}</time>
        </p>
        {free !== day && (
          <p className="text-sm text-muted">
            {free
              ? t("clock.holidays.moved", { day: calendarDay(new Date(free), "weekday") })
              : t("clock.holidays.weekend")}
          </p>
        )}
        {!checked && (
          <p className="inline-flex items-start gap-1.5 font-semibold">
            <svg
              width="16"
              height="16"
              viewBox="0 0 16 16"
              aria-hidden="true"
              focusable="false"
              className="mt-1 shrink-0"
            >
              <path d="M8 1 15.500 14.500H.500Z" className="fill-none stroke-current" strokeWidth="1.600" />
              <path d="M7.200 5.500h1.600v4.200H7.200Zm0 5.300h1.600v1.600H7.200Z" className="fill-current" />
            </svg>
            {t("clock.holidays.unchecked")}
          </p>
        )}
      </div>
      {id && (
        <>
          <form method="get" action={path} className="flex flex-wrap items-end gap-2">
            <input type="hidden" name="year" value={year} />
            <input type="hidden" name="change" value="move" />
            <input type="hidden" name="id" value={id} />
            <label htmlFor={field} className="text-sm">
              <span className="block">
                {t("clock.holidays.day_of")} <span className="sr-only">{name}</span>
              </span>
              <input id={field} type="date" name="day" required defaultValue={day} className="control" />
            </label>
            <button type="submit" className="btn btn-quiet">
              {t(checked ? "clock.holidays.move" : "clock.holidays.confirm")}
              <span className="sr-only">: {name}</span>
            </button>
          </form>
          <Link
            href={`${path}?${new URLSearchParams({ year: String(year), change: "remove", id })}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center"
          >
            {t("clock.holidays.remove")}
            <span className="sr-only">: {name}</span>
          </Link>
        </>
      )}
    </div>
  );
}
