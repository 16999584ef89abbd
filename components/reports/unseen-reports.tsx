import type { Texts } from "@/lib/i18n/texts";
import type { UnseenReport } from "@/lib/reports/types";

/** What a person filed without an e-mail and isn't public: waits for a look, or was refused, and why. */
export function UnseenReports({ texts: { t, date }, reports }: { texts: Texts; reports: UnseenReport[] }) {
  if (reports.length === 0) return null;
  return (
    <ul>
      {reports.map(({ ref, title, createdAt, state, reason }) => (
        <li key={ref} className="border-b border-line py-3 first:border-t">
          <p>
            <span className="font-semibold">{title || ref}</span>{" "}
            <span className="text-muted text-sm">
              {ref}, {date(createdAt)}
            </span>
          </p>
          <p>{t(`accounts.private_link.${state}`)}</p>
          {reason && <blockquote className="mt-1 border-l-4 border-line pl-4 whitespace-pre-line">{reason}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
