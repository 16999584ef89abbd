import Link from "next/link";
import { localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import { flagAction } from "@/lib/reports/citizen-actions";
import { flagReasons } from "@/lib/reports/schema";
import type { PublicReport, StoryEntry } from "@/lib/reports/types";
import { CitizenForm } from "./citizen-form";
import { citizenWords } from "./citizen-words";
import { subjectOf } from "./subject";

type Props = { texts: Texts; report: PublicReport; entry: StoryEntry | undefined };

/** Says what is flagged, and asks why. */
export function FlagForm({ texts: { t, locale }, report, entry }: Props) {
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-6">
        <h1>{t("after.flag.title")}</h1>
        <blockquote className="border-l-4 border-line pl-4">
          <p lang={localeTags[report.language]} className="whitespace-pre-line">
            {entry ? entry.text : report.title}
          </p>
          {entry?.photos.map(({ id }) => (
            <img key={id} src={photoUrl(id, "thumb")} alt="" className="mt-2 max-h-40 w-auto" />
          ))}
          <p className="text-sm text-muted">
            <Link href={`/${locale}/reports/${report.ref}`} className="inline-flex min-h-11 items-center">
              {report.ref}
            </Link>
          </p>
        </blockquote>
        <p>{t("after.flag.how")}</p>
        <CitizenForm
          id=""
          action={flagAction}
          hidden={{ ...subjectOf(locale, report), ...(entry && { eventId: entry.id }) }}
          fields={[
            {
              name: "reason",
              label: t("after.flag.why"),
              kind: "choice",
              choices: flagReasons.map((value) => ({ value, label: t(`after.flag.reason.${value}`) })),
            },
            { name: "text", label: t("after.flag.words"), kind: "words", max: 1000, optional: true },
          ]}
          buttons={[{ label: t("after.flag.button") }]}
          words={citizenWords(t)}
        />
      </div>
    </div>
  );
}
