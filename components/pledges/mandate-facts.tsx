import type { ReactNode } from "react";
import type { Texts } from "@/lib/i18n/texts";
import { daysUntil, isOver } from "@/lib/pledges/status";
import type { MandateView } from "@/lib/pledges/types";
import { OutsideLink } from "./outside-link";

/** One fact with its name. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}

/** Who, from when to when, how long still, and where that is known from. */
export function MandateFacts({ texts: { t, calendarDay }, mandate }: { texts: Texts; mandate: MandateView }) {
  const now = new Date();
  const { fromDate, toDate, mayorName, party, source, sourceUrl, sample } = mandate;
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-[auto_auto_auto_1fr]">
      <Fact name={t("pledges.mandate.mayor")}>
        {mayorName ? `${mayorName}${party ? ` (${party})` : ""}` : t("pledges.sample.office")}
      </Fact>
      <Fact name={t("pledges.mandate.term")}>
        {t("pledges.mandate.from_to", { from: calendarDay(fromDate, "short"), to: calendarDay(toDate, "short") })}
      </Fact>
      <Fact name={t("pledges.mandate.left")}>
        {isOver(mandate, now)
          ? t("pledges.mandate.ended")
          : t("pledges.mandate.days_left", { count: daysUntil(toDate, now) })}
      </Fact>
      <Fact name={t("pledges.mandate.source")}>
        <span className="font-normal">
          {source}
          {sourceUrl && (
            <>
              {" · "}
              <OutsideLink url={sourceUrl} sample={sample} />
            </>
          )}
        </span>
      </Fact>
    </dl>
  );
}
