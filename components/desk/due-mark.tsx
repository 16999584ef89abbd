import { Shape } from "@/components/ui/shape";
import type { Texts } from "@/lib/i18n/texts";
import type { Due } from "@/lib/reports/types";

/** A clock face, an hourglass that runs out, two bars: late, nearly late, paused. */
const shapes = {
  late: "M8 .5a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15ZM7 3.500h2V8l3 3-1.400 1.400L7 8.800Z",
  soon: "M3 1h10v3L9.200 8l3.800 4v3H3v-3l3.800-4L3 4Zm2 2v.600L8 7l3-3.400V3Z",
  paused: "M3.500 2h3v12h-3Zm6 0h3v12h-3Z",
} as const;

const Mark = ({ shape }: { shape: keyof typeof shapes }) => <Shape path={shapes[shape]} className="mt-1 shrink-0" />;

/**
 * What is due and when. What is late, nearly late or paused says so in words, with a shape of its own.
 * @param to the institution that is waited for
 */
export function DueMark({ due, to, texts: { t, date } }: { due: Due | null; to?: string | null; texts: Texts }) {
  if (!due) return <span className="text-muted">–</span>;
  const { kind, late, soon, lateDays, leftDays } = due;
  const day = date(due.at, "short");
  if (kind === "paused")
    return (
      <span className="inline-flex items-start gap-1.5">
        <Mark shape="paused" />
        {to ? t("desk.due.paused_for", { day, to }) : t("desk.due.paused", { day })}
      </span>
    );
  if (!late && !soon) return <span>{t(`desk.due.${kind}`, { day })}</span>;
  return (
    <span className={`inline-flex items-start gap-1.5 font-semibold ${late ? "text-st-open" : ""}`}>
      <Mark shape={late ? "late" : "soon"} />
      {late ? t(`desk.due.${kind}_late`, { days: lateDays, day }) : t(`desk.due.${kind}_soon`, { days: leftDays })}
    </span>
  );
}
