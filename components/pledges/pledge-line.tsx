import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import type { PledgeView } from "@/lib/pledges/types";
import { PledgeMark } from "./pledge-mark";

/** One commitment of a list: its number, words, where it stands, since when, until when. */
export function PledgeLine({
  texts: { t, locale, calendarDay },
  pledge,
  href,
  municipality,
}: {
  texts: Texts;
  pledge: PledgeView;
  href: string;
  /** Named where a list has more than one. */
  municipality?: string;
}) {
  const { slot, text, status, asOf, deadline, sector } = pledge;
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2 border-b border-line py-4 first:border-t lg:grid-cols-[2rem_minmax(0,1fr)_18rem]">
      <span aria-hidden="true" className="font-display text-lg font-bold leading-tight text-muted">
        {slot}
      </span>
      <div>
        {municipality && <p className="text-sm text-muted">{municipality}</p>}
        <Link href={href} className="block py-0.5 text-lg font-semibold leading-snug">
          {text[locale]}
        </Link>
        <p className="mt-1 text-sm text-muted">
          {t(`pledges.sector.${sector}`)} · {t("pledges.pledge.deadline")}:{" "}
          {deadline ? calendarDay(deadline) : t("pledges.pledge.no_deadline")}
        </p>
      </div>
      <div className="col-start-2 mt-2 lg:col-start-3 lg:mt-0">
        <PledgeMark status={status} t={t} />
        {asOf && <p className="mt-1 text-sm text-muted">{t("pledges.pledge.assessed", { date: calendarDay(asOf) })}</p>}
      </div>
    </li>
  );
}
