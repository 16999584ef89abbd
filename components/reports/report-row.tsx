import Link from "next/link";
import { CategoryIcon } from "@/components/ui/category-icon";
import { StatusMark } from "@/components/ui/status-mark";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import type { ReportCard } from "@/lib/reports/types";

type Position = { lat: number; lon: number };

/** Metres between two places in Kosovo, where a degree of longitude is as good as everywhere 0.7373 of one of latitude. */
const metresBetween = (a: Position, b: Position): number =>
  111_320 * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * 0.7373);

/** One report in a list; the whole row is the link. @param from where its distance is told from */
export function ReportRow({ report, words, from }: { report: ReportCard; words: Texts; from?: Position | undefined }) {
  const { t, locale, date, ago, number } = words;
  const metres = from && metresBetween(from, report);
  const place = [report.placeText, localName(report.municipality, locale)].filter(Boolean).join(", ");
  return (
    <li className="relative flex gap-4 border-t border-line py-4 first:border-t-0 hover:bg-wash">
      <div className="min-w-0 grow space-y-1">
        <p className="flex items-center gap-1.5 text-sm text-muted">
          <CategoryIcon icon={report.category.icon} size={20} />
          {localName(report.category, locale)}
        </p>
        <h3 className="leading-snug">
          <Link
            href={`/${locale}/reports/${report.ref}`}
            prefetch={false}
            className="text-ink no-underline after:absolute after:inset-0 hover:text-ink hover:underline"
          >
            {report.title}
          </Link>
        </h3>
        <p className="text-sm text-muted">{place}</p>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <StatusMark status={report.status} t={t} />
          <time
            dateTime={report.createdAt.toISOString()}
            title={date(report.createdAt, "moment")}
            className="text-muted"
          >
            {ago(report.createdAt)}
          </time>
          {metres !== undefined && (
            <span>
              {metres < 950
                ? t("reports.list.metres", { number: number(Math.round(metres / 50) * 50) })
                : t("reports.list.kilometres", { number: number(Math.round(metres / 100) / 10) })}
            </span>
          )}
          {report.supportCount > 0 && (
            <span className="text-muted">{t("reports.list.affects", { count: report.supportCount })}</span>
          )}
        </p>
      </div>
      {report.photoId && (
        // Decoration: what it shows is said by the title; the report's page describes it.
        <img
          src={photoUrl(report.photoId, "thumb")}
          alt=""
          width={96}
          height={96}
          loading="lazy"
          decoding="async"
          className="size-24 shrink-0 bg-line object-cover"
        />
      )}
    </li>
  );
}
