import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { PledgeMark } from "@/components/pledges/pledge-mark";
import { NotForYou } from "@/components/shell/not-for-you";
import { assessmentGroups, staffErrors } from "@/components/staff/fields";
import { PledgeInBrief } from "@/components/staff/pledge-in-brief";
import { StageMark } from "@/components/staff/stage";
import { WorkForm } from "@/components/staff/work-form";
import { formWords } from "@/components/ui/form-words";
import { currentActor } from "@/lib/accounts/session";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { draftAssessmentAction } from "@/lib/pledges/actions";
import { canReadStaff } from "@/lib/pledges/policy";
import { SPARE_ROWS } from "@/lib/pledges/schema";
import { staffPledge } from "@/lib/pledges/staff-queries";
import { noSuchPage } from "../../../no-such-page";

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("staff.assess.new") };
}

export default async function StaffPledgePage({ params }: Props) {
  const { locale, id } = await params;
  const words = texts(locale);
  const { t, calendarDay } = words;
  const path = `/${locale}/staff/pledges/${id}`;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=${path}`);
  if (!canReadStaff(actor)) return <NotForYou texts={words} back={path} />;
  const pledge = await staffPledge(actor, id);
  if (!pledge) return noSuchPage(locale);
  const { mandate, assessments } = pledge;
  return (
    <div className="wrap space-y-8 py-4 md:py-8">
      <div className="space-y-3">
        <p>
          <Link href={`/${locale}/staff/mandates/${mandate.id}`} className="inline-flex min-h-11 items-center text-sm">
            {t("staff.mandate.title", { municipality: localName(mandate.municipality, locale) })}
          </Link>
        </p>
        <h1>
          {t("staff.assess.title", {
            slot: String(pledge.slot),
            municipality: localName(mandate.municipality, locale),
          })}
        </h1>
        <PledgeInBrief texts={words} pledge={pledge} sample={mandate.sample} />
      </div>
      {assessments.length > 0 && (
        <section aria-labelledby="earlier" className="space-y-2">
          <h2 id="earlier" className="text-lg">
            {t("staff.assess.earlier")}
          </h2>
          <ul className="border-t border-line">
            {assessments.map(({ id: other, status, asOf, stage, mine }) => (
              <li key={other} className="border-b border-line">
                <Link
                  href={`/${locale}/staff/assessments/${other}`}
                  className="flex min-h-12 flex-wrap items-center gap-x-4 py-1 text-ink no-underline hover:underline"
                >
                  <PledgeMark status={status} t={t} />
                  <span className="text-sm text-muted">
                    {t("pledges.pledge.assessed", { date: calendarDay(asOf) })}
                  </span>
                  <StageMark t={t} stage={stage} />
                  {mine && <span className="text-sm text-muted">{t("staff.assess.mine")}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {pledge.mayEdit ? (
        <section aria-labelledby="new" className="space-y-4">
          <h2 id="new" className="text-lg">
            {t("staff.assess.new")}
          </h2>
          <WorkForm
            action={draftAssessmentAction}
            hidden={{ locale, pledgeId: pledge.id }}
            groups={assessmentGroups(t, SPARE_ROWS)}
            buttons={[
              { label: t("staff.assess.save"), quiet: true, intent: "save" },
              { label: t("staff.assess.submit"), intent: "submit" },
            ]}
            words={formWords(t, staffErrors)}
          />
        </section>
      ) : (
        <p className="prose-width">{t("staff.reads_only")}</p>
      )}
    </div>
  );
}
