import "../globals.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { offlinePath } from "@/components/offline/keep";
import { QueueLine } from "@/components/offline/queue-line";
import { ErrorWordsProvider } from "@/components/shell/error-words";
import { Footer } from "@/components/shell/footer";
import { Header } from "@/components/shell/header";
import type { NavLink } from "@/components/shell/nav-links";
import { type Actor, hasRole, municipalitiesOf } from "@/lib/accounts/actor";
import { currentActor, deviceMark } from "@/lib/accounts/session";
import { config } from "@/lib/config";
import { isLocale, localeTags } from "@/lib/i18n/locales";
import { type Texts, texts } from "@/lib/i18n/texts";
import { canModerate } from "@/lib/reports/policy";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#FBFAF7" },
    { media: "(prefers-color-scheme: dark)", color: "#10171D" },
  ],
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { t } = texts(locale);
  const name = t("common.brand.name");
  return {
    metadataBase: new URL(config().BASE_URL),
    manifest: `/${locale}/manifest.webmanifest`,
    icons: { apple: "/icons/apple-180.png" },
    appleWebApp: { capable: true, title: name },
    title: { default: `${name} – ${t("common.brand.tagline")}`, template: `%s – ${name}` },
  };
}

/** Links that depend on who looks. */
function accountLinks({ t, locale }: Texts, actor: Actor): NavLink[] {
  const demo = config().DEMO ? [{ href: `/${locale}/outbox`, label: t("common.nav.outbox") }] : [];
  if (actor.kind !== "person") return [...demo, { href: `/${locale}/sign-in`, label: t("common.nav.sign_in") }];
  return [
    ...(municipalitiesOf(actor).length > 0 ? [{ href: `/${locale}/desk`, label: t("common.nav.desk") }] : []),
    ...(canModerate(actor) ? [{ href: `/${locale}/flags`, label: t("after.flags.nav") }] : []),
    ...(canModerate(actor) ? [{ href: `/${locale}/look`, label: t("desk.look.nav") }] : []),
    ...(hasRole(actor, "editor", "admin") ? [{ href: `/${locale}/staff`, label: t("common.nav.staff") }] : []),
    ...(hasRole(actor, "admin") ? [{ href: `/${locale}/admin`, label: t("common.nav.admin") }] : []),
    ...demo,
    { href: `/${locale}/account`, label: t("common.nav.account") },
  ];
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = texts(locale);
  const { t } = words;
  const actor = await currentActor();
  const main = [
    { href: `/${locale}/reports`, label: t("common.nav.reports") },
    { href: `/${locale}/pledges`, label: t("common.nav.pledges") },
    { href: `/${locale}/statistics`, label: t("common.nav.statistics") },
  ];
  const quiet = [
    { href: `/${locale}/method`, label: t("common.nav.method") },
    { href: `/${locale}/privacy`, label: t("common.nav.privacy") },
  ];
  return (
    <html lang={localeTags[locale]}>
      <body className="flex flex-col">
        <Header
          texts={words}
          links={main}
          account={accountLinks(words, actor)}
          notice={config().DEMO ? t("common.demo.banner") : undefined}
        />
        <QueueLine
          words={t("offline.line", { count: "{count}" })}
          link={t("offline.line_link")}
          href={offlinePath(locale)}
          person={deviceMark(actor)}
        />
        <main id="content" tabIndex={-1} className="grow">
          <ErrorWordsProvider
            words={{
              title: t("common.error.title"),
              body: t("common.error.body"),
              again: t("common.error.again"),
            }}
          >
            {children}
          </ErrorWordsProvider>
        </main>
        <Footer texts={words} links={quiet} />
      </body>
    </html>
  );
}
