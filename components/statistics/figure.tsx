import type { Texts } from "@/lib/i18n/texts";

/** A median in days, to one decimal; a tenth of a day where it is less. Words where there is none. */
export function Days({ value, t }: { value: number | null; t: Texts["t"] }) {
  if (value === null) return <span className="text-muted">{t("pages.figures.none")}</span>;
  return <>{t("pages.figures.days", { days: Math.max(0.1, Math.round(value * 10) / 10) })}</>;
}
