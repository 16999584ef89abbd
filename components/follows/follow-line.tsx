import { Rss } from "lucide-react";
import Link from "next/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeFollowAction } from "@/lib/follows/actions";
import { cadences, feedPath } from "@/lib/follows/schema";
import type { OwnFollow } from "@/lib/follows/types";
import type { Texts } from "@/lib/i18n/texts";

/** One thing a person follows: its pace, its feed, and the way out. */
export function FollowLine({
  words: { t, locale },
  follow: { key, cadence, target },
  name,
  link,
}: {
  words: Texts;
  follow: OwnFollow;
  name: string;
  /** Where what is followed can be seen; null where there is no such page. */
  link: string | null;
}) {
  const id = key.replace(":", "-");
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 lg:grid-cols-[1fr_auto] lg:items-center">
      <div>
        <p className="font-semibold">{link ? <Link href={link}>{name}</Link> : name}</p>
        {target && (
          <a
            href={feedPath(locale, target)}
            aria-label={t("follows.list.feed_of", { name })}
            className="inline-flex min-h-11 items-center gap-1.5 text-sm"
          >
            <Rss size={18} aria-hidden="true" />
            {t("follows.list.feed")}
          </a>
        )}
      </div>
      <form action={changeFollowAction} className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="key" value={key} />
        <label htmlFor={id} className="sr-only">
          {t("follows.list.pace", { name })}
        </label>
        <select id={id} name="cadence" defaultValue={cadence} className="control w-auto grow sm:grow-0">
          {cadences.map((one) => (
            <option key={one} value={one}>
              {t(`follows.cadence.${one}`)}
            </option>
          ))}
        </select>
        <SubmitButton working={t("common.form.working")} className="btn btn-quiet" name="do" value="pace">
          {t("follows.list.save")}
        </SubmitButton>
        <SubmitButton working={t("common.form.working")} className="btn btn-quiet" name="do" value="end">
          <span aria-hidden="true">{t("follows.stop.button")}</span>
          <span className="sr-only">{t("follows.list.end_of", { name })}</span>
        </SubmitButton>
      </form>
    </li>
  );
}
