import type { Metadata } from "next";
import type { Texts } from "@/lib/i18n/texts";

/** Title of a page of pledges; an invented one says so in the title too, and asks search engines to leave it alone. */
export function titleOf(t: Texts["t"], title: string, sample: boolean): Metadata {
  if (!sample) return { title };
  return { title: `${t("pledges.sample.tag")}: ${title}`, robots: { index: false } };
}
