import { StatusMark } from "@/components/ui/status-mark";
import { localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import type { DeskEvent, DeskReport } from "@/lib/reports/types";

/** Who did it: a colleague by name, everybody else by role. */
function byWhom({ t }: Texts, event: DeskEvent): string {
  if (event.actorKind === "citizen") return t("reports.story.by_citizen");
  if (event.actorKind === "system") return t("reports.story.by_system");
  return event.by ?? (event.actorKind === "staff" ? t("reports.story.by_staff") : t("desk.story.colleague"));
}

/** What was done, where the status and the words don't say it. */
function what(
  { t, calendarDay }: Texts,
  { kind, statusFrom, statusTo, actorKind, assignee, data }: DeskEvent,
): string[] {
  const lines = [
    kind === "submitted" && t("desk.story.submitted"),
    kind === "answer" && t("reports.story.answered"),
    kind === "assigned" && (assignee ? t("desk.story.assigned", { name: assignee }) : t("desk.story.released")),
    kind === "hidden" && t("desk.story.hidden"),
    kind === "unhidden" && t("desk.story.unhidden"),
    kind === "comment" && t(data.feedback ? "after.story.partly" : "after.story.comment"),
    kind === "still_there" && t("after.story.still_there"),
    kind === "corrected" && t("after.desk.corrected"),
    kind === "name_hidden" && t("after.desk.name_hidden"),
    kind === "withdrawn" && t("after.desk.withdrawn"),
    kind === "comment_hidden" && t("after.desk.comment_hidden"),
    kind === "comment_shown" && t("after.desk.comment_shown"),
    statusFrom === "unconfirmed" &&
      statusTo === "open" &&
      t(
        actorKind === "citizen"
          ? "desk.story.confirmed"
          : data.source === "phone"
            ? "reports.story.by_phone"
            : "reports.story.looked_at",
      ),
    statusFrom === "fixed" && statusTo === "open" && t("reports.story.reopened"),
    statusTo === "fixed" && actorKind === "citizen" && t("reports.story.gone"),
    data.plannedFor && t("reports.story.planned", { date: calendarDay(new Date(data.plannedFor)) }),
    data.referredTo && t("reports.story.referred", { to: data.referredTo }),
    data.duplicateOf && t("reports.story.duplicate", { ref: data.duplicateOf }),
  ];
  return lines.filter((line): line is string => Boolean(line));
}

const altOf = {
  problem: "after.story.update_alt",
  update: "after.story.update_alt",
  progress: "reports.page.progress_alt",
  proof: "reports.page.proof_alt",
} as const;

/** One thing that happened. What the public doesn't see is marked and looks it. */
export function StoryItem({ texts, report, event }: { texts: Texts; report: DeskReport; event: DeskEvent }) {
  const { t, date } = texts;
  const internal = !event.isPublic;
  return (
    <li className={internal ? "border-l-4 border-dashed border-muted pl-4" : "border-l-4 border-primary pl-4"}>
      <p className="text-sm text-muted">
        <span className="font-semibold text-ink">{byWhom(texts, event)}</span>{" "}
        <time dateTime={event.at.toISOString()}>{date(event.at, "moment")}</time>
        {internal && (
          <span className="ml-2 inline-block border border-muted px-1.5 text-xs font-semibold uppercase tracking-wide text-ink">
            {t("desk.story.internal")}
          </span>
        )}
      </p>
      {event.statusTo && event.statusTo !== "unconfirmed" && (
        <p>
          <StatusMark status={event.statusTo} t={t} />
        </p>
      )}
      {what(texts, event).map((line) => (
        <p key={line} className={event.kind === "answer" ? "sr-only" : ""}>
          {line}
        </p>
      ))}
      {event.text && (
        <p className="whitespace-pre-line" lang={internal ? undefined : localeTags[report.language]}>
          {event.text}
        </p>
      )}
      {event.photos.map((photo) => (
        <a key={photo.id} href={photoUrl(photo.id, "large")} className="mt-2 inline-block">
          <img
            src={photoUrl(photo.id, "thumb")}
            alt={t(altOf[photo.role], {
              title: report.title,
            })}
            className="max-h-40 w-auto"
          />
        </a>
      ))}
    </li>
  );
}
