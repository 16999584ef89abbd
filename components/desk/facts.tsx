import Link from "next/link";
import { Answers } from "@/components/reports/answers";
import { CategoryIcon } from "@/components/ui/category-icon";
import { localeNames, localeTags, localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import type { DeskReport } from "@/lib/reports/types";

/** What was reported: the citizen's words, photos, where and when. */
export function Facts({ texts, report }: { texts: Texts; report: DeskReport }) {
  const { t, locale, date } = texts;
  const position = `${report.lat.toFixed(5)}, ${report.lon.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${report.lat}&mlon=${report.lon}#map=18/${report.lat}/${report.lon}`;
  return (
    <div className="space-y-4">
      {report.details && (
        <p className="prose-width whitespace-pre-line" lang={localeTags[report.language]}>
          {report.details}
        </p>
      )}
      <Answers texts={texts} answers={report.answers} />
      {report.contact && <Caller t={t} contact={report.contact} />}
      {report.photos.length > 0 && (
        <ul className="flex flex-wrap gap-3">
          {report.photos.map((photo, index) => (
            <li key={photo.id}>
              <a href={photoUrl(photo.id, "large")} className="block">
                <img
                  src={photoUrl(photo.id, report.photos.length === 1 ? "medium" : "thumb")}
                  alt={t("reports.page.photo_alt", { number: index + 1, title: report.title })}
                  className={report.photos.length === 1 ? "max-h-96 w-auto" : "max-h-52 w-auto"}
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-muted">{t("desk.facts.kind")}</dt>
        <dd className="flex items-center gap-2">
          <CategoryIcon icon={report.category.icon} size={18} />
          {localName(report.category, locale)}
          {report.department && <span className="text-muted">({localName(report.department, locale)})</span>}
        </dd>
        <dt className="text-muted">{t("desk.facts.where")}</dt>
        <dd>
          {report.placeText && <span className="block">{report.placeText}</span>}
          <a href={map} rel="noreferrer" target="_blank">
            {t("desk.facts.map")}
          </a>{" "}
          <span className="tabular-nums text-muted">{position}</span>
        </dd>
        <dt className="text-muted">{t("desk.facts.when")}</dt>
        <dd>{date(report.createdAt, "moment")}</dd>
        <dt className="text-muted">{t("desk.facts.language")}</dt>
        <dd>{localeNames[report.language]}</dd>
        {report.supportCount > 0 && (
          <>
            <dt className="text-muted">{t("desk.facts.affected")}</dt>
            <dd>{t("reports.page.affected", { count: report.supportCount })}</dd>
          </>
        )}
        {report.referredTo && (
          <>
            <dt className="text-muted">{t("desk.facts.referred")}</dt>
            <dd>{report.referredTo}</dd>
          </>
        )}
        {report.duplicateOf && (
          <>
            <dt className="text-muted">{t("desk.facts.duplicate")}</dt>
            <dd>
              <Link href={`/${locale}/desk/${report.duplicateOf.ref}`}>
                {report.duplicateOf.ref} {report.duplicateOf.title}
              </Link>
            </dd>
          </>
        )}
      </dl>
      <p>
        <Link href={`/${locale}/reports/${report.ref}`} className="inline-flex min-h-11 items-center">
          {t("desk.facts.public_page")}
        </Link>
      </p>
    </div>
  );
}

/** Who called, where that was written down. */
function Caller({ t, contact }: { t: Texts["t"]; contact: NonNullable<DeskReport["contact"]> }) {
  return (
    <div className="border-line border-l-4 pl-4">
      <p className="font-semibold">{t("desk.phone.caller")}</p>
      <p className="text-muted text-sm">{t("desk.phone.caller_hint")}</p>
      {contact.name && <p>{contact.name}</p>}
      {contact.phone && (
        <a href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`} className="inline-flex min-h-11 items-center">
          {contact.phone}
        </a>
      )}
      {contact.email && (
        <a href={`mailto:${contact.email}`} className="ml-4 inline-flex min-h-11 items-center">
          {contact.email}
        </a>
      )}
    </div>
  );
}
