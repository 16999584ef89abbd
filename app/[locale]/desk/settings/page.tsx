import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AnonymousSetting } from "@/components/desk/anonymous-setting";
import { Targets } from "@/components/desk/targets";
import { NotForYou } from "@/components/shell/not-for-you";
import { ErrorSummary, Notice } from "@/components/ui/form";
import { currentActor } from "@/lib/accounts/session";
import { errorCodes } from "@/lib/errors";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { canSetMunicipality } from "@/lib/municipalities/policy";
import { listCategories, listMunicipalities, listTargets } from "@/lib/municipalities/queries";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ m?: string; done?: string; problem?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("desk.settings.link") };
}

/** What a municipality's manager decides for it. */
export default async function SettingsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const words = texts(locale);
  const { t } = words;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=/${locale}/desk/settings`);
  const [all, asked] = await Promise.all([listMunicipalities(), searchParams]);
  const own = all.filter(({ slug }) => canSetMunicipality(actor, slug));
  const municipality = own.find(({ slug }) => slug === asked.m) ?? own[0];
  if (!municipality) return <NotForYou texts={words} back={`/${locale}/desk`} />;
  const [facts, categories] = await Promise.all([listTargets(municipality.slug), listCategories()]);
  const problem = errorCodes.find((code) => code === asked.problem);
  return (
    <div className="wrap space-y-8 py-6">
      <div className="prose-width space-y-3">
        <p>
          <Link href={`/${locale}/desk?m=${municipality.slug}`} className="inline-flex min-h-11 items-center">
            {t("common.nav.desk")}
          </Link>
        </p>
        <h1>{t("desk.settings.title", { municipality: localName(municipality, locale) })}</h1>
        {problem && <ErrorSummary t={t} error={problem} />}
        {asked.done === "saved" && <Notice>{t("desk.settings.saved")}</Notice>}
      </div>
      <section aria-labelledby="targets" className="max-w-3xl space-y-4">
        <h2 id="targets">{t("clock.targets.title")}</h2>
        <p className="prose-width">{t("clock.targets.lead")}</p>
        <Targets texts={words} facts={facts} municipality={municipality} categories={categories} />
      </section>
      <section aria-labelledby="anonymous" className="prose-width space-y-4">
        <h2 id="anonymous">{t("desk.settings.anonymous")}</h2>
        <p>{t("desk.settings.anonymous_body")}</p>
        <AnonymousSetting texts={words} slug={municipality.slug} allowed={municipality.anonymousReports} back="desk" />
      </section>
    </div>
  );
}
