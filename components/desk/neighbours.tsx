import { StatusMark } from "@/components/ui/status-mark";
import type { Texts } from "@/lib/i18n/texts";
import type { Neighbour } from "@/lib/reports/types";

/** Reports near by, large enough to tell whether one of them is the same. */
export function Neighbours({ texts: { t, locale }, neighbours }: { texts: Texts; neighbours: Neighbour[] }) {
  if (neighbours.length === 0) return <p className="text-sm text-muted">{t("desk.near.none")}</p>;
  return (
    <div>
      <p className="text-sm font-semibold">{t("desk.near.title")}</p>
      <ul className="divide-y divide-line text-sm">
        {neighbours.map((row) => (
          <li key={row.ref} className="py-2">
            <a href={`/${locale}/reports/${row.ref}`} target="_blank" rel="noreferrer" className="font-semibold">
              {row.ref}: {row.title}
            </a>
            <span className="flex flex-wrap gap-x-3">
              <StatusMark status={row.status} t={t} />
              <span className="text-muted">{t("desk.near.metres", { metres: row.metres })}</span>
              {row.sameCategory && <span className="text-muted">{t("desk.near.same")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
