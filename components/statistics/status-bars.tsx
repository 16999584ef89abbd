import Link from "next/link";
import { StatusMark, statusColour } from "@/components/ui/status-mark";
import type { Texts } from "@/lib/i18n/texts";
import { type PublicStatus, publicStatuses } from "@/lib/reports/status";

/** Reports by status: a number and a bar each; the number is a link to the reports it counts. */
export function StatusBars({
  words: { t, number },
  counts,
  link,
  caption,
}: {
  words: Texts;
  counts: Map<PublicStatus, number>;
  link: (status: PublicStatus) => string;
  caption: string;
}) {
  const most = Math.max(1, ...counts.values());
  return (
    <table className="w-full max-w-2xl">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("pages.municipality.status_head")}</th>
          <th scope="col">{t("pages.municipality.count_head")}</th>
        </tr>
      </thead>
      <tbody>
        {publicStatuses.map((status) => {
          const count = counts.get(status) ?? 0;
          return (
            <tr key={status}>
              <th scope="row" className="w-px whitespace-nowrap pr-4 text-left font-normal">
                <StatusMark status={status} t={t} />
              </th>
              <td>
                <span className="flex items-center gap-3">
                  {count > 0 ? (
                    <Link
                      href={link(status)}
                      className="inline-flex min-h-11 min-w-11 items-center justify-end font-semibold tabular-nums"
                    >
                      {number(count)}
                    </Link>
                  ) : (
                    <span className="inline-flex min-h-11 min-w-11 items-center justify-end text-muted">0</span>
                  )}
                  <svg
                    viewBox="0 0 100 10"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                    focusable="false"
                    className={`h-4 w-0 grow fill-current ${statusColour[status]}`}
                  >
                    <rect width={(count / most) * 100} height="10" />
                  </svg>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
