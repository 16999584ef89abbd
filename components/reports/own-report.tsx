import Link from "next/link";
import type { ReactNode } from "react";
import type { Texts } from "@/lib/i18n/texts";
import { correctAction, hideNameAction, withdrawAction } from "@/lib/reports/citizen-actions";
import { isOpen } from "@/lib/reports/status";
import type { OwnWaiting, PublicReport } from "@/lib/reports/types";
import { CitizenForm } from "./citizen-form";
import { citizenWords } from "./citizen-words";
import { OneButton } from "./one-button";
import { subjectOf } from "./subject";

type Props = { texts: Texts; report: PublicReport; now: Date };

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="space-y-3 border-t border-line pt-6">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** The reporter's own page of their report. */
export function OwnReport({ texts, report, now }: Props) {
  const { t, locale } = texts;
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-8">
        <header className="space-y-2">
          <p>
            <Link href={`/${locale}/reports/${report.ref}`} className="inline-flex min-h-11 items-center">
              ← {report.title} ({report.ref})
            </Link>
          </p>
          <h1>{t("after.own.title")}</h1>
        </header>
        <Correct texts={texts} report={report} now={now} />
        {report.reporterName && (
          <Part id="name" title={t("after.own.name")}>
            <p>{t("after.own.name_shown", { name: report.reporterName })}</p>
            <OneButton texts={texts} report={report} action={hideNameAction}>
              {t("after.own.hide_name")}
            </OneButton>
          </Part>
        )}
        {isOpen(report.status) && !report.withdrawnAt && (
          <Part id="withdraw" title={t("after.own.withdraw")}>
            <p>{t("after.own.withdraw_how")}</p>
            <Withdraw texts={texts} report={report} />
          </Part>
        )}
      </div>
    </div>
  );
}

/** The same of a report that nobody has looked at yet: no hour to keep, and nothing of it left once it is taken back. */
export function OwnWaitingReport({ texts, report }: { texts: Texts; report: OwnWaiting }) {
  const { t, locale } = texts;
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-8">
        <header className="space-y-2">
          <p>
            <Link href={`/${locale}/account`} className="inline-flex min-h-11 items-center">
              ← {t("common.nav.account")}
            </Link>
          </p>
          <h1>{t("after.own.title")}</h1>
          <p className="text-muted">{report.ref}</p>
          <p>{t("after.own.waiting")}</p>
        </header>
        <Part id="correct" title={t("after.own.correct")}>
          <WordsAgain texts={texts} report={report} />
        </Part>
        <Part id="withdraw" title={t("after.own.withdraw")}>
          <p>{t("after.own.withdraw_waiting")}</p>
          <Withdraw texts={texts} report={report} />
        </Part>
      </div>
    </div>
  );
}

function Withdraw({ texts, report }: { texts: Texts; report: { id: string; ref: string } }) {
  const { t } = texts;
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center font-semibold text-primary underline">
        {t("after.own.withdraw_sure")}
      </summary>
      <OneButton texts={texts} report={report} action={withdrawAction}>
        {t("after.own.withdraw_button")}
      </OneButton>
    </details>
  );
}

function WordsAgain({ texts: { t, locale, tag }, report }: { texts: Texts; report: OwnWaiting }) {
  return (
    <CitizenForm
      id=""
      action={correctAction}
      hidden={subjectOf(locale, report)}
      fields={[
        {
          name: "title",
          label: t("after.own.words_title"),
          kind: "line",
          max: 120,
          value: report.title,
          lang: tag,
        },
        {
          name: "details",
          label: t("after.own.words_details"),
          kind: "words",
          max: 4000,
          value: report.details,
          lang: tag,
          optional: true,
        },
      ]}
      buttons={[{ label: t("after.own.correct_button") }]}
      words={citizenWords(t)}
    />
  );
}

function Correct({ texts, report, now }: Props) {
  const { t, date, locale } = texts;
  const until = report.correctableUntil;
  return (
    <Part id="correct" title={t("after.own.correct")}>
      {until && now < until ? (
        <>
          <p>{t("after.own.correct_until", { time: date(until, "moment") })}</p>
          <WordsAgain texts={texts} report={report} />
        </>
      ) : (
        <p>
          {t("after.own.hour_over")} <Link href={`/${locale}/reports/${report.ref}#add`}>{t("after.add.title")}</Link>
        </p>
      )}
    </Part>
  );
}
