import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { NotForYou } from "@/components/shell/not-for-you";
import { DoneOrProblem, type Told } from "@/components/staff/done-or-problem";
import { MandateRow } from "@/components/staff/mandate-row";
import { StageMark } from "@/components/staff/stage";
import { currentActor } from "@/lib/accounts/session";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { staffBoard } from "@/lib/pledges/staff-queries";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<Told> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("staff.title") };
}

export default async function StaffPage({ params, searchParams }: Props) {
  const words = texts((await params).locale);
  const { t, locale } = words;
  const path = `/${locale}/staff`;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=${path}`);
  const board = await staffBoard(actor);
  if (!board) return <NotForYou texts={words} back={path} />;
  return (
    <div className="wrap space-y-8 py-4 md:py-8">
      <div className="space-y-3">
        <h1>{t("staff.title")}</h1>
        <p className="prose-width">{t(board.mayEdit ? "staff.lead" : "staff.reads_only")}</p>
        {board.mayEdit && (
          <p>
            <Link href={`/${locale}/desk/new`} className="mr-6 inline-flex min-h-11 items-center">
              {t("desk.phone.link")}
            </Link>
            <Link href={`${path}/categories`} className="inline-flex min-h-11 items-center">
              {t("staff.kinds.title")}
            </Link>
          </p>
        )}
        <DoneOrProblem t={t} told={await searchParams} />
      </div>
      {board.mayEdit && (
        <section aria-labelledby="waiting" className="space-y-3">
          <h2 id="waiting" className="text-lg">
            {t("staff.waiting.title")}
          </h2>
          {board.waiting.length === 0 && <p className="text-muted">{t("staff.waiting.none")}</p>}
          <ul>
            {board.waiting.map(({ id, stage, mine, pledge, mandate }) => (
              <li
                key={id}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3 first:border-t"
              >
                <StageMark t={t} stage={stage} />
                <span className="min-w-0 grow basis-60">
                  <span className="font-semibold">
                    {localName(mandate.municipality, locale)} {pledge.slot}:
                  </span>{" "}
                  {pledge.text[locale] || pledge.text.sq}
                </span>
                <Link href={`${path}/assessments/${id}`} className="btn btn-quiet">
                  {t(mine ? "staff.waiting.go_on" : "staff.waiting.review")}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="mandates">
        <h2 id="mandates" className="text-lg">
          {t("staff.mandates.title")}
        </h2>
        <ul className="mt-3 border-t-2 border-ink">
          {board.rows.map((mandate) => (
            <MandateRow key={mandate.id} texts={words} mandate={mandate} />
          ))}
        </ul>
      </section>
    </div>
  );
}
