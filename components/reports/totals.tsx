import { Shape } from "@/components/ui/shape";
import { statusColour } from "@/components/ui/status-mark";
import { statusShapes } from "@/components/ui/status-shapes";
import type { Texts } from "@/lib/i18n/texts";

/** How many reports there are, and how they divide; at the same time the key to the rings on the map. */
export function Totals({
  words: { t },
  counts: { count, open, fixed, more },
}: {
  words: Texts;
  counts: { count: number; open: number; fixed: number; more: boolean };
}) {
  // How more than were counted divide, nobody knows.
  if (more)
    return (
      <p role="status" className="py-2 text-sm font-semibold">
        {t("reports.more_than", { count })}
      </p>
    );
  const closed = count - open - fixed;
  const parts = [
    { status: "open", of: open, words: t("reports.list.of_open", { count: open }) },
    { status: "fixed", of: fixed, words: t("reports.list.of_fixed", { count: fixed }) },
    { status: "rejected", of: closed, words: t("reports.list.of_closed", { count: closed }) },
  ] as const;
  return (
    <p role="status" className="flex flex-wrap gap-x-5 gap-y-1 py-2 text-sm">
      <span className="font-semibold">{t("reports.count", { count })}</span>
      {parts
        .filter(({ of }) => of > 0)
        .map(({ status, words }) => (
          <span key={status} className="inline-flex items-center gap-1.5">
            <Shape path={statusShapes[status]} size={14} className={`shrink-0 ${statusColour[status]}`} />
            {words}
          </span>
        ))}
    </p>
  );
}
