import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import type { UnseenReport } from "@/lib/reports/types";

type Props = {
  texts: Texts;
  reports: UnseenReport[];
  /** Whether the reader is signed in, and can change what nobody has looked at yet. */
  mine?: boolean;
};

/** What a person filed without an e-mail and isn't public: waits for a look, or was refused, and why. */
export function UnseenReports({ texts: { t, date, locale }, reports, mine = false }: Props) {
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
          {mine && state === "look" && (
            <p>
              <Link href={`/${locale}/reports/${ref}/yours`} className="inline-flex min-h-11 items-center">
                {t("accounts.private_link.yours")}
              </Link>
            </p>
          )}
          {reason && <blockquote className="mt-1 border-l-4 border-line pl-4 whitespace-pre-line">{reason}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
