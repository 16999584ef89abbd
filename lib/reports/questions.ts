import "server-only";
import { config } from "../config";
import type { Locale } from "../i18n/locales";
import { texts } from "../i18n/texts";
import { answerToken, type Question } from "./answer-links";
import { fixAnswers } from "./schema";

/** The buttons of the e-mail that asks whether a fix holds: each opens a page with that answer ready, none acts by being opened. */
export function fixChoices(locale: Locale, asked: Omit<Question, "kind">): { label: string; url: string }[] {
  const { t } = texts(locale);
  const token = answerToken({ kind: "fixed", ...asked });
  return fixAnswers.map((answer) => ({
    label: t(`after.fixed.${answer}`),
    url: `${config().BASE_URL}/${locale}/reports/answer?token=${token}&answer=${answer}`,
  }));
}
