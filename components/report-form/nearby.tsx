import Link from "next/link";
import { StatusMark } from "@/components/ui/status-mark";
import { localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import type { NearbyReport } from "@/lib/reports/types";

/** Open reports close to the place, large enough to tell whether one is the same; nothing where there are none. */
export function Nearby({ texts: { t, locale }, reports }: { texts: Texts; reports: NearbyReport[] }) {
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="nearby" className="border-l-4 border-primary pl-4">
      <h2 id="nearby" className="text-lg">
        {t("report_form.problem.nearby")}
      </h2>
      <p className="text-sm">{t("report_form.problem.nearby_hint")}</p>
      <ul className="mt-3 grid gap-4 sm:grid-cols-3">
        {reports.map(({ ref, title, language, status, photoId, metres }) => (
          <li key={ref}>
            <Link href={`/${locale}/reports/${ref}`} className="block space-y-1 font-semibold">
              {photoId && (
                <img
                  src={photoUrl(photoId, "medium")}
                  alt=""
                  width={960}
                  height={720}
                  loading="lazy"
                  className="aspect-4/3 w-full bg-wash object-cover"
                />
              )}
              <span lang={localeTags[language]} className="block">
                {title}
              </span>
            </Link>
            <p className="flex flex-wrap gap-x-3 text-sm">
              <StatusMark status={status} t={t} />
              <span className="text-muted">{t("report_form.problem.nearby_metres", { metres })}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
