import Link from "next/link";
import type { LocationTiles } from "@/components/map/location-leaflet";
import { LocationView } from "@/components/map/location-view";
import { CategoryIcon } from "@/components/ui/category-icon";
import { ErrorSummary, Notice } from "@/components/ui/form";
import { StatusMark } from "@/components/ui/status-mark";
import { type ErrorCode, errorCodes } from "@/lib/errors";
import { localeTags, localName } from "@/lib/i18n/locales";
import type { MessageKey, Texts } from "@/lib/i18n/texts";
import type { NearbyReport, PublicReport } from "@/lib/reports/types";
import { Act } from "./act";
import { AddUpdate } from "./add-update";
import { Answers } from "./answers";
import { Around } from "./around";
import { Question } from "./fix-question";
import { NextStep } from "./next-step";
import { Photos } from "./photos";
import { Share } from "./share";
import { Story } from "./story";

/** What is said after something was done, by the word in the address. */
const doneWords: Record<string, MessageKey> = {
  confirmed: "reports.confirm.thanks",
  already: "reports.confirm.already",
  followed: "reports.act.done_followed",
  unfollowed: "reports.act.done_unfollowed",
  supported: "reports.act.done_supported",
  joined: "reports.act.done_joined",
  join_sent: "reports.act.done_join_sent",
  gone: "reports.act.done_gone",
  reopened: "reports.act.done_reopened",
  unhidden: "reports.act.done_unhidden",
  yes: "after.done.yes",
  partly: "after.done.partly",
  still: "after.done.still",
  unknown: "after.done.unknown",
  added: "after.done.added",
  flagged: "after.done.flagged",
  corrected: "after.done.corrected",
  name_hidden: "after.done.name_hidden",
  left: "after.done.left",
  restored: "after.done.restored",
  shown: "after.done.shown",
};

type Props = {
  texts: Texts;
  report: PublicReport;
  now: Date;
  signedIn: boolean;
  /** Other open reports close by. */
  around: NearbyReport[];
  /** Address of the page, whole. */
  url: string;
  tiles: LocationTiles;
  done: string;
  problem: string;
};

/** A report as everybody sees it: what is wrong and where, who acts next, what happened. */
export function ReportPage({ texts, report, now, signedIn, around, url, tiles, done, problem }: Props) {
  const { t } = texts;
  const said = Object.hasOwn(doneWords, done) ? doneWords[done] : undefined;
  const error = errorCodes.find((code): code is ErrorCode => code === problem);
  return (
    <article className="wrap py-6">
      <div className="space-y-4">
        <ErrorSummary t={t} error={error} />
        {said && <Notice>{t(said)}</Notice>}
      </div>
      <Head texts={texts} report={report} />
      <div className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[1fr_22rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 space-y-8">
          <Photos texts={texts} report={report} />
          {report.details && (
            <p lang={localeTags[report.language]} className="prose-width whitespace-pre-line">
              {report.details}
            </p>
          )}
          <Answers texts={texts} answers={report.answers} />
        </div>
        <div className="min-w-0 space-y-8 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <NextStep texts={texts} report={report} now={now} />
          <Question texts={texts} report={report} />
          <Act texts={texts} report={report} signedIn={signedIn} />
          <Numbers texts={texts} report={report} />
          <Share texts={texts} title={report.title} url={url} />
          <Where texts={texts} report={report} tiles={tiles} />
        </div>
        <div className="min-w-0 space-y-10">
          <Story texts={texts} report={report} />
          <AddUpdate texts={texts} report={report} signedIn={signedIn} />
          <Around texts={texts} reports={around} />
          <p>
            <Link
              href={`/${texts.locale}/reports/${report.ref}/flag`}
              prefetch={false}
              rel="nofollow"
              className="inline-flex min-h-11 items-center text-sm text-muted"
            >
              {t("after.flag.link")}
            </Link>
          </p>
        </div>
      </div>
    </article>
  );
}

function Head({ texts: { t, date, locale }, report }: { texts: Texts; report: PublicReport }) {
  const day = date(report.createdAt);
  return (
    <header className="mt-2 space-y-3">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StatusMark status={report.status} t={t} />
        <span className="inline-flex items-center gap-1.5">
          <CategoryIcon icon={report.category.icon} size={20} />
          {localName(report.category, locale)}
        </span>
        <span>{t("reports.page.in_municipality", { municipality: localName(report.municipality, locale) })}</span>
      </p>
      <h1 lang={localeTags[report.language]} className="max-w-4xl">
        {report.title}
      </h1>
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        <span>
          {report.reporterName
            ? t("reports.page.reported_by", { name: report.reporterName, date: day })
            : t("reports.page.reported", { date: day })}
        </span>
        {report.correctedAt && <span>{t("after.own.corrected", { date: date(report.correctedAt, "moment") })}</span>}
        <span>
          {t("reports.page.number")}: <span className="font-semibold text-ink">{report.ref}</span>
        </span>
      </p>
    </header>
  );
}

function Numbers({ texts: { t }, report }: { texts: Texts; report: PublicReport }) {
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{t("reports.page.numbers")}</h2>
      <p className="mt-2">{t("reports.page.affected", { count: report.supportCount })}</p>
      <p>{t("reports.page.followers", { count: report.followers })}</p>
    </section>
  );
}

function Where({ texts: { t, locale }, report, tiles }: { texts: Texts; report: PublicReport; tiles: LocationTiles }) {
  return (
    <section aria-labelledby="where" className="space-y-2">
      <h2 id="where">{t("reports.page.where")}</h2>
      {report.placeText && <p>{t("reports.page.place_note", { text: report.placeText })}</p>}
      <p className="text-sm text-muted">
        {t("reports.page.coordinates", { lat: report.lat.toFixed(5), lon: report.lon.toFixed(5) })}
      </p>
      <LocationView
        lat={report.lat}
        lon={report.lon}
        tiles={tiles}
        locale={locale}
        words={{
          map: t("reports.page.map"),
          no_tiles: t("reports.map.no_tiles"),
          zoom_in: t("reports.map.zoom_in"),
          zoom_out: t("reports.map.zoom_out"),
        }}
      />
    </section>
  );
}
