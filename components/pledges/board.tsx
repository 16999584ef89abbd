import Link from "next/link";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { slots } from "@/lib/pledges/status";
import type { BoardRow, PledgeView } from "@/lib/pledges/types";
import { EmptySlot, PledgeTile } from "./pledge-mark";

type Props = {
  texts: Texts;
  rows: readonly BoardRow[];
  /** Key of the mandate that is shown, for the links. */
  mandate: string;
  /** Whether a pledge is within the filter. */
  fits: (pledge: PledgeView) => boolean;
};

const rowGrid =
  "grid grid-cols-6 items-center min-[22.5rem]:grid-cols-[minmax(0,1fr)_repeat(6,2.75rem)] sm:grid-cols-[13rem_repeat(6,3.5rem)] lg:grid-cols-[13rem_repeat(6,minmax(0,1fr))]";

/** Seven municipalities, six marks each: the numbers above, the words beside the marks where there is room. */
export function Board({ texts, rows, mandate, fits }: Props) {
  return (
    <div>
      <div aria-hidden="true" className={`${rowGrid} text-xs text-muted`}>
        <span className="col-span-6 min-[22.5rem]:col-span-1" />
        {slots.map((slot) => (
          <span key={slot} className="text-center lg:pl-2 lg:text-left">
            {slot}
          </span>
        ))}
      </div>
      <ul className="border-t-2 border-ink">
        {rows.map((row) => (
          <li key={row.municipality.slug} className="border-b border-line">
            <Row texts={texts} row={row} mandate={mandate} fits={fits} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ texts: { t, locale }, row, mandate, fits }: Omit<Props, "rows"> & { row: BoardRow }) {
  const { municipality, pledges } = row;
  const href = `/${locale}/pledges/${municipality.slug}`;
  const query = `?mandate=${mandate}`;
  return (
    <div className={rowGrid}>
      <h2 className="col-span-6 text-sm leading-tight min-[22.5rem]:col-span-1 lg:text-base">
        <Link href={href + query} className="flex min-h-12 flex-col justify-center py-1 no-underline hover:underline">
          <span className="hyphens-auto">{localName(municipality, locale)}</span>
          <RowNote t={t} row={row} />
        </Link>
      </h2>
      {pledges.length > 0 ? (
        <ol className="contents">
          {pledges.map((pledge) => (
            <li key={pledge.slot} className="min-w-0">
              <Cell t={t} locale={locale} pledge={pledge} href={`${href}/${pledge.slot}${query}`} fits={fits(pledge)} />
            </li>
          ))}
        </ol>
      ) : (
        <div className="col-span-6 flex flex-col py-2">
          <span className="flex justify-around lg:hidden">
            {slots.map((slot) => (
              <EmptySlot key={slot} />
            ))}
          </span>
          <span className="hidden grid-cols-6 lg:grid">
            {slots.map((slot) => (
              <span key={slot} className="pl-2">
                <EmptySlot />
              </span>
            ))}
          </span>
          <span className="mt-0.5 text-xs text-muted lg:pl-2">
            {row.mandate ? t("pledges.mandate.unwritten") : t("pledges.mandate.none")}
          </span>
        </div>
      )}
    </div>
  );
}

/** Who stands for the mandate: a real mayor by name, a sample by its office. */
function RowNote({ t, row: { mandate } }: { t: Texts["t"]; row: BoardRow }) {
  if (!mandate) return null;
  if (mandate.sample)
    return (
      <span className="font-sans text-xs font-normal tracking-normal text-muted">
        <span className="lg:hidden">{t("pledges.sample.row")}</span>
        <span className="hidden lg:inline">{t("pledges.sample.office")}</span>
      </span>
    );
  return <span className="font-sans text-xs font-normal tracking-normal text-muted">{mandate.mayorName}</span>;
}

function Cell({
  t,
  locale,
  pledge,
  href,
  fits,
}: {
  t: Texts["t"];
  locale: Texts["locale"];
  pledge: PledgeView;
  href: string;
  fits: boolean;
}) {
  const { slot, status } = pledge;
  if (!fits)
    return (
      <span className="grid min-h-12 place-items-center lg:justify-items-start lg:pl-2">
        <span className="grid size-9 place-items-center">
          <span aria-hidden="true" className="size-1.5 rounded-full bg-muted" />
        </span>
        <span className="sr-only">
          {t("pledges.cell", { slot: String(slot), status: t("pledges.filter.outside") })}
        </span>
      </span>
    );
  return (
    <Link
      href={href}
      className="group flex min-h-12 flex-col items-center justify-center gap-1 py-1 text-ink no-underline lg:min-h-18 lg:flex-row lg:justify-start lg:gap-2 lg:px-2 lg:py-2"
    >
      <PledgeTile status={status} />
      <span aria-hidden="true" className="hidden text-xs leading-tight group-hover:underline lg:block">
        <span className="block font-semibold">{t(`pledges.status.${status}`)}</span>
        <span className="block text-muted">{t(`pledges.sector.${pledge.sector}`)}</span>
      </span>
      <span className="sr-only">
        {t("pledges.cell", { slot: String(slot), status: t(`pledges.status.${status}`) })} {pledge.text[locale]}
      </span>
    </Link>
  );
}
