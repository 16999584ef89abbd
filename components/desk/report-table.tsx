import Link from "next/link";
import { CategoryIcon } from "@/components/ui/category-icon";
import { StatusMark } from "@/components/ui/status-mark";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { DeskRow, Due } from "@/lib/reports/types";
import { DueMark } from "./due-mark";

/** A report with what the moment adds: how old it is, and what is due. */
export type DeskLine = DeskRow & { days: number; due: Due | null };

/** Reports of a desk: a table where there is room, stacked rows on a phone. A whole row leads to its report. */
export function ReportTable({
  texts,
  rows,
  me,
  caption,
  href,
}: {
  texts: Texts;
  rows: DeskLine[];
  me: string;
  caption: string;
  href: (ref: string) => string;
}) {
  const { t } = texts;
  const columns = ["report", "status", "age", "due", "assignee"] as const;
  return (
    <table className="block w-full text-left text-sm md:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden md:table-header-group">
        <tr className="border-b border-line text-muted">
          {columns.map((column) => (
            <th key={column} scope="col" className="py-2 pr-4 font-semibold">
              {t(`desk.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {rows.map((row) => (
          <Line key={row.id} texts={texts} row={row} me={me} href={href(row.ref)} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ texts, row, me, href }: { texts: Texts; row: DeskLine; me: string; href: string }) {
  const { t, locale, calendarDay } = texts;
  const cell = "block py-0.5 md:table-cell md:py-3 md:pr-4 md:align-top";
  return (
    <tr className="relative flex flex-wrap gap-x-4 border-b border-line py-3 focus-within:bg-wash hover:bg-wash md:table-row md:py-0">
      <td className={`${cell} w-full md:w-[42%]`}>
        <Link
          href={href}
          prefetch={false}
          className="text-base font-semibold after:absolute after:inset-0 after:content-['']"
        >
          {row.title}
        </Link>
        <span className="flex flex-wrap items-center gap-x-2 text-muted">
          <CategoryIcon icon={row.category.icon} size={18} />
          <span>{localName(row.category, locale)}</span>
          <span className="whitespace-nowrap tabular-nums">{row.ref}</span>
          {row.supportCount > 0 && <span>{t("desk.row.affected", { count: row.supportCount + 1 })}</span>}
          {row.reopenedCount > 0 && (
            <span className="font-semibold text-st-open">
              {t("reports.page.reopened", { count: row.reopenedCount })}
            </span>
          )}
        </span>
      </td>
      <td className={cell}>
        <StatusMark status={row.status} t={t} />
        {row.status === "planned" && row.plannedFor && (
          <span className="ml-2 text-muted md:ml-0 md:block">{calendarDay(row.plannedFor, "short")}</span>
        )}
      </td>
      <td className={`${cell} whitespace-nowrap`}>{t("desk.row.age", { days: row.days })}</td>
      <td className={cell}>
        <DueMark due={row.due} texts={texts} />
      </td>
      <td className={cell}>
        {row.assignee ? (
          <span className={row.assignee.id === me ? "font-semibold" : ""}>
            {row.assignee.id === me ? t("desk.row.me") : (row.assignee.name ?? row.assignee.email)}
          </span>
        ) : (
          <span className="text-muted">{t("desk.row.nobody")}</span>
        )}
      </td>
    </tr>
  );
}
