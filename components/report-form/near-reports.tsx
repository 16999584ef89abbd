import Link from "next/link";
import type { ReactNode } from "react";
import { StatusMark } from "@/components/ui/status-mark";
import { localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import type { NearbyReport } from "@/lib/reports/types";

/** Open reports of the same kind close to the place, large enough to tell whether one is the same. */
export function NearReports({
  texts: { t, locale },
  reports,
  act,
}: {
  texts: Texts;
  reports: (NearbyReport & { days: number })[];
  /** What can be done with each. */
  act: (report: NearbyReport) => ReactNode;
}) {
  return (
    <ul className="space-y-8">
      {reports.map((report) => (
        <li key={report.ref} className="grid gap-x-6 gap-y-3 border-t-2 border-ink pt-4 sm:grid-cols-[1fr_1fr]">
          {report.photoId ? (
            <a href={photoUrl(report.photoId, "large")} className="block">
              <img
                src={photoUrl(report.photoId, "medium")}
                alt={t("report_form.near.photo", { title: report.title })}
                width={960}
                height={720}
                className="aspect-4/3 w-full bg-wash object-cover"
              />
            </a>
          ) : (
            <p className="flex aspect-4/3 items-center justify-center bg-wash text-muted max-sm:hidden">
              {t("report_form.near.no_photo")}
            </p>
          )}
          <div className="min-w-0 space-y-3">
            <h2 className="text-lg" lang={localeTags[report.language]}>
              {report.title}
            </h2>
            <p className="text-lg">
              <strong>{t("report_form.near.metres", { metres: report.metres })}</strong>
              {", "}
              {t("report_form.near.age", { days: report.days })}
            </p>
            <p className="flex flex-wrap gap-x-4">
              <StatusMark status={report.status} t={t} />
              {report.supportCount > 0 && (
                <span className="text-muted">{t("report_form.near.supports", { count: report.supportCount })}</span>
              )}
            </p>
            {act(report)}
            <p>
              <Link
                href={`/${locale}/reports/${report.ref}`}
                target="_blank"
                className="inline-flex min-h-11 items-center"
              >
                {t("report_form.near.open")}
              </Link>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
