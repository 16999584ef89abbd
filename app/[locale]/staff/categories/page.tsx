import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { NotForYou } from "@/components/shell/not-for-you";
import { CategoryIcon } from "@/components/ui/category-icon";
import { currentActor } from "@/lib/accounts/session";
import { type Locale, localName } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listKinds } from "@/lib/municipalities/staff-queries";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("staff.kinds.title") };
}

/** The kinds of problems, each with its way to what is asked about it. */
export default async function KindsPage({ params }: Props) {
  const { locale } = await params;
  const words = texts(locale);
  const { t } = words;
  const path = `/${locale}/staff/categories`;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=${path}`);
  const kinds = await listKinds(actor);
  if (!kinds) return <NotForYou texts={words} back={path} />;
  return (
    <div className="wrap space-y-6 py-4 md:py-8">
      <div className="prose-width space-y-3">
        <h1>{t("staff.kinds.title")}</h1>
        <p>{t("staff.kinds.lead")}</p>
      </div>
      <ul className="border-t-2 border-ink">
        {kinds.map((kind) => (
          <li key={kind.slug} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <Link href={`${path}/${kind.slug}`} className="flex min-h-11 grow basis-60 items-center gap-3">
              <CategoryIcon icon={kind.icon} />
              {localName(kind, locale)}
            </Link>
            <span className="text-muted text-sm">
              {t("staff.kinds.questions", { count: kind._count.questions })} ·{" "}
              {t("staff.kinds.radius", { metres: kind.nearbyMetres })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
