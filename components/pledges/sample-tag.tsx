import Link from "next/link";
import type { Texts } from "@/lib/i18n/texts";

/** SAMPLE, beside whatever is invented. */
export function SampleTag({ t }: { t: Texts["t"] }) {
  return (
    <span className="inline-block rounded-md bg-ink px-2 py-0.5 align-middle font-sans text-xs font-bold tracking-widest text-paper">
      {t("pledges.sample.tag")}
    </span>
  );
}

/** Says plainly that what follows is invented, and where the real thing is. */
export function SampleNotice({ t, realHref }: { t: Texts["t"]; realHref?: string | undefined }) {
  return (
    <p className="border-l-4 border-ink bg-card px-4 py-2 text-sm">
      {t("pledges.sample.notice")}{" "}
      {realHref && (
        <Link href={realHref} className="inline-flex min-h-11 items-center font-semibold">
          {t("pledges.sample.see_real")}
        </Link>
      )}
    </p>
  );
}
