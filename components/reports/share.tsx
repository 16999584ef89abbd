import type { Texts } from "@/lib/i18n/texts";
import { ShareTools } from "./share-tools";

/** Ways to pass a report on: plain links, nothing of theirs is loaded. Copying and the telephone's own menu need script. */
export function Share({ texts: { t }, title, url }: { texts: Texts; title: string; url: string }) {
  const words = encodeURIComponent(`${title} ${url}`);
  const links = [
    { name: "Facebook", href: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}` },
    { name: "Viber", href: `viber://forward?text=${words}` },
    { name: "WhatsApp", href: `https://wa.me/?text=${words}` },
  ];
  return (
    <section aria-labelledby="share">
      <h2 id="share">{t("after.share.title")}</h2>
      <ul className="mt-2 grid max-w-sm grid-cols-3 gap-2">
        {links.map(({ name, href }) => (
          <li key={name}>
            <a
              href={href}
              rel="noopener noreferrer nofollow"
              className="btn btn-quiet w-full px-1"
              aria-label={t("after.share.by", { name })}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      <ShareTools
        url={url}
        title={title}
        words={{
          link: t("after.share.link"),
          copy: t("after.share.copy"),
          copied: t("after.share.copied"),
          more: t("after.share.more"),
        }}
      />
    </section>
  );
}
