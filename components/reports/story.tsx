import Link from "next/link";
import { StatusMark } from "@/components/ui/status-mark";
import { localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { PublicReport, StoryEntry } from "@/lib/reports/types";
import { PhotoLink } from "./photos";

type Props = { texts: Texts; report: PublicReport; entry: StoryEntry };

function speaker({ texts: { t, locale }, report, entry }: Props): string {
  switch (entry.actorKind) {
    case "municipality":
      return t("reports.story.by_municipality", { municipality: localName(report.municipality, locale) });
    case "staff":
      return t("reports.story.by_staff");
    case "system":
      return t("reports.story.by_system");
    case "citizen":
      return t("reports.story.by_citizen");
  }
}

/** What happened, in plain words. */
function Happening({ texts: { t, calendarDay, locale }, entry }: Props) {
  const { statusFrom, statusTo, actorKind, data } = entry;
  if (!statusTo) return <p className="font-semibold">{t("reports.story.answered")}</p>;
  if (statusFrom === "unconfirmed")
    return <p>{t(actorKind === "citizen" ? "reports.story.confirmed" : "reports.story.looked_at")}</p>;
  if (statusTo === "open") return <p>{t("reports.story.reopened")}</p>;
  if (statusTo === "fixed" && actorKind === "citizen") return <p>{t("reports.story.gone")}</p>;
  return (
    <>
      <StatusMark status={statusTo} t={t} />
      {data?.plannedFor && <p>{t("reports.story.planned", { date: calendarDay(new Date(data.plannedFor)) })}</p>}
      {data?.referredTo && <p>{t("reports.story.referred", { to: data.referredTo })}</p>}
      {data?.duplicateOf && (
        <p>
          <Link href={`/${locale}/reports/${data.duplicateOf}`}>
            {t("reports.story.duplicate", { ref: data.duplicateOf })}
          </Link>
        </p>
      )}
    </>
  );
}

/** Photos of a step; beside a proof stands how it was before. */
function StepPhotos({ texts: { t }, report, entry }: Props) {
  const proofs = entry.photos.filter(({ role }) => role === "proof");
  const others = entry.photos.filter(({ role }) => role !== "proof");
  const [before] = report.photos;
  return (
    <div className="grid max-w-2xl grid-cols-2 gap-2">
      {before && proofs.length > 0 && (
        <figure>
          <PhotoLink photo={before} alt={t("reports.page.photo_alt", { number: 1, title: report.title })} />
          <figcaption className="text-sm text-muted">{t("reports.page.before")}</figcaption>
        </figure>
      )}
      {proofs.map((photo) => (
        <figure key={photo.id}>
          <PhotoLink photo={photo} alt={t("reports.page.proof_alt", { title: report.title })} />
          <figcaption className="text-sm text-muted">{t("reports.page.after")}</figcaption>
        </figure>
      ))}
      {others.map((photo) => (
        <PhotoLink key={photo.id} photo={photo} alt={t("reports.page.progress_alt", { title: report.title })} />
      ))}
    </div>
  );
}

function Entry(props: Props) {
  const { texts, entry } = props;
  const bare =
    entry.statusTo === "fixed" &&
    entry.actorKind === "municipality" &&
    !entry.photos.some(({ role }) => role === "proof");
  return (
    <li className="relative space-y-2 border-l-2 border-line pb-6 pl-6 before:absolute before:-left-[7px] before:top-2 before:size-3 before:rounded-full before:bg-primary last:border-transparent">
      <p className="text-sm text-muted">
        <span className="font-semibold text-ink">{speaker(props)}</span>{" "}
        <time dateTime={entry.at.toISOString()}>{texts.date(entry.at, "moment")}</time>
      </p>
      <Happening {...props} />
      {entry.text && (
        <blockquote className="max-w-2xl whitespace-pre-line border-l-4 border-primary bg-card px-4 py-2">
          {entry.text}
        </blockquote>
      )}
      {bare && <p className="text-sm text-muted">{texts.t("reports.page.no_proof")}</p>}
      {entry.photos.length > 0 && <StepPhotos {...props} />}
    </li>
  );
}

/** Everything the public may know of what happened, the first step first. */
export function Story({ texts, report }: { texts: Texts; report: PublicReport }) {
  return (
    <section aria-labelledby="story">
      <h2 id="story">{texts.t("reports.page.story")}</h2>
      <ol className="mt-4">
        {report.story.map((entry) => (
          <Entry key={entry.id} texts={texts} report={report} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
