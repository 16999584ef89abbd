"use server";

import { redirect } from "next/navigation";
import { currentActor } from "../accounts/session";
import { failed } from "../errors";
import { type FormState, kept, typed } from "../forms";
import { defaultLocale, isLocale, type Locale } from "../i18n/locales";
import { texts } from "../i18n/texts";
import type { Effect } from "../reports/clock-effect";
import { listCategories } from "./queries";
import { readTargetForm } from "./schema";
import { setTargets, targetEffect } from "./target-commands";

/** What a form of targets shows: besides what was typed, what it would change in words, and for which figures that was said. */
export type TargetState = FormState & { effect?: string[]; seen?: string };

/** The same in words as components/desk/effect-words draws. */
function inWords({ open, changed, late, saved }: Effect, locale: Locale): string[] {
  const { t } = texts(locale);
  return [
    t("clock.effect.changed", { changed, open }),
    ...(late > 0 ? [t("clock.effect.late", { count: late })] : []),
    ...(saved > 0 ? [t("clock.effect.saved", { count: saved })] : []),
  ];
}

/** First says what the figures would change; sent once more with the same figures, sets them. */
export async function setTargetsAction(_state: TargetState, form: FormData): Promise<TargetState> {
  const values = typed(form);
  const locale = isLocale(values.locale) ? values.locale : defaultLocale;
  const read = readTargetForm(
    values,
    (await listCategories()).map(({ slug }) => slug),
  );
  if (!read.ok) return kept(read, form);
  const actor = await currentActor();
  const figures = JSON.stringify(read.value);
  if (values.seen !== figures) {
    const effect = await targetEffect(actor, read.value);
    return effect ? { values, effect: inWords(effect, locale), seen: figures } : kept(failed("forbidden"), form);
  }
  const result = await setTargets(actor, read.value);
  if (!result.ok) return kept(result, form);
  redirect(`/${locale}/desk/settings?${new URLSearchParams({ m: read.value.slug, done: "saved" })}`);
}
