import { Rss } from "lucide-react";
import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";

/** Ways to follow what no page shows: a circle around home, a neighbourhood; and a list's feed. */
export function FollowWays({ words: { t, locale }, feed }: { words: Texts; feed?: string | undefined }) {
  return (
    <p className="flex flex-wrap gap-x-6">
      <Link href={`/${locale}/follows/circle`} className="inline-flex min-h-11 items-center">
        {t("follows.list.circle")}
      </Link>
      <Link href={`/${locale}/follows/places`} className="inline-flex min-h-11 items-center">
        {t("follows.list.place")}
      </Link>
      {feed && (
        <a href={feed} className="inline-flex min-h-11 items-center gap-1.5">
          <Rss size={18} aria-hidden="true" />
          {t("follows.here.feed")}
        </a>
      )}
    </p>
  );
}
