import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { NotForYou } from "@/components/shell/not-for-you";
import { AssessmentTasks } from "@/components/staff/assessment-tasks";
import { AssessmentWhole } from "@/components/staff/assessment-whole";
import { DoneOrProblem, type Told } from "@/components/staff/done-or-problem";
import { PledgeInBrief } from "@/components/staff/pledge-in-brief";
import { StageMark } from "@/components/staff/stage";
import { currentActor } from "@/lib/accounts/session";
import { type Locale, localeTags, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { canReadStaff } from "@/lib/pledges/policy";
import { staffAssessment } from "@/lib/pledges/staff-queries";
import { wordsOf } from "@/lib/pledges/words";
import { noSuchPage } from "../../../no-such-page";

type Props = { params: Promise<{ locale: Locale; id: string }>; searchParams: Promise<Told> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("pledges.pledge.assessments") };
}

export default async function StaffAssessmentPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const words = texts(locale);
  const { t, calendarDay, date } = words;
  const path = `/${locale}/staff/assessments/${id}`;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=${path}`);
  if (!canReadStaff(actor)) return <NotForYou texts={words} back={path} />;
  const assessment = await staffAssessment(actor, id);
  if (!assessment) return noSuchPage(locale);
  const { pledge, stage, corrects, replies, author, reviewer } = assessment;
  const { mandate } = pledge;
  return (
    <div className="wrap space-y-8 py-4 md:py-8">
      <div className="space-y-3">
        <p>
          <Link href={`/${locale}/staff/pledges/${pledge.id}`} className="inline-flex min-h-11 items-center text-sm">
            {t("staff.assess.earlier")}
          </Link>
        </p>
        <h1>
          {t("staff.assessment.title", {
            municipality: localName(mandate.municipality, locale),
            slot: String(pledge.slot),
          })}
        </h1>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <StageMark t={t} stage={stage} />
          <span>
            {t("staff.assessment.author")}: {author.name ?? author.email}
          </span>
          {reviewer && (
            <span>
              {t("staff.assessment.reviewer")}: {reviewer.name ?? reviewer.email}
            </span>
          )}
        </p>
        <DoneOrProblem t={t} told={await searchParams} />
        <PledgeInBrief texts={words} pledge={pledge} sample={mandate.sample} />
      </div>
      {stage === "sent_back" && (
        <section aria-labelledby="note" className="prose-width border-l-4 border-st-broken bg-card p-4">
          <h2 id="note" className="text-base">
            {t("staff.assessment.note")}
          </h2>
          <p className="whitespace-pre-line">{assessment.reviewNote}</p>
        </section>
      )}
      {corrects && (
        <p className="prose-width border-l-4 border-primary bg-card p-4">
          <span className="font-semibold">{t("staff.assessment.corrects")}.</span> {t("staff.assessment.was")}:{" "}
          {t(`pledges.status.${corrects.status}`)}, {t("pledges.pledge.assessed", { date: calendarDay(corrects.asOf) })}
          .{" "}
          <Link href={`/${locale}/staff/assessments/${corrects.id}`} className="inline-flex min-h-6 items-center">
            {corrects.publishedAt && t("pledges.pledge.published", { date: date(corrects.publishedAt) })}
          </Link>
        </p>
      )}
      <AssessmentWhole
        texts={words}
        status={assessment.status}
        asOf={assessment.asOf}
        finding={wordsOf(assessment, "finding")}
        evidence={assessment.evidence}
        sample={mandate.sample}
      />
      {replies.map((reply) => (
        <section key={reply.id} className="prose-width border-l-4 border-ink bg-card p-4">
          <h2 className="text-base">{t("staff.assessment.reply")}</h2>
          <p lang={localeTags[reply.language]} className="whitespace-pre-line">
            {reply.text}
          </p>
        </section>
      ))}
      {stage === "published" && (
        <p>
          <Link
            href={`/${locale}/pledges/${mandate.municipality.slug}/${pledge.slot}?mandate=${mandate.key}`}
            className="inline-flex min-h-11 items-center"
          >
            {t("staff.assessment.see")}
          </Link>
        </p>
      )}
      <AssessmentTasks texts={words} assessment={assessment} />
    </div>
  );
}
