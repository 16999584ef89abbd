import { SubmitButton } from "@/components/ui/submit-button";
import type { Texts } from "@/lib/i18n/texts";
import { assignAction } from "@/lib/reports/desk-actions";
import type { DeskView } from "@/lib/reports/schema";
import type { DeskReport } from "@/lib/reports/types";

/** Who works on a report: take it, give it to a colleague, let it go. */
export function Assign({
  texts: { t, locale },
  report,
  me,
  colleagues,
  from,
}: {
  texts: Texts;
  report: DeskReport;
  me: string;
  colleagues: { id: string; name: string }[];
  /** The view one came from. */
  from: DeskView;
}) {
  const mine = report.assignee?.id === me;
  const others = colleagues.filter(({ id }) => id !== me && id !== report.assignee?.id);
  const holder = report.assignee && (report.assignee.name ?? report.assignee.email);
  const subject = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="ref" value={report.ref} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
    </>
  );
  return (
    <section aria-labelledby="assign" className="space-y-3">
      <h2 id="assign" className="text-lg">
        {t("desk.assign.title")}
      </h2>
      <p>{mine ? t("desk.assign.mine") : holder ? t("desk.assign.with", { name: holder }) : t("desk.assign.nobody")}</p>
      <div className="flex flex-wrap gap-2">
        {!mine && (
          <form action={assignAction}>
            {subject}
            <input type="hidden" name="assigneeId" value={me} />
            <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
              {t("desk.assign.take")}
            </SubmitButton>
          </form>
        )}
        {report.assignee && (
          <form action={assignAction}>
            {subject}
            <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
              {t("desk.assign.release")}
            </SubmitButton>
          </form>
        )}
      </div>
      {others.length > 0 && (
        <form action={assignAction} className="flex flex-wrap items-end gap-2">
          {subject}
          <div className="min-w-0 grow">
            <label htmlFor="assigneeId" className="block font-semibold">
              {t("desk.assign.colleague")}
            </label>
            <select id="assigneeId" name="assigneeId" className="control mt-1">
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
            {t("desk.assign.give")}
          </SubmitButton>
        </form>
      )}
    </section>
  );
}
