import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { GrantForm } from "@/components/accounts/grant-form";
import { GrantList } from "@/components/accounts/grant-list";
import { AnonymousSetting } from "@/components/desk/anonymous-setting";
import { NotForYou } from "@/components/shell/not-for-you";
import { ErrorSummary, Notice } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { listGrants } from "@/lib/accounts/queries";
import { roleNames } from "@/lib/accounts/schema";
import { currentActor } from "@/lib/accounts/session";
import { errorCodes } from "@/lib/errors";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listMunicipalities } from "@/lib/municipalities/queries";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ done?: string; problem?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("accounts.admin.title") };
}

const possible = ["required", "invalid", "invalid_email", "too_long", "grant_exists", "forbidden"] as const;

export default async function AdminPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const words = texts(locale);
  const { t } = words;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=/${locale}/admin`);
  const [grants, municipalities, asked] = await Promise.all([listGrants(actor), listMunicipalities(), searchParams]);
  if (!grants) return <NotForYou texts={words} back={`/${locale}/admin`} />;
  const problem = errorCodes.find((code) => code === asked.problem);
  return (
    <div className="wrap space-y-10 py-8">
      <div className="prose-width space-y-4">
        <h1>{t("accounts.admin.title")}</h1>
        <p className="text-muted">{t("accounts.admin.lead")}</p>
        <p>
          <Link href={`/${locale}/staff/categories`} className="inline-flex min-h-11 items-center">
            {t("staff.kinds.title")}
          </Link>
        </p>
        <p>
          <Link href={`/${locale}/admin/holidays`} className="inline-flex min-h-11 items-center">
            {t("clock.holidays.title")}
          </Link>
        </p>
        {problem && <ErrorSummary t={t} error={problem} />}
        {asked.done === "given" && <Notice>{t("accounts.admin.given")}</Notice>}
        {asked.done === "taken" && <Notice>{t("accounts.admin.taken")}</Notice>}
      </div>
      <section aria-labelledby="give" className="prose-width space-y-4">
        <h2 id="give">{t("accounts.admin.give")}</h2>
        <GrantForm
          locale={locale}
          roles={roleNames.map((role) => ({ value: role, label: t(`accounts.roles.${role}`) }))}
          municipalities={municipalities.map((row) => ({ value: row.slug, label: localName(row, locale) }))}
          words={formWords(t, possible)}
          labels={{
            email: t("accounts.sign_in.email"),
            emailHint: t("accounts.admin.email_hint"),
            role: t("accounts.admin.role"),
            municipality: t("accounts.admin.municipality"),
            municipalityHint: t("accounts.admin.municipality_hint"),
            none: t("accounts.admin.none"),
            button: t("accounts.admin.give"),
          }}
        />
      </section>
      <section aria-labelledby="anonymous" className="prose-width space-y-4">
        <h2 id="anonymous">{t("desk.settings.anonymous")}</h2>
        <p>{t("desk.settings.anonymous_body")}</p>
        {asked.done === "saved" && <Notice>{t("desk.settings.saved")}</Notice>}
        <ul>
          {municipalities.map((row) => (
            <li key={row.slug} className="border-b border-line py-2 first:border-t">
              <AnonymousSetting
                texts={words}
                slug={row.slug}
                allowed={row.anonymousReports}
                back="admin"
                name={localName(row, locale)}
              />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="roles" className="space-y-4">
        <h2 id="roles">{t("accounts.admin.list", { count: grants.length })}</h2>
        <GrantList texts={words} grants={grants} />
      </section>
    </div>
  );
}
