import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import { type DeskView, deskViews } from "@/lib/reports/schema";

/** The views of a desk, each with how many reports it holds. */
export function Views({
  texts: { t, number },
  counts,
  current,
  href,
}: {
  texts: Texts;
  counts: Record<DeskView, number>;
  current: DeskView;
  href: (view: DeskView) => string;
}) {
  return (
    <nav aria-label={t("desk.views.label")}>
      <ul className="flex flex-wrap gap-x-1 border-b-2 border-ink">
        {deskViews.map((view) => (
          <li key={view}>
            <Link
              href={href(view)}
              prefetch={false}
              aria-current={view === current ? "page" : undefined}
              className={`inline-flex min-h-11 items-center gap-2 px-3 ${
                view === current ? "bg-ink font-semibold text-paper no-underline hover:text-paper" : ""
              }`}
            >
              {t(`desk.views.${view}`)}
              <span
                className={`tabular-nums ${view === "overdue" && counts.overdue > 0 && view !== current ? "font-bold text-st-open" : ""}`}
              >
                {number(counts[view])}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
