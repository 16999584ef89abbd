import type { Metadata } from "next";
import Link from "next/link";
import { Assessment } from "@/components/pledges/assessment";
import { Fact } from "@/components/pledges/mandate-facts";
import { hostOf, OutsideLink } from "@/components/pledges/outside-link";
import { titleOf } from "@/components/pledges/page-title";
import { PledgeMark } from "@/components/pledges/pledge-mark";
import { SampleNotice, SampleTag } from "@/components/pledges/sample-tag";
import { Timeline } from "@/components/pledges/timeline";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { pledgePage } from "@/lib/pledges/queries";
import { boardSchema } from "@/lib/pledges/schema";
import { isSlot, slots } from "@/lib/pledges/status";
import { noSuchPage, noSuchPageMetadata } from "../../../no-such-page";

type Props = {
  params: Promise<{ locale: Locale; slug: string; slot: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

async function load({ params, searchParams }: Props) {
  const { locale, slug, slot } = await params;
  const number = /^[1-6]$/.test(slot) ? Number(slot) : 0;
  const page = isSlot(number) ? await pledgePage(slug, number, boardSchema.parse(await searchParams).mandate) : null;
  return page && { words: texts(locale), ...page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await load(props);
  if (!page) return noSuchPageMetadata((await props.params).locale);
  const { words, municipality, mandate, pledge } = page;
  const { t, locale } = words;
  const title = t("pledges.pledge.page_title", {
    municipality: localName(municipality, locale),
    slot: String(pledge.slot),
  });
  return { ...titleOf(t, title, mandate.sample), description: pledge.text[locale] };
}

export default async function PledgePage(props: Props) {
  const page = await load(props);
  if (!page) return noSuchPage((await props.params).locale);
  const { words, municipality, mandate, pledge, assessments, links } = page;
  const { t, locale, calendarDay } = words;
  const name = localName(municipality, locale);
  const path = `/${locale}/pledges/${municipality.slug}`;
  const query = `?mandate=${mandate.key}`;
  const real = links.find(({ sample }) => !sample);
  const { deadline, sourceDate, sourceUrl } = pledge;
  return (
    <div className="wrap space-y-8 py-4 md:py-8">
      <div className="space-y-4">
        <p>
          <Link href={path + query} className="inline-flex min-h-11 items-center text-sm">
            {t("pledges.pledge.all_six", { municipality: name })}
          </Link>
        </p>
        <div>
          <p className="text-sm font-semibold text-muted">
            {name} · {t("pledges.pledge.number", { slot: String(pledge.slot) })}
          </p>
          <h1 className="mt-1 max-w-[26em]">
            {pledge.text[locale]} {mandate.sample && <SampleTag t={t} />}
          </h1>
        </div>
        {mandate.sample && <SampleNotice t={t} realHref={real && `${path}?mandate=${real.key}`} />}
        <div>
          <PledgeMark status={pledge.status} t={t} size="lg" />
          <p className="mt-1 text-sm text-muted">
            {pledge.asOf ? t("pledges.pledge.assessed", { date: calendarDay(pledge.asOf) }) : t("pledges.pledge.never")}
          </p>
        </div>
      </div>

      <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="space-y-6">
          <section aria-labelledby="said" className="space-y-2">
            <h2 id="said" className="text-lg">
              {t("pledges.pledge.said")}
            </h2>
            <blockquote className="prose-width whitespace-pre-line border-l-4 border-line pl-4 font-display text-lg leading-snug">
              {pledge.sourceQuote}
            </blockquote>
            <p className="text-sm text-muted">
              {sourceDate && `${t("pledges.pledge.said_on", { date: calendarDay(sourceDate) })} · `}
              {sourceUrl ? (
                <OutsideLink url={sourceUrl} sample={mandate.sample}>
                  {t("pledges.pledge.source", { host: hostOf(sourceUrl) })}
                </OutsideLink>
              ) : (
                t("pledges.pledge.no_link")
              )}
            </p>
          </section>
          <section aria-labelledby="measure" className="space-y-2">
            <h2 id="measure" className="text-lg">
              {t("pledges.pledge.measure")}
            </h2>
            <p className="prose-width whitespace-pre-line">{pledge.measure[locale]}</p>
          </section>
        </div>
        <dl className="grid content-start gap-4 sm:grid-cols-2 lg:grid-cols-1">
          <Fact name={t("pledges.pledge.sector")}>{t(`pledges.sector.${pledge.sector}`)}</Fact>
          <Fact name={t("pledges.pledge.deadline")}>
            {deadline ? calendarDay(deadline) : t("pledges.pledge.no_deadline")}
            {deadline && deadline < new Date() && (
              <span className="block text-sm font-normal text-muted">{t("pledges.pledge.passed")}</span>
            )}
          </Fact>
        </dl>
      </div>

      {assessments.length > 0 && (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <section aria-labelledby="assessments" className="space-y-4">
            <h2 id="assessments">{t("pledges.pledge.assessments")}</h2>
            {assessments.map((assessment) => (
              <Assessment
                key={assessment.id}
                texts={words}
                assessment={assessment}
                all={assessments}
                sample={mandate.sample}
              />
            ))}
          </section>
          <section aria-labelledby="moved" className="space-y-4">
            <h2 id="moved" className="text-lg md:text-lg">
              {t("pledges.pledge.moved")}
            </h2>
            <Timeline texts={words} assessments={assessments} />
          </section>
        </div>
      )}

      <nav aria-label={t("pledges.pledge.neighbours")} className="border-t border-line pt-4">
        <ul className="flex flex-wrap gap-2">
          {slots.map((slot) => (
            <li key={slot}>
              <Link
                href={`${path}/${slot}${query}`}
                aria-label={t("pledges.pledge.previous", { slot: String(slot) })}
                aria-current={slot === pledge.slot ? "page" : undefined}
                className={`btn size-11 px-0 ${slot === pledge.slot ? "bg-ink text-paper" : "btn-quiet"}`}
              >
                {slot}
              </Link>
            </li>
          ))}
        </ul>
        <p className="mt-2">
          <Link href={`/${locale}/method`} className="inline-flex min-h-11 items-center">
            {t("pledges.how")}
          </Link>
        </p>
      </nav>
    </div>
  );
}
