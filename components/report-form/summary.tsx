import Link from "next/link";
import type { ReactNode } from "react";

export type SummaryRow = { label: string; value: ReactNode; change?: { href: string; label: string; word: string } };

/** Everything that will be sent, each with the way to change it. */
export function Summary({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="border-t border-line">
      {rows.map(({ label, value, change }) => (
        <div
          key={label}
          className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[11rem_1fr_auto] sm:items-start"
        >
          <dt className="font-semibold">{label}</dt>
          <dd className="min-w-0 whitespace-pre-line">{value}</dd>
          {change && (
            <dd>
              <Link href={change.href} aria-label={change.label} className="inline-flex min-h-11 items-center">
                {change.word}
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
