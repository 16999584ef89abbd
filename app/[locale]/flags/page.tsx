import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FlagList } from "@/components/reports/flag-list";
import { NotForYou } from "@/components/shell/not-for-you";
import { currentActor } from "@/lib/accounts/session";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { listFlagged } from "@/lib/reports/flag-queries";
import { canModerate } from "@/lib/reports/policy";
import type { SearchParams } from "@/lib/reports/schema";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts((await params).locale).t("after.flags.title"), robots: { index: false } };
}

/** What people flagged and nobody has looked at yet, for moderators. */
export default async function FlagsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { done } = await searchParams;
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/${locale}/sign-in?back=/${locale}/flags`);
  if (!canModerate(actor)) return <NotForYou texts={texts(locale)} back={`/${locale}/flags`} />;
  return (
    <FlagList
      texts={texts(locale)}
      things={await listFlagged(actor)}
      done={done === "hide" || done === "dismiss" ? done : undefined}
    />
  );
}
