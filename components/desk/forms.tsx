import { formWords } from "@/components/ui/form-words";
import { StatusMark } from "@/components/ui/status-mark";
import { localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import type { DeskView } from "@/lib/reports/schema";
import { lawfulMoves } from "@/lib/reports/status";
import type { DeskReport, Neighbour } from "@/lib/reports/types";
import { ActForm } from "./act-form";
import { Neighbours } from "./neighbours";
import { NoteForm } from "./note-form";
import { StoryItem } from "./story";

const possible = [
  "forbidden",
  "not_found",
  "stale",
  "required",
  "too_long",
  "invalid",
  "move_unlawful",
  "answer_missing",
  "planned_missing",
  "planned_past",
  "referred_missing",
  "duplicate_unknown",
  "photo_too_large",
  "photo_not_image",
  "photo_broken",
  "photo_bomb",
] as const;

/** The two forms of a report: what the citizen is told, and what only colleagues read. */
export function DeskForms({
  texts,
  report,
  neighbours,
  from,
  said,
}: {
  texts: Texts;
  report: DeskReport;
  neighbours: Neighbour[];
  /** The view one came from. */
  from: DeskView;
  /** Changes whenever a form has been sent with success: the forms begin anew. */
  said: number;
}) {
  const { t, locale } = texts;
  const words = formWords(t, possible);
  const subject = { id: report.id, ref: report.ref, version: report.version, from };
  const recent = report.events
    .slice(-5)
    .map((event) => <StoryItem key={event.id} texts={texts} report={report} event={event} />);
  const options = [
    { value: "answer", label: t("desk.act.answer_only") },
    ...lawfulMoves(report.status, "municipality").map((to) => ({
      value: to,
      label: to === report.status ? t("desk.act.new_date") : <StatusMark status={to} t={t} />,
    })),
  ];
  return (
    <>
      <section aria-labelledby="act" className="space-y-4">
        <h2 id="act" className="text-lg">
          {t("desk.act.title")}
        </h2>
        <ActForm
          key={`act-${said}`}
          subject={subject}
          locale={locale}
          language={localeTags[report.language]}
          today={new Date().toISOString().slice(0, 10)}
          options={options}
          neighbours={<Neighbours texts={texts} neighbours={neighbours} />}
          neighbourRefs={neighbours.map(({ ref }) => ref)}
          recent={recent}
          words={words}
          labels={{
            legend: t("desk.act.legend"),
            text: t("desk.act.text"),
            textHint: t(`desk.act.text_hint_${report.language}`),
            keys: t("desk.act.keys"),
            plannedFor: t("desk.act.planned_for"),
            referredTo: t("desk.act.referred_to"),
            referredHint: t("desk.act.referred_hint"),
            duplicateOf: t("desk.act.duplicate_of"),
            duplicateHint: t("desk.act.duplicate_hint"),
            photo: t("desk.act.photo"),
            photoHint: t("desk.act.photo_hint"),
            photoAgain: t("desk.act.photo_again"),
            proofHint: t("desk.act.proof_hint"),
            rejectedHint: t("desk.act.rejected_hint"),
            button: t("desk.act.button"),
            meanwhile: t("desk.act.meanwhile"),
          }}
        />
      </section>
      <section aria-labelledby="note" className="space-y-3 border-2 border-dashed border-muted p-4">
        <h2 id="note" className="text-lg">
          {t("desk.note.title")}
        </h2>
        <NoteForm
          key={`note-${said}`}
          subject={subject}
          locale={locale}
          recent={recent}
          words={words}
          labels={{
            text: t("desk.note.text"),
            hint: t("desk.note.hint"),
            button: t("desk.note.button"),
            meanwhile: t("desk.act.meanwhile"),
          }}
        />
      </section>
    </>
  );
}
