import Link from "next/link";
import { PledgeTile } from "@/components/pledges/pledge-mark";
import { SampleTag } from "@/components/pledges/sample-tag";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { PledgeStatus, Stage } from "@/lib/pledges/status";
import type { MunicipalityName, Words } from "@/lib/pledges/types";
import { StageMark } from "./stage";

type MandateRowView = {
  id: string;
  municipality: MunicipalityName;
  mayorName: string | null;
  fromDate: Date;
  toDate: Date;
  sample: boolean;
  published: boolean;
  pledges: {
    id: string;
    slot: number;
    text: Words;
    translated: boolean;
    stages: { id: string; stage: Stage; status: PledgeStatus; mine: boolean }[];
  }[];
};

/** A mandate at the desk: its six folded away, each with where its newest assessment stands. */
export function MandateRow({ texts: { t, locale }, mandate }: { texts: Texts; mandate: MandateRowView }) {
  const { pledges, sample, published } = mandate;
  return (
    <li className="border-b border-line py-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="text-lg">{localName(mandate.municipality, locale)}</h3>
        {sample ? <SampleTag t={t} /> : <span>{mandate.mayorName}</span>}
        <span className="text-sm text-muted">
          {mandate.fromDate.getUTCFullYear()}–{mandate.toDate.getUTCFullYear()} ·{" "}
          {t("staff.mandates.written", { count: pledges.length })} ·{" "}
          {t(published ? "staff.mandates.published" : "staff.mandates.unpublished")}
        </span>
        <Link
          href={`/${locale}/staff/mandates/${mandate.id}`}
          className="ml-auto inline-flex min-h-11 items-center text-sm"
        >
          {t("staff.mandates.six")}
        </Link>
      </div>
      {pledges.length > 0 && (
        <ol className="mt-2 grid gap-x-8 md:grid-cols-2">
          {pledges.map(({ id, slot, text, translated, stages: [newest] }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 border-t border-line py-1">
              <span className="w-4 font-display font-bold text-muted">{slot}</span>
              {newest ? (
                <PledgeTile status={newest.status} size="sm" />
              ) : (
                <span aria-hidden="true" className="size-6 rounded-md border-2 border-dashed border-line" />
              )}
              <Link
                href={`/${locale}/staff/pledges/${id}`}
                className="inline-flex min-h-11 min-w-0 grow basis-48 items-center text-sm"
              >
                {text[locale] || text.sq}
              </Link>
              {!translated && (
                <span className="text-sm font-semibold text-st-broken">{t("staff.mandate.untranslated")}</span>
              )}
              {newest ? (
                <StageMark t={t} stage={newest.stage} />
              ) : (
                <span className="text-sm text-muted">{t("staff.stage.none")}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
