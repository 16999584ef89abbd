import Link from "next/link";
import type { ReactNode } from "react";
import type { Texts } from "@/lib/i18n/texts";
import { filterQuery, type ReportFilter } from "@/lib/reports/schema";
import { openStatuses } from "@/lib/reports/status";
import type { Figures } from "@/lib/statistics/types";
import { Days } from "./figure";

export type FiguresRow = {
  name: string;
  /** The municipality's; absent for the total. */
  slug?: string;
  figures: Figures;
};

const columns = ["reports", "open", "fixed", "overdue", "answer", "fix", "reopened"] as const;
type Column = (typeof columns)[number];

/** What the list that a figure counts is filtered by. */
const listed: Partial<Record<Column, Pick<ReportFilter, "status" | "only">>> = {
  reports: { status: [] },
  open: { status: [...openStatuses] },
  fixed: { status: ["fixed"] },
  overdue: { status: [], only: "overdue" },
  reopened: { status: [], only: "reopened" },
};

/**
 * Figures by municipality: a table where there is room, a block for each on phones. Each screen reads only one of the two.
 */
export function FiguresTable({ words, rows }: { words: Texts; rows: FiguresRow[] }) {
  const { t } = words;
  return (
    <>
      <table className="hidden w-full text-right tabular-nums lg:table">
        <caption className="sr-only">{t("pages.statistics.table")}</caption>
        <thead>
          <tr className="border-b-2 border-ink align-bottom text-sm">
            <th scope="col" className="py-2 text-left">
              {t("pages.statistics.municipality")}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-2 pl-4">
                {t(`pages.statistics.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className={`border-b border-line align-top ${row.slug ? "" : "font-bold"}`}>
              <th scope="row" className="py-2 text-left">
                <Name row={row} words={words} />
              </th>
              {columns.map((column) => (
                <td key={column} className="py-2 pl-4">
                  <Value row={row} column={column} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="space-y-8 lg:hidden">
        {rows.map((row) => (
          <section key={row.name}>
            <h2 className="border-b-2 border-ink">
              <Name row={row} words={words} />
            </h2>
            <dl>
              {columns.map((column) => (
                <div key={column} className="flex items-center justify-between gap-4 border-b border-line">
                  <dt className="py-1">{t(`pages.statistics.${column}`)}</dt>
                  <dd className="text-right font-semibold tabular-nums">
                    <Value row={row} column={column} words={words} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}

const target = "inline-flex min-h-11 items-center";

function Name({ row: { name, slug }, words }: { row: FiguresRow; words: Texts }): ReactNode {
  if (!slug) return <span className={target}>{name}</span>;
  return (
    <Link href={`/${words.locale}/municipalities/${slug}`} className={target}>
      {name}
    </Link>
  );
}

function Value({
  row: { slug, figures },
  column,
  words,
}: {
  row: FiguresRow;
  column: Column;
  words: Texts;
}): ReactNode {
  const { t, locale, number } = words;
  if (column === "answer" || column === "fix") {
    const [value, of] =
      column === "answer"
        ? [figures.medianAnswerDays, t("pages.figures.of_answered", { count: figures.answered })]
        : [figures.medianFixDays, t("pages.figures.of_fixed", { count: figures.fixed })];
    return (
      <span className="inline-flex min-h-11 flex-col justify-center">
        <Days value={value} t={t} />
        {value !== null && <span className="block text-sm font-normal text-muted">{of}</span>}
      </span>
    );
  }
  const value = figures[column];
  const of = listed[column];
  if (!of || value === 0) return <span className={target}>{number(value)}</span>;
  const query = filterQuery({ municipality: slug, ...of });
  return (
    <Link
      href={`/${locale}/reports${query && `?${query}`}`}
      prefetch={false}
      className={`${target} min-w-11 justify-end`}
    >
      {number(value)}
    </Link>
  );
}
