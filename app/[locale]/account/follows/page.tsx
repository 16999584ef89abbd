import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { redirect } from "next/navigation";
import { FollowLine } from "@/components/follows/follow-line";
import { ErrorSummary, Notice } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { isConfirmed } from "@/lib/accounts/actor";
import { currentActor } from "@/lib/accounts/session";
import { errorCodes } from "@/lib/errors";
import { endEveryFollowAction } from "@/lib/follows/actions";
import { nameOf } from "@/lib/follows/describe";
import { listFollows } from "@/lib/follows/queries";
import type { Target } from "@/lib/follows/schema";
import type { OwnFollow } from "@/lib/follows/types";
import { type Locale, localName } from "@/lib/i18n/locales";
import { type MessageKey, type Texts, texts } from "@/lib/i18n/texts";
import { textParam } from "@/lib/map/view";
import { listCategories, listMunicipalities } from "@/lib/municipalities/queries";
import { filterQuery, readFilter, type SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("follows.list.title") };
}

const doneWords: Record<string, MessageKey> = {
  paced: "follows.list.paced",
  ended: "follows.list.ended",
  all: "follows.stop.done_all",
};

/** Everything a person follows, each with its pace and the way out; and the ways to follow more. */
export default async function FollowsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=/${locale}/account/follows`);
  const search = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const follows = await listFollows(actor);
  const said = doneWords[textParam(search, "done")];
  return (
    <div className="wrap space-y-10 py-8">
      <div className="prose-width space-y-4">
        <ErrorSummary t={t} error={errorCodes.find((code) => code === search.problem)} />
        {said && <Notice>{t(said)}</Notice>}
        <p>
          <Link href={`/${locale}/account`} className="inline-flex min-h-11 items-center">
            {t("common.nav.account")}
          </Link>
        </p>
        <h1>{t("follows.list.title")}</h1>
        <p>{t("follows.list.lead")}</p>
        {!isConfirmed(actor) && <p className="border-l-4 border-primary pl-4">{t("follows.list.no_email")}</p>}
        {follows.length === 0 && <p>{t("follows.list.empty")}</p>}
      </div>
      <Lines
        words={words}
        title="follows.list.areas"
        follows={follows.filter(({ followed }) => followed.kind !== "report")}
      />
      <Lines
        words={words}
        title="follows.list.reports"
        follows={follows.filter(({ followed }) => followed.kind === "report")}
      />
      {isConfirmed(actor) && <More words={words} />}
      {follows.length > 0 && (
        <form action={endEveryFollowAction} className="prose-width space-y-2 border-t border-line pt-6">
          <input type="hidden" name="locale" value={locale} />
          <p>{t("follows.stop.all_hint")}</p>
          <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
            {t("follows.stop.all")}
          </SubmitButton>
        </form>
      )}
    </div>
  );
}

/** Where what is followed can be seen. */
function pageOf(locale: string, target: Target | null): string | null {
  if (target?.kind === "report") return `/${locale}/reports/${target.ref}`;
  if (target?.kind === "municipality") return `/${locale}/municipalities/${target.municipality}`;
  if (target?.kind === "category") {
    const { category, municipality = "" } = target;
    return `/${locale}/reports?${filterQuery(readFilter({ category, municipality }))}`;
  }
  return null;
}

function Lines({ words, title, follows }: { words: Texts; title: MessageKey; follows: OwnFollow[] }) {
  if (follows.length === 0) return null;
  return (
    <section>
      <h2>{words.t(title)}</h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {follows.map((follow) => (
          <FollowLine
            key={follow.key}
            words={words}
            follow={follow}
            name={nameOf(words, follow.followed)}
            link={pageOf(words.locale, follow.target)}
          />
        ))}
      </ul>
    </section>
  );
}

async function More({ words: { t, locale } }: { words: Texts }) {
  const [municipalities, categories] = await Promise.all([listMunicipalities(), listCategories()]);
  const options = (rows: { slug: string; nameSq: string; nameSr: string; nameEn: string }[]) =>
    rows.map((row) => (
      <option key={row.slug} value={row.slug}>
        {localName(row, locale)}
      </option>
    ));
  return (
    <section aria-labelledby="more" className="space-y-5">
      <h2 id="more">{t("follows.list.add")}</h2>
      <p className="flex flex-wrap gap-3">
        <Link href={`/${locale}/follows/circle`} className="btn btn-quiet">
          {t("follows.list.circle")}
        </Link>
        <Link href={`/${locale}/follows/places`} className="btn btn-quiet">
          {t("follows.list.place")}
        </Link>
      </p>
      <div className="grid gap-6 lg:grid-cols-2">
        <Form action={`/${locale}/follows/new`} className="flex flex-wrap content-start items-end gap-3">
          <input type="hidden" name="kind" value="municipality" />
          <div className="grow">
            <label htmlFor="one-municipality" className="block font-semibold">
              {t("follows.list.municipality")}
            </label>
            <select id="one-municipality" name="municipality" className="control mt-1">
              {options(municipalities)}
            </select>
          </div>
          <button type="submit" className="btn btn-quiet">
            {t("common.actions.continue")}
          </button>
        </Form>
        <Form action={`/${locale}/follows/new`} className="flex flex-wrap content-start items-end gap-3">
          <input type="hidden" name="kind" value="category" />
          <div className="grow">
            <label htmlFor="category" className="block font-semibold">
              {t("follows.list.category")}
            </label>
            <select id="category" name="category" className="control mt-1">
              {options(categories)}
            </select>
          </div>
          <div className="grow">
            <label htmlFor="in-municipality" className="block font-semibold">
              {t("reports.filter.municipality")}
            </label>
            <select id="in-municipality" name="municipality" className="control mt-1">
              <option value="">{t("follows.list.everywhere")}</option>
              {options(municipalities)}
            </select>
          </div>
          <button type="submit" className="btn btn-quiet">
            {t("common.actions.continue")}
          </button>
        </Form>
      </div>
    </section>
  );
}
