import type { Texts } from "@/lib/i18n/texts";
import type { KeptPeriods } from "@/lib/statistics/types";
import { KeptShare } from "./kept-share";

const columns = [
  ["answer", "now"],
  ["answer", "before"],
  ["fix", "now"],
  ["fix", "before"],
] as const;

/** How each municipality kept its targets in two periods: a table where there is room, a block for each on phones. */
export function KeptTable({ words, rows }: { words: Texts; rows: { name: string; kept: KeptPeriods }[] }) {
  const { t } = words;
  const strong = (period: string) => (period === "now" ? "font-semibold" : "font-normal text-muted");
  return (
    <>
      <table className="hidden w-full text-right tabular-nums lg:table">
        <caption className="sr-only">{t("pages.kept.title")}</caption>
        <thead>
          <tr className="align-bottom">
            <td />
            {(["answer", "fix"] as const).map((what) => (
              <th key={what} scope="colgroup" colSpan={2} className="pl-4">
                {t(`pages.kept.${what}`)}
              </th>
            ))}
          </tr>
          <tr className="border-b-2 border-ink align-bottom text-sm">
            <th scope="col" className="py-2 text-left">
              {t("pages.statistics.municipality")}
            </th>
            {columns.map(([what, period]) => (
              <th key={what + period} scope="col" className={`py-2 pl-4 ${strong(period)}`}>
                {t(`pages.municipality.period_${period}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, kept }) => (
            <tr key={name} className="border-b border-line align-top">
              <th scope="row" className="py-2 text-left">
                {name}
              </th>
              {columns.map(([what, period]) => (
                <td key={what + period} className={`py-2 pl-4 ${strong(period)}`}>
                  <KeptShare kept={kept[period][what]} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="space-y-8 lg:hidden">
        {rows.map(({ name, kept }) => (
          <table key={name} className="w-full text-right tabular-nums">
            <caption className="text-left font-display text-lg font-bold">{name}</caption>
            <thead>
              <tr className="border-b-2 border-ink align-bottom text-sm">
                <td />
                {(["now", "before"] as const).map((period) => (
                  <th key={period} scope="col" className={`py-2 pl-3 ${strong(period)}`}>
                    {t(`pages.municipality.period_${period}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(["answer", "fix"] as const).map((what) => (
                <tr key={what} className="border-b border-line align-top">
                  <th scope="row" className="py-2 text-left font-normal">
                    {t(`pages.kept.${what}`)}
                  </th>
                  {(["now", "before"] as const).map((period) => (
                    <td key={period} className={`py-2 pl-3 ${strong(period)}`}>
                      <KeptShare kept={kept[period][what]} words={words} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}
