import type { Metadata } from "next";
import { FiguresTable } from "@/components/statistics/figures-table";
import { FeedbackList } from "@/components/statistics/fix-feedback";
import { KeptTable } from "@/components/statistics/kept-table";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listMunicipalities } from "@/lib/municipalities/queries";
import { noFeedback, readFeedback } from "@/lib/statistics/feedback";
import { none, readFigures } from "@/lib/statistics/queries";
import { noneDue, readKept } from "@/lib/statistics/targets";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("pages.statistics.title") };
}

const explained = ["reports", "open", "fixed", "overdue", "answer", "fix", "reopened"] as const;

export default async function StatisticsPage({ params }: Props) {
  const { locale } = await params;
  const words = texts(locale);
  const { t, date, tag } = words;
  const now = new Date();
  const [municipalities, figures, feedback, kept] = await Promise.all([
    listMunicipalities(),
    readFigures(now),
    readFeedback(),
    readKept(now),
  ]);
  const rows = municipalities
    .map((one) => ({
      name: localName(one, locale),
      slug: one.slug,
      figures: figures.municipalities.get(one.slug) ?? none,
      feedback: feedback.municipalities.get(one.slug) ?? noFeedback,
      kept: kept.municipalities.get(one.slug) ?? noneDue,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, tag));
  return (
    <div className="wrap space-y-10 py-8">
      <div className="prose-width space-y-3">
        <h1>{t("pages.statistics.title")}</h1>
        <p>{t("pages.statistics.intro", { date: date(now, "moment") })}</p>
      </div>
      <FiguresTable words={words} rows={[...rows, { name: t("pages.statistics.total"), figures: figures.total }]} />
      <section id="kept" className="space-y-4">
        <div className="prose-width space-y-3">
          <h2>{t("pages.kept.title")}</h2>
          <p>{t("pages.kept.how")}</p>
        </div>
        <KeptTable words={words} rows={[...rows, { name: t("pages.statistics.total"), kept: kept.total }]} />
      </section>
      <FeedbackList texts={words} rows={[...rows, { name: t("pages.statistics.total"), feedback: feedback.total }]} />
      <section id="how" className="prose-width space-y-4">
        <h2>{t("pages.statistics.how")}</h2>
        <dl className="space-y-4">
          {explained.map((column) => (
            <div key={column}>
              <dt className="font-semibold">{t(`pages.statistics.${column}`)}</dt>
              <dd>{t(`pages.statistics.how_${column}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
