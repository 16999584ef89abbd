import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Assign } from "@/components/desk/assign";
import { Facts } from "@/components/desk/facts";
import { DeskForms } from "@/components/desk/forms";
import { DeskHead } from "@/components/desk/head";
import { StoryItem } from "@/components/desk/story";
import { NotForYou } from "@/components/shell/not-for-you";
import { desksOf } from "@/lib/accounts/policy";
import { currentActor } from "@/lib/accounts/session";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listCalendar } from "@/lib/municipalities/holidays";
import { listMunicipalities } from "@/lib/municipalities/queries";
import { findDeskReport, findNext, listColleagues, listNeighbours } from "@/lib/reports/desk-queries";
import { dueOf } from "@/lib/reports/due";
import { parseRef } from "@/lib/reports/ref";
import { deskReportQuerySchema } from "@/lib/reports/schema";
import { noSuchPage } from "../../no-such-page";

type Props = {
  params: Promise<{ locale: Locale; ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, ref } = await params;
  return { title: `${parseRef(ref) ?? ""} – ${texts(locale).t("common.nav.desk")}` };
}

export default async function DeskReportPage({ params, searchParams }: Props) {
  const { locale, ref } = await params;
  const words = texts(locale);
  const { t } = words;
  const path = `/${locale}/desk/${encodeURIComponent(ref)}`;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=${path}`);
  if (desksOf(actor, await listMunicipalities()).length === 0) return <NotForYou texts={words} back={path} />;
  const report = await findDeskReport(actor, parseRef(ref) ?? "");
  if (!report) return noSuchPage(locale);

  const asked = deskReportQuerySchema.parse(await searchParams);
  const [colleagues, neighbours, next, calendar] = await Promise.all([
    listColleagues(actor, report.municipalityId),
    listNeighbours(actor, report),
    findNext(actor, report, asked.from),
    listCalendar(),
  ]);
  return (
    <div className="wrap space-y-8 py-6">
      <DeskHead texts={words} report={report} asked={asked} due={dueOf(report, new Date(), calendar)} next={next} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 lg:col-start-1">
          <Facts texts={words} report={report} />
        </div>
        <div className="min-w-0 space-y-10 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {report.canWork ? (
            <>
              <DeskForms texts={words} report={report} neighbours={neighbours} from={asked.from} said={asked.v} />
              <Assign texts={words} report={report} me={actor.id} colleagues={colleagues} from={asked.from} />
            </>
          ) : (
            <p className="border-l-4 border-muted py-2 pl-4">{t(report.hiddenAt ? "desk.hidden" : "desk.read_only")}</p>
          )}
        </div>
        <section aria-labelledby="story" className="min-w-0 space-y-4 lg:col-start-1">
          <h2 id="story" className="text-lg">
            {t("reports.page.story")}
          </h2>
          <ol className="space-y-5">
            {report.events.map((event) => (
              <StoryItem key={event.id} texts={words} report={report} event={event} />
            ))}
          </ol>
        </section>
      </div>
    </div>
  );
}
