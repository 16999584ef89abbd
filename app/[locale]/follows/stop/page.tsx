import type { Metadata } from "next";
import Link from "next/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { stopAction } from "@/lib/follows/actions";
import { nameOf } from "@/lib/follows/describe";
import { findStop } from "@/lib/follows/queries";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { textParam } from "@/lib/map/view";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: t("follows.stop.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Where the link at the end of an e-mail leads: one press and it is stopped; opening the page alone stops nothing. */
export default async function StopPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await searchParams;
  const words = texts(locale);
  const { t } = words;
  const token = typeof search.token === "string" ? search.token : "";
  const done = textParam(search, "done");
  const stop = await findStop(token);
  if (!stop) {
    return (
      <div className="wrap py-10">
        <div className="prose-width space-y-5">
          <h1>{t("follows.confirm.invalid_title")}</h1>
          <p>{t("follows.confirm.invalid_body")}</p>
          <p>
            <Link href={`/${locale}/account/follows`} className="inline-flex min-h-11 items-center">
              {t("follows.confirm.all")}
            </Link>
          </p>
        </div>
      </div>
    );
  }
  const lines = stop.digest
    ? [t(`follows.stop.${stop.digest}`)]
    : stop.follows.map(({ followed }) => nameOf(words, followed));
  return (
    <div className="wrap py-10">
      <div className="prose-width space-y-6">
        <h1>{t(done ? "follows.stop.done_title" : "follows.stop.title")}</h1>
        {done && <p>{t(done === "all" ? "follows.stop.done_all" : "follows.stop.done_body")}</p>}
        {!done && lines.length === 0 && <p>{t("follows.stop.none")}</p>}
        {!done && lines.length > 0 && (
          <>
            <p>{t("follows.stop.body")}</p>
            <ul className="list-disc space-y-1 pl-6 text-lg font-semibold">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <StopForm locale={locale} token={token} working={t("common.form.working")} className="btn btn-primary">
              {t("follows.stop.button")}
            </StopForm>
          </>
        )}
        {done !== "all" && (
          <div className="space-y-2 border-t border-line pt-6">
            <p>{t("follows.stop.all_hint")}</p>
            <StopForm locale={locale} token={token} all working={t("common.form.working")} className="btn btn-quiet">
              {t("follows.stop.all")}
            </StopForm>
          </div>
        )}
        <p>
          <Link href={`/${locale}/account/follows`} className="inline-flex min-h-11 items-center">
            {t("follows.confirm.all")}
          </Link>
        </p>
      </div>
    </div>
  );
}

function StopForm(props: {
  locale: string;
  token: string;
  all?: boolean;
  working: string;
  className: string;
  children: React.ReactNode;
}) {
  return (
    <form action={stopAction}>
      <input type="hidden" name="locale" value={props.locale} />
      <input type="hidden" name="token" value={props.token} />
      {props.all && <input type="hidden" name="all" value="1" />}
      <SubmitButton working={props.working} className={`${props.className} w-full sm:w-auto`}>
        {props.children}
      </SubmitButton>
    </form>
  );
}
