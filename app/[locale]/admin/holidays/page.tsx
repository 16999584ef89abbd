import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { EffectWords } from "@/components/desk/effect-words";
import { HolidayList } from "@/components/desk/holiday-list";
import { NotForYou } from "@/components/shell/not-for-you";
import { OneButton } from "@/components/staff/one-button";
import { WorkForm } from "@/components/staff/work-form";
import { ErrorSummary, Notice } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { currentActor } from "@/lib/accounts/session";
import { errorCodes } from "@/lib/errors";
import { type Locale, locales, localeTags } from "@/lib/i18n/locales";
import { type Texts, texts } from "@/lib/i18n/texts";
import { changeHolidaysAction, lookAtHolidayAction } from "@/lib/municipalities/holiday-actions";
import { holidayEffect, listHolidays } from "@/lib/municipalities/holiday-queries";
import { changeFields, type HolidayChange, holidayChangeSchema, holidayYearSchema } from "@/lib/municipalities/schema";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("clock.holidays.title") };
}

const possible = ["required", "invalid_date", "too_long", "forbidden"] as const;

/** The public holidays of a year: what is proposed, what is kept, and what a change would do before it is made. */
export default async function HolidaysPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const words = texts(locale);
  const { t } = words;
  const path = `/${locale}/admin/holidays`;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=${path}`);
  const asked = await searchParams;
  const year = holidayYearSchema.parse(asked.year);
  const listed = await listHolidays(actor, year);
  if (!listed) return <NotForYou texts={words} back={path} />;
  const change = holidayChangeSchema.safeParse(asked);
  const problem = errorCodes.find((code) => code === asked.problem);
  const propose = `${path}?${new URLSearchParams({ year: String(year), change: "propose" })}`;
  return (
    <div className="wrap space-y-8 py-6">
      <div className="prose-width space-y-4">
        <p>
          <Link href={`/${locale}/admin`} className="inline-flex min-h-11 items-center">
            {t("accounts.admin.title")}
          </Link>
        </p>
        <h1>{t("clock.holidays.heading", { year: String(year) })}</h1>
        <p>{t("clock.holidays.lead")}</p>
        {problem && <ErrorSummary t={t} error={problem} />}
        {asked.done === "changed" && <Notice>{t("clock.holidays.changed")}</Notice>}
      </div>
      {change.success && <Before texts={words} change={change.data} year={year} actor={actor} />}
      <nav aria-label={t("clock.holidays.years")} className="flex flex-wrap gap-4">
        {[year - 1, year + 1].map((other) => (
          <Link key={other} href={`${path}?year=${other}`} className="btn btn-quiet">
            {other}
          </Link>
        ))}
      </nav>
      <section aria-labelledby="days" className="space-y-4">
        <h2 id="days">{t("clock.holidays.days", { count: listed.holidays.length })}</h2>
        <p className="prose-width border-l-4 border-primary py-1 pl-4">
          {t(listed.isKept ? "clock.holidays.kept" : "clock.holidays.not_kept")}
        </p>
        <HolidayList texts={words} rows={listed.holidays} year={year} path={path} />
        <p>
          <Link href={propose} prefetch={false} className="btn btn-primary">
            {t(listed.isKept ? "clock.holidays.propose_rest" : "clock.holidays.propose")}
          </Link>
        </p>
      </section>
      <section aria-labelledby="add" className="max-w-3xl space-y-4">
        <h2 id="add">{t("clock.holidays.add")}</h2>
        <WorkForm
          action={lookAtHolidayAction}
          hidden={{ locale, year: String(year), change: "add" }}
          words={formWords(t, possible)}
          groups={[
            { fields: [{ name: "day", label: t("clock.holidays.day"), kind: "date" }] },
            {
              title: t("clock.holidays.names"),
              columns: "three",
              fields: locales.map((one) => ({
                name: `name${one.charAt(0).toUpperCase()}${one.slice(1)}`,
                label: t(`staff.field.${one}`),
                kind: "text" as const,
                lang: localeTags[one],
              })),
            },
            {
              fields: [
                {
                  name: "moves",
                  label: t("clock.holidays.moves"),
                  kind: "choice",
                  choices: [
                    { value: "1", label: t("clock.holidays.moves_yes") },
                    { value: "0", label: t("clock.holidays.moves_no") },
                  ],
                },
              ],
            },
          ]}
          buttons={[{ label: t("clock.effect.look") }]}
        />
      </section>
    </div>
  );
}

type BeforeProps = {
  texts: Texts;
  change: HolidayChange;
  year: number;
  actor: Awaited<ReturnType<typeof currentActor>>;
};

/** What a change would do, and the button that makes it. */
async function Before({ texts: words, change, year, actor }: BeforeProps) {
  const { t, locale, calendarDay } = words;
  const effect = await holidayEffect(actor, change);
  if (!effect) return null;
  const day = "day" in change ? calendarDay(new Date(change.day)) : "";
  return (
    <section aria-labelledby="before" className="prose-width space-y-4 border-2 border-primary p-4">
      <h2 id="before">{t(`clock.holidays.do.${change.change}`, { day, year: String(year) })}</h2>
      <EffectWords texts={words} effect={effect} />
      <div className="flex flex-wrap gap-3">
        <OneButton
          texts={words}
          action={changeHolidaysAction}
          hidden={{ ...changeFields(change), shown: String(year) }}
          label={t("clock.effect.do")}
        />
        <Link href={`/${locale}/admin/holidays?year=${year}`} className="btn btn-quiet">
          {t("common.actions.cancel")}
        </Link>
      </div>
    </section>
  );
}
