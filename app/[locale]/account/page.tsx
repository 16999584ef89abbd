import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { PrivateLinkPart } from "@/components/account/private-link-part";
import { OwnReports } from "@/components/accounts/own-reports";
import { ForgetTyped } from "@/components/offline/form-keeper";
import { UnseenReports } from "@/components/reports/unseen-reports";
import { ErrorSummary, Notice } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { keepLocaleAction, keepNameAction, signOutAction } from "@/lib/accounts/actions";
import { isConfirmed } from "@/lib/accounts/actor";
import { EMAIL_HOURS } from "@/lib/accounts/email-token";
import { currentActor } from "@/lib/accounts/session";
import { config } from "@/lib/config";
import { errorCodes } from "@/lib/errors";
import { countFollows } from "@/lib/follows/queries";
import { type Locale, localeNames, locales, localeTags } from "@/lib/i18n/locales";
import { type MessageKey, type Texts, texts } from "@/lib/i18n/texts";
import { textParam } from "@/lib/map/view";
import { keepDutyAction } from "@/lib/reports/duty-actions";
import { findDuty } from "@/lib/reports/duty-queries";
import { listUnseen } from "@/lib/reports/look-queries";
import { listOwnReports } from "@/lib/reports/queries";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("common.nav.account") };
}

