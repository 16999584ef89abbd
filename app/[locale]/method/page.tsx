import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { PledgeMark } from "@/components/pledges/pledge-mark";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { METHOD_VERSION, pledgeStatuses } from "@/lib/pledges/status";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = texts((await params).locale);
  return { title: t("pledges.method.title"), description: t("pledges.method.lead") };
}

const parts = ["what", "scale", "evidence", "people", "reply", "corrections", "not", "versions", "reports"] as const;

export default async function MethodPage({ params }: Props) {
  const { t, locale } = texts((await params).locale);
  const version = METHOD_VERSION;
  const part = (id: (typeof parts)[number], children: ReactNode) => (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4 space-y-3">
      <h2 id={`${id}-title`} className="text-lg md:text-xl">
        {t(`pledges.method.${id}.title`)}
      </h2>
      {children}
    </section>
  );
  return (
    <div className="wrap grid gap-8 py-4 md:py-8 lg:grid-cols-[minmax(0,44rem)_minmax(0,1fr)] lg:gap-16">
      <div className="space-y-4 lg:col-start-1">
        <h1>{t("pledges.method.title")}</h1>
        <p className="text-lg leading-snug">{t("pledges.method.lead")}</p>
        <p className="text-sm text-muted">{t("pledges.method.version", { version })}</p>
      </div>
      <nav aria-labelledby="contents" className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <h2 id="contents" className="text-base">
          {t("pledges.method.contents")}
        </h2>
        <ul className="mt-1">
          {parts.map((id) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-flex min-h-11 items-center lg:min-h-9">
                {t(`pledges.method.${id}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="space-y-10 lg:col-start-1">
        {part(
          "what",
          <>
            <p>{t("pledges.method.what.p1")}</p>
            <p>{t("pledges.method.what.p2")}</p>
            <p>{t("pledges.method.what.p3")}</p>
          </>,
        )}
        {part(
          "scale",
          <>
            <p>{t("pledges.method.scale.p1")}</p>
            <dl className="border-t border-line">
              {pledgeStatuses.map((status) => (
                <div key={status} className="border-b border-line py-3 sm:grid sm:grid-cols-[18rem_minmax(0,1fr)]">
                  <dt>
                    <PledgeMark status={status} t={t} size="md" />
                  </dt>
                  <dd className="mt-1 sm:mt-0">{t(`pledges.method.scale.${status}`)}</dd>
                </div>
              ))}
            </dl>
          </>,
        )}
        {part(
          "evidence",
          <>
            <p>{t("pledges.method.evidence.p1")}</p>
            <p>{t("pledges.method.evidence.p2")}</p>
          </>,
        )}
        {part(
          "people",
          <>
            <p>{t("pledges.method.people.p1")}</p>
            <p>{t("pledges.method.people.p2")}</p>
          </>,
        )}
        {part("reply", <p>{t("pledges.method.reply.p1")}</p>)}
        {part("corrections", <p>{t("pledges.method.corrections.p1")}</p>)}
        {part(
          "not",
          <ul className="list-disc space-y-2 pl-6">
            <li>{t("pledges.method.not.p1")}</li>
            <li>{t("pledges.method.not.p2")}</li>
            <li>{t("pledges.method.not.p3")}</li>
          </ul>,
        )}
        {part("versions", <p>{t("pledges.method.versions.p1", { version })}</p>)}
        {part(
          "reports",
          <>
            <p>{t("pledges.method.reports.p1")}</p>
            <p>
              <Link href={`/${locale}/statistics`} className="inline-flex min-h-11 items-center">
                {t("pledges.method.reports.link")}
              </Link>
            </p>
          </>,
        )}
      </div>
    </div>
  );
}
