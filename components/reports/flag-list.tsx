import Link from "next/link";
import { Notice } from "@/components/ui/form";
import { localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { photoUrl } from "@/lib/photos/sizes";
import { moderateAction } from "@/lib/reports/citizen-actions";
import type { FlaggedThing } from "@/lib/reports/types";
import { CitizenForm } from "./citizen-form";
import { citizenWords } from "./citizen-words";
import { subjectOf } from "./subject";

type Props = { texts: Texts; things: FlaggedThing[]; done: "hide" | "dismiss" | undefined };

/** What waits for a moderator: each thing with what people say of it, to hide with a reason or to leave as it is. */
export function FlagList({ texts, things, done }: Props) {
  const { t } = texts;
  return (
    <div className="wrap py-8">
      <div className="max-w-3xl space-y-6">
        {done && <Notice>{t(`after.flags.done_${done}`)}</Notice>}
        <h1>{t("after.flags.title")}</h1>
        <p>{t("after.flags.count", { count: things.length })}</p>
        <ol className="space-y-10">
          {things.map((thing) => (
            <Thing key={thing.update?.id ?? thing.report.id} texts={texts} thing={thing} />
          ))}
        </ol>
      </div>
    </div>
  );
}

function Thing({ texts: { t, date, locale }, thing }: { texts: Texts; thing: FlaggedThing }) {
  const { report, update, flags } = thing;
  const { at, text, photos } = update ?? { at: report.createdAt, text: report.details, photos: report.photos };
  return (
    <li className="space-y-3 border-t-2 border-ink pt-4">
      <h2 lang={localeTags[report.language]} className="text-xl">
        <Link href={`/${locale}/reports/${report.ref}`}>{report.title}</Link>
      </h2>
      <p className="text-sm text-muted">
        {t(update ? "after.flags.update" : "after.flags.report")} · {report.ref} · {date(at, "moment")}
      </p>
      {text && (
        <blockquote className="whitespace-pre-line border-l-4 border-primary bg-card px-4 py-2">{text}</blockquote>
      )}
      {photos.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {photos.map(({ id }) => (
            <li key={id}>
              <a href={photoUrl(id, "large")}>
                <img src={photoUrl(id, "thumb")} alt={t("after.flags.photo")} className="max-h-40 w-auto" />
              </a>
            </li>
          ))}
        </ul>
      )}
      <ul className="space-y-1">
        {flags.map((flag) => (
          <li key={flag.id}>
            <span className="font-semibold">{t(`after.flag.reason.${flag.reason}`)}</span>
            {flag.text && <span>: {flag.text}</span>}{" "}
            <span className="text-sm text-muted">{date(flag.createdAt, "moment")}</span>
          </li>
        ))}
      </ul>
      <CitizenForm
        id={`${update?.id ?? report.id}-`}
        action={moderateAction}
        hidden={{ ...subjectOf(locale, report), ...(update && { eventId: update.id }) }}
        fields={[
          {
            name: "reason",
            label: t("after.flags.reason"),
            hint: t("after.flags.reason_hint"),
            kind: "line",
            max: 1000,
          },
        ]}
        buttons={[
          { name: "act", value: "hide", label: t(update ? "after.flags.hide_update" : "after.flags.hide_report") },
          { name: "act", value: "dismiss", label: t("after.flags.dismiss"), className: "btn btn-quiet" },
        ]}
        words={citizenWords(t)}
      />
    </li>
  );
}