const doneWords: Record<string, MessageKey> = {
  taken_back: "own.link.taken_back",
  corrected: "own.link.corrected",
};

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=/${locale}/account`);
  const words = texts(locale);
  const { t } = words;
  const search = await searchParams;
  const after = textParam(search, "after");
  const asked = typeof search.asked === "string" ? search.asked.slice(0, 254) : "";
  const done = doneWords[textParam(search, "done")];
  const [reports, unseen, follows, duty] = await Promise.all([
    listOwnReports(actor, after || undefined),
    listUnseen(actor),
    countFollows(actor),
    findDuty(actor),
  ]);
  return (
    <div className="wrap space-y-10 py-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>{t("common.nav.account")}</h1>
          <p className="text-muted">
            {[actor.name, actor.email ?? t("accounts.account.by_link")].filter(Boolean).join(", ")}
          </p>
        </div>
        <form action={signOutAction}>
          <input type="hidden" name="locale" value={locale} />
          <ForgetTyped onSubmit />
          <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
            {t("common.nav.sign_out")}
          </SubmitButton>
        </form>
      </div>
      <ErrorSummary t={t} error={errorCodes.find((code) => code === search.problem)} />
      {textParam(search, "saved") && <Notice>{t("accounts.account.saved")}</Notice>}
      {done && <Notice>{t(done)}</Notice>}
      {textParam(search, "joined") && isConfirmed(actor) && <Notice>{t("own.link.joined")}</Notice>}
      {asked && !isConfirmed(actor) && <Asked words={words} email={asked} />}
      <section aria-labelledby="mine" className="space-y-4">
        <h2 id="mine">{t("accounts.account.reports")}</h2>
        {!after && <UnseenReports texts={words} reports={unseen} mine />}
        {(reports.rows.length > 0 || unseen.length === 0) && <OwnReports texts={words} reports={reports.rows} />}
        {reports.rows.length === 0 && unseen.length === 0 && !after && (
          <Link href={`/${locale}/report`} className="btn btn-action">
            {t("common.nav.report")}
          </Link>
        )}
        <p className="flex flex-wrap gap-x-6">
          {reports.next && (
            <Link href={`/${locale}/account?after=${reports.next}#mine`} className="inline-flex min-h-11 items-center">
              {t("common.actions.next_page")}
            </Link>
          )}
          {after && (
            <Link href={`/${locale}/account#mine`} className="inline-flex min-h-11 items-center">
              {t("reports.list.first")}
            </Link>
          )}
        </p>
      </section>
      {!isConfirmed(actor) && <PrivateLinkPart texts={words} />}
      <section aria-labelledby="follows" className="space-y-2">
        <h2 id="follows">{t("own.follows.title")}</h2>
        <p>{t("own.follows.count", { count: follows })}</p>
        <p>
          <Link href={`/${locale}/account/follows`} className="btn btn-quiet">
            {t("own.follows.all")}
          </Link>
        </p>
      </section>
      <form action={keepLocaleAction} className="prose-width space-y-4">
        <input type="hidden" name="locale" value={locale} />
        <fieldset>
          <legend>
            <h2>{t("accounts.account.language")}</h2>
          </legend>
          <p className="mt-1 text-muted">{t("accounts.account.language_hint")}</p>
          <div className="mt-2 flex flex-wrap gap-x-6">
            {locales.map((language) => (
              <label key={language} className="flex min-h-11 items-center gap-2" lang={localeTags[language]}>
                <input
                  type="radio"
                  name="mailLocale"
                  value={language}
                  defaultChecked={language === actor.locale}
                  className="size-5 accent-primary"
                />
                {localeNames[language]}
              </label>
            ))}
          </div>
        </fieldset>
        <SubmitButton working={t("common.form.working")}>{t("common.actions.save")}</SubmitButton>
      </form>
      {duty && (
        <form action={keepDutyAction} className="prose-width space-y-4">
          <input type="hidden" name="locale" value={locale} />
          <fieldset>
            <legend>
              <h2>{t("own.duty.title")}</h2>
            </legend>
            <p className="mt-1 text-muted">{t("own.duty.hint")}</p>
            {(["at_once", "morning"] as const).map((choice) => (
              <label key={choice} className="flex min-h-11 items-center gap-2">
                <input
                  type="radio"
                  name="duty"
                  value={choice}
                  defaultChecked={duty.atOnce === (choice === "at_once")}
                  className="size-5 shrink-0 accent-primary"
                />
                {t(`own.duty.${choice}`)}
              </label>
            ))}
          </fieldset>
          <SubmitButton working={t("common.form.working")}>{t("common.actions.save")}</SubmitButton>
        </form>
      )}
      <form action={keepNameAction} className="prose-width space-y-4">
        <input type="hidden" name="locale" value={locale} />
        <div>
          <label htmlFor="name">
            <h2>{t("own.name.title")}</h2>
          </label>
          <p id="name-hint" className="mt-1 text-muted">
            {t("own.name.hint")}
          </p>
          <input
            id="name"
            name="name"
            autoComplete="name"
            maxLength={80}
            defaultValue={actor.name ?? ""}
            aria-describedby="name-hint"
            className="control mt-2"
          />
        </div>
        <SubmitButton working={t("common.form.working")}>{t("common.actions.save")}</SubmitButton>
      </form>
      <section aria-labelledby="data" className="prose-width space-y-3">
        <h2 id="data">{t("own.data.title")}</h2>
        <p>{t("own.data.body")}</p>
        <p className="flex flex-wrap gap-3">
          <a href="/api/account/data" download className="btn btn-quiet">
            <Download size={20} aria-hidden="true" />
            {t("own.data.download")}
          </a>
          <Link href={`/${locale}/account/delete`} className="btn btn-quiet">
            {t("own.data.delete")}
          </Link>
        </p>
        <p>
          <Link href={`/${locale}/privacy`} className="inline-flex min-h-11 items-center">
            {t("accounts.account.privacy")}
          </Link>
        </p>
      </section>
    </div>
  );
}

/** That a link went to the mailbox that was given; in the demonstration, where the e-mail can be read. */
function Asked({ words: { t, locale }, email }: { words: Texts; email: string }) {
  return (
    <Notice>
      <p className="break-words">{t("own.link.asked", { email, hours: EMAIL_HOURS })}</p>
      {config().DEMO && (
        <p>
          <Link href={`/${locale}/outbox`} className="inline-flex min-h-11 items-center">
            {t("accounts.sent.outbox")}
          </Link>
        </p>
      )}
    </Notice>
  );
}
