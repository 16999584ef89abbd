import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import { slots } from "@/lib/pledges/status";
import type { PledgeView } from "@/lib/pledges/types";
import { EmptySlot, PledgeMark } from "./pledge-mark";

/** A mayor's six in brief: each with its mark, its words and where it leads. Empty frames where they aren't written. */
export function SixMarks({
  texts: { t, locale },
  pledges,
  path,
  mandate,
}: {
  texts: Texts;
  pledges: readonly PledgeView[];
  path: string;
  mandate: string;
}) {
  if (pledges.length === 0)
    return (
      <div className="space-y-3">
        <div aria-hidden="true" className="flex gap-2">
          {slots.map((slot) => (
            <EmptySlot key={slot} />
          ))}
        </div>
        <p>{t("pledges.mandate.unwritten_long")}</p>
      </div>
    );
  return (
    <ol className="border-t border-line">
      {pledges.map(({ slot, text, status }) => (
        <li key={slot} className="border-b border-line py-2">
          <Link href={`${path}/${slot}?mandate=${mandate}`} className="block min-h-11 py-1 font-semibold leading-snug">
            {text[locale]}
          </Link>
          <PledgeMark status={status} t={t} />
        </li>
      ))}
    </ol>
  );
}
