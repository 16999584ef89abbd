import type { Metadata } from "next";
import Link from "next/link";
import { Board } from "@/components/pledges/board";
import { BoardFilterForm } from "@/components/pledges/board-filter";
import { Legend } from "@/components/pledges/legend";
import { MandateSwitch } from "@/components/pledges/mandate-switch";
import { titleOf } from "@/components/pledges/page-title";
import { PledgeLine } from "@/components/pledges/pledge-line";
import { SampleNotice, SampleTag } from "@/components/pledges/sample-tag";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { pledgeBoard } from "@/lib/pledges/queries";
import { boardSchema } from "@/lib/pledges/schema";
import type { PledgeView } from "@/lib/pledges/types";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  const { shown } = await pledgeBoard(boardSchema.parse(await searchParams).mandate);
  return { ...titleOf(t, t("pledges.title"), shown.sample), description: t("pledges.lead") };
}

export default async function PledgesPage({ params, searchParams }: Props) {
  const words = texts((await params).locale);
  const { t, locale } = words;
  const filter = boardSchema.parse(await searchParams);
  const { shown, links, rows } = await pledgeBoard(filter.mandate);
  const path = `/${locale}/pledges`;
  const fits = ({ status, sector }: PledgeView) =>
    (!filter.status || status === filter.status) && (!filter.sector || sector === filter.sector);
  const filtered = Boolean(filter.status || filter.sector);
  const found = rows.flatMap(({ municipality, pledges }) =>
    pledges.filter(fits).map((pledge) => ({ municipality, pledge })),
  );
  const written = rows.some(({ pledges }) => pledges.length > 0);
  const real = links.find(({ sample }) => !sample);
  return (
    <div className="wrap space-y-4 py-4 md:space-y-6 md:py-8">
      <div>
        <h1>
          {t("pledges.title")} {shown.sample && <SampleTag t={t} />}
        </h1>
        <p className="mt-1 hidden sm:block">{t("pledges.lead")}</p>
      </div>
      {shown.sample && <SampleNotice t={t} realHref={real && `${path}?mandate=${real.key}`} />}
      <MandateSwitch t={t} path={path} links={links} shown={shown.key} />
      <section aria-label={t("pledges.board")}>
        <Board texts={words} rows={rows} mandate={shown.key} fits={fits} />
      </section>
      {written && <Legend t={t} />}
      {written && (
        <section aria-labelledby="filter" className="space-y-3 border-t border-line pt-4">
          <h2 id="filter" className="text-lg">
            {t("pledges.filter.title")}
          </h2>
          <BoardFilterForm t={t} path={path} mandate={shown.key} filter={filter} />
          {filtered && (
            <>
              <p role="status" className="font-semibold">
                {t("pledges.filter.count", { count: found.length })}
              </p>
              <ul>
                {found.map(({ municipality, pledge }) => (
                  <PledgeLine
                    key={municipality.slug + pledge.slot}
                    texts={words}
                    pledge={pledge}
                    municipality={localName(municipality, locale)}
                    href={`${path}/${municipality.slug}/${pledge.slot}?mandate=${shown.key}`}
                  />
                ))}
              </ul>
            </>
          )}
        </section>
      )}
      <p>
        <Link href={`/${locale}/method`} className="inline-flex min-h-11 items-center">
          {t("pledges.how")}
        </Link>
      </p>
    </div>
  );
}
