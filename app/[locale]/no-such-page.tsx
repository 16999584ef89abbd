import type { Metadata } from "next";
import { NoSuchPage } from "@/components/shell/no-such-page";
import type { Locale } from "@/lib/i18n/locales";
import { texts } from "@/lib/i18n/texts";
import { answerWith } from "@/lib/request/answer";

/** Answers 404 with a page that reads without JavaScript. */
export function noSuchPage(locale: Locale) {
  answerWith(404);
  return <NoSuchPage texts={texts(locale)} />;
}

/** Title of a page that isn't there. */
export function noSuchPageMetadata(locale: Locale): Metadata {
  return { title: texts(locale).t("common.not_found.title"), robots: "noindex" };
}
