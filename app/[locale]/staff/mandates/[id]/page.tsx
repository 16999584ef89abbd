import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SampleTag } from "@/components/pledges/sample-tag";
import { NotForYou } from "@/components/shell/not-for-you";
import { DoneOrProblem, type Told } from "@/components/staff/done-or-problem";
import { pledgeGroups, staffErrors } from "@/components/staff/fields";
import { OneButton } from "@/components/staff/one-button";
import { WorkForm } from "@/components/staff/work-form";
import { formWords } from "@/components/ui/form-words";
import { currentActor } from "@/lib/accounts/session";
import { type Locale, localeTags, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { publishMandateAction, setPledgeAction } from "@/lib/pledges/actions";
import { canReadStaff } from "@/lib/pledges/policy";
import { staffMandate } from "@/lib/pledges/staff-queries";
import { slots } from "@/lib/pledges/status";
import { noSuchPage } from "../../../no-such-page";

type Props = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<Told & { slot?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("staff.mandates.six") };
}

export default async function StaffMandatePage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const words = texts(locale);
  const { t } = words;
  const path = `/${locale}/staff/mandates/${id}`;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=${path}`);
  if (!canReadStaff(actor)) return <NotForYou texts={words} back={path} />;
  const mandate = await staffMandate(actor, id);
  if (!mandate) return noSuchPage(locale);
  const told = await searchParams;
  const written = new Map(mandate.pledges.map((pledge) => [pledge.slot, pledge]));
  const firstEmpty = slots.find((slot) => !written.has(slot));
  const chosen = slots.find((slot) => String(slot) === told.slot) ?? firstEmpty;
  const pledge = chosen && written.get(chosen);
  return (
    <div className="wrap space-y-8 py-4 md:py-8">
      <div className="space-y-3">
        <p>
          <Link href={`/${locale}/staff`} className="inline-flex min-h-11 items-center text-sm">
            {t("staff.title")}
          </Link>
        </p>
        <h1>
          {t("staff.mandate.title", { municipality: localName(mandate.municipality, locale) })}{" "}
          {mandate.sample && <SampleTag t={t} />}
        </h1>
        <p>
          {mandate.mayorName ?? t("pledges.sample.office")} · {mandate.fromDate.getUTCFullYear()}–
          {mandate.toDate.getUTCFullYear()}
        </p>
        <p className="prose-width text-sm text-muted">{t("staff.mandate.lead")}</p>
        <DoneOrProblem t={t} told={told} />
      </div>
      <ol className="border-t-2 border-ink">
        {slots.map((slot) => {
          const row = written.get(slot);
          return (
            <li key={slot} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
              <span className="w-5 font-display text-lg font-bold text-muted">{slot}</span>
              <span className="min-w-0 grow basis-60">
                {row ? (
                  <span lang={localeTags[row.textSq ? "sq" : locale]}>{row.textSq}</span>
                ) : (
                  <span className="text-muted">{t("staff.mandate.empty")}</span>
                )}
                {row && !row.translated && (
                  <span className="block text-sm font-semibold text-st-broken">{t("staff.mandate.untranslated")}</span>
                )}
                {row?.frozen && <span className="block text-sm text-muted">{t("staff.mandate.frozen")}</span>}
              </span>
              {mandate.mayEdit && !row?.frozen && (
                <Link href={`${path}?slot=${slot}#form`} className="inline-flex min-h-11 items-center">
                  {t(row ? "staff.mandate.change" : "staff.mandate.write")}
                </Link>
              )}
              {row && (
                <Link href={`/${locale}/staff/pledges/${row.id}`} className="btn btn-quiet">
                  {t("staff.mandate.assess")}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
      {!firstEmpty && <p className="font-semibold">{t("staff.mandate.all_written")}</p>}
      {mandate.publishedAt ? (
        <p>
          <Link
            href={`/${locale}/pledges/${mandate.municipality.slug}?mandate=${mandate.key}`}
            className="inline-flex min-h-11 items-center"
          >
            {t("staff.mandate.see")}
          </Link>
        </p>
      ) : (
        mandate.mayEdit && (
          <div className="space-y-2">
            <OneButton
              texts={words}
              action={publishMandateAction}
              hidden={{ mandateId: mandate.id }}
              label={t("staff.mandate.publish")}
              quiet={firstEmpty !== undefined}
            />
            <p className="text-sm text-muted">{t("staff.mandate.publish_hint")}</p>
          </div>
        )
      )}
      {mandate.mayEdit && chosen && !pledge?.frozen && (
        <section id="form" aria-labelledby="form-title" className="scroll-mt-4 space-y-4 border-t border-line pt-6">
          <h2 id="form-title" className="text-lg">
            {t("staff.mandate.form", { slot: String(chosen) })}
          </h2>
          <WorkForm
            key={chosen}
            action={setPledgeAction}
            hidden={{ locale, mandateId: mandate.id, slot: String(chosen) }}
            groups={pledgeGroups(t, pledge)}
            buttons={[{ label: t("common.actions.save") }]}
            words={formWords(t, staffErrors)}
          />
        </section>
      )}
    </div>
  );
}
