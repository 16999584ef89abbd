import { CategoryIcon } from "@/components/ui/category-icon";
import { describedBy, Field } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { localeTags, localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import { approve, refuse } from "@/lib/reports/look-actions";
import type { ToLookAt } from "@/lib/reports/types";

/** One report that waits for a look, whole, with the two things that can be done with it. */
export function LookItem({ texts: { t, locale, date }, report }: { texts: Texts; report: ToLookAt }) {
  const { id, version, lat, lon } = report;
  const map = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=18/${lat}/${lon}`;
  const reasonId = `reason-${id}`;
  const subject = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="reportId" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <li className="grid gap-x-10 gap-y-4 border-ink border-t-2 pt-4 lg:grid-cols-[1fr_22rem]">
      <div className="min-w-0 space-y-3">
        <h2 className="text-lg" lang={localeTags[report.language]}>
          {report.title}
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 text-sm">
          <CategoryIcon icon={report.category.icon} size={20} />
          {localName(report.category, locale)} · {localName(report.municipality, locale)} · {report.ref}
        </p>
        {report.details && (
          <p className="prose-width whitespace-pre-line" lang={localeTags[report.language]}>
            {report.details}
          </p>
        )}
        <p className="text-sm">
          {report.placeText && <span className="block">{report.placeText}</span>}
          <a href={map} target="_blank" rel="noreferrer" className="inline-flex min-h-11 items-center">
            {lat.toFixed(5)}, {lon.toFixed(5)}
          </a>
        </p>
        {report.nameShown && report.reporterName && (
          <p className="text-sm">{t("desk.look.name_shown", { name: report.reporterName })}</p>
        )}
        {report.lookSince && (
          <p className="text-muted text-sm">{t("desk.look.since", { date: date(report.lookSince) })}</p>
        )}
        {report.photos.length > 0 && (
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
            {report.photos.map((photo, index) => (
              <li key={photo.id}>
                <a href={photoUrl(photo.id, "large")} className="block">
                  <img
                    src={photoUrl(photo.id, "medium")}
                    alt={t("desk.look.photo", { number: index + 1 })}
                    width={photo.width}
                    height={photo.height}
                    className="aspect-4/3 w-full bg-wash object-cover"
                  />
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="space-y-6">
        <form action={approve}>
          {subject}
          <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full">
            {t("desk.look.approve")}
          </SubmitButton>
        </form>
        <form action={refuse} className="space-y-3">
          {subject}
          <Field id={reasonId} label={t("desk.look.reason")} hint={t("desk.look.reason_hint")}>
            <textarea
              id={reasonId}
              name="reason"
              rows={3}
              required
              maxLength={1000}
              aria-describedby={describedBy(reasonId, true, false)}
              className="control"
            />
          </Field>
          <SubmitButton working={t("common.form.working")} className="btn btn-quiet w-full">
            {t("desk.look.refuse")}
          </SubmitButton>
        </form>
      </div>
    </li>
  );
}
