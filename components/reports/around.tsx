import Link from "next/link";
import { StatusMark } from "@/components/ui/status-mark";
import { localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import type { NearbyReport } from "@/lib/reports/types";

/** Other open reports close by; nothing where there are none. */
export function Around({ texts: { t, locale }, reports }: { texts: Texts; reports: NearbyReport[] }) {
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="around">
      <h2 id="around">{t("after.around.title")}</h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {reports.map((report) => (
          <li key={report.ref} className="flex gap-3 py-3">
            {report.photoId && (
              <img
                src={photoUrl(report.photoId, "thumb")}
                alt=""
                width={80}
                height={60}
                loading="lazy"
                className="h-15 w-20 shrink-0 bg-wash object-cover"
              />
            )}
            <div className="min-w-0">
              <Link
                href={`/${locale}/reports/${report.ref}`}
                lang={localeTags[report.language]}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {report.title}
              </Link>
              <p className="flex flex-wrap gap-x-3 text-sm">
                <StatusMark status={report.status} t={t} />
                <span className="text-muted">{t("after.around.metres", { metres: report.metres })}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
