import { Bell, BellRing, Rss } from "lucide-react";
import Link from "next/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { followAction } from "@/lib/follows/actions";
import { type Cadence, feedPath, type Target, targetQuery } from "@/lib/follows/schema";
import type { Texts } from "@/lib/i18n/texts";
import { TargetFields } from "./target-fields";

/** Follows what a page shows, with one press for who is signed in; says so when one does. Its feed besides. */
export function FollowButton({
  words: { t, locale },
  target,
  name,
  cadence,
}: {
  words: Texts;
  target: Target;
  name: string;
  /** How one follows it already; null where one doesn't. */
  cadence: Cadence | null;
}) {
  const settings = `/${locale}/follows/new?${targetQuery(target)}`;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      {cadence ? (
        <p className="flex min-h-11 flex-wrap items-center gap-x-2">
          <BellRing size={20} aria-hidden="true" className="text-st-fixed" />
          {t("follows.here.following", { name })}: {t(`follows.cadence.${cadence}`)}.
          <Link href={settings} className="inline-flex min-h-11 items-center">
            {t("follows.here.settings")}
          </Link>
        </p>
      ) : (
        <form action={followAction}>
          <TargetFields locale={locale} target={target} />
          <SubmitButton working={t("common.form.working")} className="btn btn-quiet">
            <Bell size={20} aria-hidden="true" />
            {t("follows.here.follow", { name })}
          </SubmitButton>
        </form>
      )}
      <a href={feedPath(locale, target)} className="inline-flex min-h-11 items-center gap-1.5 text-sm">
        <Rss size={18} aria-hidden="true" />
        {t("follows.here.feed")}
      </a>
    </div>
  );
}
