import type { Texts } from "@/lib/i18n/texts";
import type { PublicReport } from "@/lib/reports/types";
import { BeforeAfter, fixShown } from "./before-after";
import { PhotoLink } from "./photo-link";

/** The photos of the problem: the first large, or beside the proof that it is fixed; the others beside one another. */
export function Photos({ texts, report }: { texts: Texts; report: PublicReport }) {
  const { t } = texts;
  const [first, ...others] = report.photos;
  if (!first) return null;
  const fix = fixShown(report);
  const alt = (number: number) => t("reports.page.photo_alt", { number, title: report.title });
  return (
    <section aria-label={t("reports.page.photos")} className="space-y-2">
      {fix ? (
        <BeforeAfter
          texts={texts}
          title={report.title}
          before={fix.before}
          after={fix.after}
          reported={report.createdAt}
          fixed={fix.step.at}
        />
      ) : (
        <PhotoLink photo={first} alt={alt(1)} first />
      )}
      {others.length > 0 && (
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {others.map((photo, index) => (
            <li key={photo.id}>
              <PhotoLink photo={photo} alt={alt(index + 2)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
