import { Rss } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CadenceChoice } from "@/components/follows/cadence-choice";
import { RequestForm } from "@/components/follows/request-form";
import { TargetFields } from "@/components/follows/target-fields";
import { ErrorSummary, Notice } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { SubmitButton } from "@/components/ui/submit-button";
import { isConfirmed } from "@/lib/accounts/actor";
import { currentActor } from "@/lib/accounts/session";
import { errorCodes } from "@/lib/errors";
import { changeFollowAction, followAction } from "@/lib/follows/actions";
import { distance, nameOf } from "@/lib/follows/describe";
import { type Found, findOwnFollow, findTarget } from "@/lib/follows/queries";
import { feedPath, readTarget, type Target, targetQuery, usualCadence } from "@/lib/follows/schema";
import type { Locale } from "@/lib/i18n/locales";
import { type Texts, texts } from "@/lib/i18n/texts";
import { textParam } from "@/lib/map/view";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("follows.new.meta"), robots: { index: false } };
}

const possible = ["required", "invalid_email", "too_long", "too_many", "not_found", "invalid"] as const;

/** What following something means, and the form for it: with an e-mail, or with one press for who is signed in. */
export default async function FollowPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const target = readTarget(search);
  const found = target && (await findTarget(target));
  if (!target || !found) return <Unknown words={words} />;
  const actor = await currentActor();
  const signedIn = isConfirmed(actor);
  const own = signedIn ? await findOwnFollow(actor, target) : null;
  const problem = errorCodes.find((code) => code === search.problem);
  const name = nameOf(words, found.followed);
  const page = `/${locale}/follows/new?${targetQuery(target)}`;
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-6">
        <ErrorSummary t={t} error={problem} />
        {textParam(search, "done") && own && <Notice>{t("follows.list.followed", { name })}</Notice>}
        <header className="space-y-2">
          <p className="text-muted">{t("follows.here.title")}</p>
          <h1>{name}</h1>
          <What words={words} found={found} />
        </header>
        {own && !textParam(search, "done") && (
          <p>{t("follows.new.already", { cadence: t(`follows.cadence.${own.cadence}`) })}</p>
        )}
        {signedIn ? (
          <form action={followAction} className="space-y-5">
            <TargetFields locale={locale} target={target} />
            <CadenceChoice t={t} chosen={own?.cadence ?? usualCadence(target)} />
            <SubmitButton working={t("common.form.working")} className="btn btn-primary w-full sm:w-auto">
              {t(own ? "follows.new.change" : "follows.new.button")}
            </SubmitButton>
          </form>
        ) : (
          <RequestForm
            words={formWords(t, possible)}
            labels={{
              email: t("follows.new.email"),
              hint: t("follows.new.email_hint"),
              button: t("follows.new.send"),
            }}
          >
            <TargetFields locale={locale} target={target} />
            <CadenceChoice t={t} chosen={usualCadence(target)} />
          </RequestForm>
        )}
        {own && (
          <form action={changeFollowAction}>
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="key" value={own.key} />
            <SubmitButton working={t("common.form.working")} className="btn btn-quiet" name="do" value="end">
              {t("follows.stop.button")}
            </SubmitButton>
          </form>
        )}
        <Ways words={words} target={target} signedIn={signedIn} page={page} />
      </div>
    </div>
  );
}

function What({ words, found }: { words: Texts; found: Found }) {
  const { t } = words;
  return (
    <>
      <p>{t(found.kind === "report" ? "follows.tells.report" : "follows.tells.area")}</p>
      {found.kind === "neighbourhood" && (
        <p className="text-sm text-muted">
          {t("follows.tells.neighbourhood", { radius: distance(words, found.area.radius ?? 0) })}{" "}
          <Link href={`/${words.locale}/follows/circle?lat=${found.area.lat}&lon=${found.area.lon}`}>
            {t("follows.circle.title")}
          </Link>
        </p>
      )}
    </>
  );
}

function Ways({
  words: { t, locale },
  target,
  signedIn,
  page,
}: {
  words: Texts;
  target: Target;
  signedIn: boolean;
  page: string;
}) {
  return (
    <ul className="border-t border-line pt-4">
      <li>
        <a href={feedPath(locale, target)} className="inline-flex min-h-11 items-center gap-2">
          <Rss size={20} aria-hidden="true" className="shrink-0" />
          {t("follows.new.feed")}
        </a>
      </li>
      <li>
        <Link
          href={signedIn ? `/${locale}/account/follows` : `/${locale}/sign-in?${new URLSearchParams({ back: page })}`}
          className="inline-flex min-h-11 items-center"
        >
          {t(signedIn ? "follows.confirm.all" : "follows.new.sign_in")}
        </Link>
      </li>
    </ul>
  );
}

function Unknown({ words: { t, locale } }: { words: Texts }) {
  return (
    <div className="wrap py-8">
      <div className="prose-width space-y-4">
        <h1>{t("follows.new.unknown_title")}</h1>
        <p>{t("follows.new.unknown_body")}</p>
        <p>
          <Link href={`/${locale}/account/follows`} className="inline-flex min-h-11 items-center">
            {t("follows.confirm.all")}
          </Link>
        </p>
      </div>
    </div>
  );
}
