import Link from "next/link";
import { CategoryIcon } from "@/components/ui/category-icon";
import { StatusMark } from "@/components/ui/status-mark";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import type { ReportCard } from "@/lib/reports/types";

/** One report in a list; the whole row is the link. */
export function ReportRow({ report, words }: { report: ReportCard; words: Texts }) {
  const { t, locale, date, ago } = words;
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
