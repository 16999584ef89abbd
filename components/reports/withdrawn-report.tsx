import type { Texts } from "@/lib/i18n/texts";
import { restoreAction } from "@/lib/reports/citizen-actions";
import { OneButton } from "./one-button";

type Withdrawn = { ref: string; withdrawnAt: Date; mine: { id: string; title: string } | null };

/** What is left of a report that its reporter took back; for them, the way back. */
export function WithdrawnReport({ texts, report }: { texts: Texts; report: Withdrawn }) {
  const { t, date } = texts;
  const { ref, withdrawnAt, mine } = report;
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-5">
        <p className="font-semibold text-muted">{ref}</p>
        <h1>{t("after.own.withdrawn_title")}</h1>
        <p>{t("after.own.withdrawn_body", { date: date(withdrawnAt) })}</p>
        {mine && (
          <>
            <p>{t("after.own.restore_why", { title: mine.title })}</p>
            <OneButton texts={texts} report={{ id: mine.id, ref }} action={restoreAction} className="btn btn-primary">
              {t("after.own.restore")}
            </OneButton>
          </>
        )}
      </div>
    </div>
  );
}
