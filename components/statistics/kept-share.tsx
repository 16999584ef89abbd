import type { Texts } from "@/lib/i18n/texts";
import type { Kept } from "@/lib/statistics/types";

/** Under so many a share in hundredths would say more than is known. */
const ENOUGH = 5;

/** "18 of 24", and from five on which share that is. */
export function KeptShare({ kept: { due, inTime }, words: { t, tag } }: { kept: Kept; words: Texts }) {
  if (due === 0) return <span className="font-normal text-muted">{t("pages.kept.none")}</span>;
  const share = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }).format(inTime / due);
  return (
    <>
      <span className="whitespace-nowrap">{t("pages.kept.of", { count: inTime, due })}</span>
      {due >= ENOUGH && <span className="block text-sm font-normal text-muted">{share}</span>}
    </>
  );
}
