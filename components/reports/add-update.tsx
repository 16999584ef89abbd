import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";
import { addUpdateAction } from "@/lib/reports/citizen-actions";
import type { PublicReport } from "@/lib/reports/types";
import { CitizenForm } from "./citizen-form";
import { citizenWords, photoField } from "./citizen-words";
import { subjectOf } from "./subject";

/** Where people add what they know; the municipality's own people answer from their desk. */
export function AddUpdate({
  texts: { t, locale },
  report,
  signedIn,
}: {
  texts: Texts;
  report: PublicReport;
  signedIn: boolean;
}) {
  const { viewer } = report;
  if (viewer.canWork) return null;
  return (
    <section aria-labelledby="add" className="max-w-2xl space-y-3">
      <h2 id="add">{t("after.add.title")}</h2>
      {viewer.canAddUpdate && (
        <CitizenForm
          id="add-"
          action={addUpdateAction}
          hidden={subjectOf(locale, report)}
          fields={[
            { name: "text", label: t("after.add.words"), hint: t("after.add.hint"), kind: "words", max: 2000 },
            photoField(t),
          ]}
          buttons={[{ label: t("after.add.button") }]}
          words={citizenWords(t)}
        />
      )}
      {!signedIn && (
        <p>
          <Link
            href={`/${locale}/sign-in?back=/${locale}/reports/${report.ref}`}
            className="inline-flex min-h-11 items-center"
          >
            {t("after.add.sign_in")}
          </Link>
        </p>
      )}
      {signedIn && !viewer.canAddUpdate && <p>{t("after.add.confirm_first")}</p>}
    </section>
  );
}
