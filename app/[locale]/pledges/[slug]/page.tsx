import type { Metadata } from "next";
import Link from "next/link";
import { Counts } from "@/components/pledges/counts";
import { MandateFacts } from "@/components/pledges/mandate-facts";
import { MandateSwitch } from "@/components/pledges/mandate-switch";
import { titleOf } from "@/components/pledges/page-title";
import { PledgeLine } from "@/components/pledges/pledge-line";
import { EmptySlot } from "@/components/pledges/pledge-mark";
import { SampleNotice, SampleTag } from "@/components/pledges/sample-tag";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { mandatePage } from "@/lib/pledges/queries";
import { boardSchema } from "@/lib/pledges/schema";
import { slots } from "@/lib/pledges/status";
import { noSuchPage, noSuchPageMetadata } from "../../no-such-page";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

async function load({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  const page = await mandatePage(slug, boardSchema.parse(await searchParams).mandate);
  return page && { words: texts(locale), ...page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await load(props);
  if (!page) return noSuchPageMetadata((await props.params).locale);
  const { words, municipality, mandate } = page;
  const title = words.t("pledges.mandate.page_title", { municipality: localName(municipality, words.locale) });
  return titleOf(words.t, title, mandate.sample);
}

export default async function MandatePage(props: Props) {
  const page = await load(props);
  if (!page) return noSuchPage((await props.params).locale);
  const { words, municipality, mandate, links, pledges } = page;
  const { t, locale } = words;
  const board = `/${locale}/pledges`;
  const path = `${board}/${municipality.slug}`;
  const real = links.find(({ sample }) => !sample);
  return (
    <div className="wrap space-y-6 py-4 md:py-8">
      <div className="space-y-4">
        <p>
          <Link href={`${board}?mandate=${mandate.key}`} className="inline-flex min-h-11 items-center text-sm">
            {t("pledges.title")}
          </Link>
        </p>
        <h1>
          {localName(municipality, locale)} {mandate.sample && <SampleTag t={t} />}
        </h1>
        {mandate.sample && <SampleNotice t={t} realHref={real && `${path}?mandate=${real.key}`} />}
        <MandateSwitch t={t} path={path} links={links} shown={mandate.key} />
        <MandateFacts texts={words} mandate={mandate} />
      </div>
      {pledges.length > 0 ? (
        <>
          <section aria-labelledby="counts" className="space-y-3">
            <h2 id="counts" className="text-lg">
              {t("pledges.mandate.counts")}
            </h2>
            <Counts t={t} statuses={pledges.map(({ status }) => status)} />
          </section>
          <section aria-labelledby="six" className="space-y-3">
            <h2 id="six" className="text-lg">
              {t("pledges.mandate.six")}
            </h2>
            <ol>
              {pledges.map((pledge) => (
                <PledgeLine
                  key={pledge.slot}
                  texts={words}
                  pledge={pledge}
                  href={`${path}/${pledge.slot}?mandate=${mandate.key}`}
                />
              ))}
            </ol>
          </section>
        </>
      ) : (
        <section aria-labelledby="six" className="space-y-3">
          <h2 id="six" className="text-lg">
            {t("pledges.mandate.six")}
          </h2>
          <div aria-hidden="true" className="flex gap-2">
            {slots.map((slot) => (
              <EmptySlot key={slot} />
            ))}
          </div>
          <p className="prose-width">{t("pledges.mandate.unwritten_long")}</p>
        </section>
      )}
      <ul className="flex flex-wrap gap-x-6">
        <li>
          <Link href={`/${locale}/method`} className="inline-flex min-h-11 items-center">
            {t("pledges.how")}
          </Link>
        </li>
        <li>
          <Link
            href={`/${locale}/reports?municipality=${municipality.slug}`}
            className="inline-flex min-h-11 items-center"
          >
            {t("pledges.mandate.reports")}
          </Link>
        </li>
      </ul>
    </div>
  );
}
