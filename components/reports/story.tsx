import Link from "next/link";
import { StatusMark } from "@/components/ui/status-mark";
import { localName } from "@/lib/i18n/locales";
import type { MessageKey, Texts } from "@/lib/i18n/texts";
import { showUpdateAction } from "@/lib/reports/citizen-actions";
import type { PublicReport, StoryEntry } from "@/lib/reports/types";
import { BeforeAfter, fixShown } from "./before-after";
import { OneButton } from "./one-button";
import { PhotoLink } from "./photo-link";

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
      return t(entry.byReporter ? "after.story.by_reporter" : "reports.story.by_citizen");
  }
}

/** What is said of a step that changes no status. */
const withoutStatus: Record<Exclude<StoryEntry["kind"], "status">, MessageKey> = {
  answer: "reports.story.answered",
  comment: "after.story.comment",
  still_there: "after.story.still_there",
  withdrawn: "after.story.withdrawn",
};

/** What a status of the municipality means. */
const became = {
  acknowledged: "after.story.acknowledged",
  in_progress: "after.story.in_progress",
  fixed: "after.story.fixed",
  rejected: "after.story.rejected",
} as const;

/** What happened, in plain words. */
function Happening({ texts: { t, calendarDay, locale }, entry }: Props) {
  const { kind, statusFrom, statusTo, actorKind, data } = entry;
  if (kind !== "status" || !statusTo)
    return (
      <p className="font-semibold">
        {t(data.feedback ? "after.story.partly" : withoutStatus[kind === "status" ? "answer" : kind])}
      </p>
    );
  if (statusFrom === "unconfirmed")
    return (
      <p>
        {t(
          `reports.story.${actorKind === "citizen" ? "confirmed" : data.source === "phone" ? "by_phone" : "looked_at"}`,
        )}
      </p>
    );
  if (statusTo === "open") return <p>{t("reports.story.reopened")}</p>;
  if (statusTo === "fixed" && actorKind === "citizen") return <p>{t("reports.story.gone")}</p>;
  return (
    <>
      <StatusMark status={statusTo} t={t} />
      {Object.hasOwn(became, statusTo) && <p>{t(became[statusTo as keyof typeof became])}</p>}
      {data?.plannedFor && <p>{t("reports.story.planned", { date: calendarDay(new Date(data.plannedFor)) })}</p>}
      {data?.referredTo && <p>{t("reports.story.referred", { to: data.referredTo })}</p>}
      {data?.duplicateOf && (
        <p>
          <Link href={`/${locale}/reports/${data.duplicateOf}`} className="inline-flex min-h-11 items-center">
            {t("reports.story.duplicate", { ref: data.duplicateOf })}
          </Link>
        </p>
      )}
    </>
  );
}

/** Photos of a step; beside a proof stands how it was before. The pair at the top of the page isn't drawn again. */
function StepPhotos({ texts, report, entry }: Props) {
  const { t } = texts;
  const proof = entry.photos.find(({ role }) => role === "proof");
  const [before] = report.photos;
  const others = entry.photos.filter((photo) => !(before && photo === proof));
  return (
    <div className="max-w-2xl space-y-2">
      {proof && before && fixShown(report)?.step.id !== entry.id && (
        <BeforeAfter
          texts={texts}
          title={report.title}
          before={before}
          after={proof}
          reported={report.createdAt}
          fixed={entry.at}
        />
      )}
      {others.length > 0 && (
        <div className="grid grid-cols-2 gap-2">
          {others.map((photo) => (
            <PhotoLink key={photo.id} photo={photo} alt={t(altOf[photo.role], { title: report.title })} />
          ))}
        </div>
      )}
    </div>
  );
}

const altOf = {
  problem: "after.story.update_alt",
  update: "after.story.update_alt",
  progress: "reports.page.progress_alt",
  proof: "reports.page.proof_alt",
} as const;

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
      {entry.hidden && <p className="text-sm text-muted">{texts.t("after.story.hidden")}</p>}
      <Tools {...props} />
    </li>
  );
}

/** Under what a citizen added: the way to say that it shouldn't be there, and for moderators the way back. */
function Tools({ texts, report, entry }: Props) {
  const { t, locale } = texts;
  if (entry.actorKind !== "citizen" || (!entry.text && entry.photos.length === 0 && !entry.hidden)) return null;
  if (entry.hidden)
    return report.viewer.canModerate ? (
      <OneButton texts={texts} report={report} action={showUpdateAction} hidden={{ eventId: entry.id }}>
        {t("after.story.show")}
      </OneButton>
    ) : null;
  return (
    <p>
      <Link
        href={`/${locale}/reports/${report.ref}/flag?update=${entry.id}`}
        prefetch={false}
        rel="nofollow"
        className="inline-flex min-h-11 items-center text-sm text-muted"
      >
        {t("after.flag.update_link")}
      </Link>
    </p>
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
