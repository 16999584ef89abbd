import type { Texts } from "@/lib/i18n/texts";
import type { Due } from "@/lib/reports/types";

/** What is due and when; what is late says so, with a shape of its own. */
export function DueMark({ due, texts: { t, date } }: { due: Due | null; texts: Texts }) {
  if (!due) return <span className="text-muted">–</span>;
  const day = date(due.at, "short");
  if (!due.late) return <span>{t(`desk.due.${due.kind}`, { day })}</span>;
  return (
    <span className="inline-flex items-start gap-1.5 font-semibold text-st-open">
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        aria-hidden="true"
        focusable="false"
        className="mt-1 shrink-0 fill-current"
      >
        <path
          d="M8 .5a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15ZM7 3.500h2V8l3 3-1.400 1.400L7 8.800Z"
          fillRule="evenodd"
        />
      </svg>
      {t(`desk.due.${due.kind}_late`, { days: due.lateDays, day })}
    </span>
  );
}
