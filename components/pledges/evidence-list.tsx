import type { Texts } from "@/lib/i18n/texts";
import type { EvidenceView } from "@/lib/pledges/types";
import { OutsideLink } from "./outside-link";

/** Every piece of evidence with its kind, title, publisher, date and link. */
export function EvidenceList({
  texts: { t, calendarDay },
  evidence,
  sample,
}: {
  texts: Texts;
  evidence: readonly EvidenceView[];
  sample: boolean;
}) {
  return (
    <ol className="space-y-2">
      {evidence.map(({ id, kind, title, publisher, date, url }, place) => (
        <li key={id} className="grid grid-cols-[1.5rem_minmax(0,1fr)]">
          <span aria-hidden="true" className="text-muted">
            {place + 1}.
          </span>
          <span>
            <span className="font-semibold">{title}</span>
            <span className="block text-sm text-muted">
              {[t(`pledges.kind.${kind}`), publisher, date ? calendarDay(date) : t("pledges.pledge.no_date")].join(
                " · ",
              )}
              {url && (
                <>
                  {" · "}
                  <OutsideLink url={url} sample={sample} />
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
