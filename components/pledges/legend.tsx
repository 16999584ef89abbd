import type { Texts } from "@/lib/i18n/texts";
import { pledgeStatuses } from "@/lib/pledges/status";
import { PledgeMark } from "./pledge-mark";

/** What the marks mean: each with its word. */
export function Legend({ t }: { t: Texts["t"] }) {
  return (
    <section aria-labelledby="legend">
      <h2 id="legend" className="sr-only">
        {t("pledges.legend")}
      </h2>
      <ul className="grid grid-cols-2 items-center gap-x-4 gap-y-2 text-sm sm:flex sm:flex-wrap sm:gap-x-6">
        {pledgeStatuses.map((status) => (
          <li key={status}>
            <PledgeMark status={status} t={t} />
          </li>
        ))}
      </ul>
    </section>
  );
}
