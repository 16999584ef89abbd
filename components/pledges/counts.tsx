import type { Texts } from "@/lib/i18n/texts";
import { type PledgeStatus, summarise } from "@/lib/pledges/status";
import { PledgeTile } from "./pledge-mark";

/** The six of a mandate as six marks, each status with its count in words. No score is made of them. */
export function Counts({ t, statuses }: { t: Texts["t"]; statuses: readonly PledgeStatus[] }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-3">
      {summarise(statuses).map(({ status, count }) => (
        <li key={status} className="flex flex-col gap-1">
          <span className="flex gap-1">
            {Array.from({ length: count }, (_, place) => `${status}${place}`).map((key) => (
              <PledgeTile key={key} status={status} />
            ))}
          </span>
          <span className="text-sm font-semibold">
            {t("pledges.mandate.count", { status: t(`pledges.status.${status}`), count })}
          </span>
        </li>
      ))}
    </ul>
  );
}
