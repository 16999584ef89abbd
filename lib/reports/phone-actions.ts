"use server";

import { redirect } from "next/navigation";
import { currentActor, requestIp } from "../accounts/session";
import { defaultLocale, isLocale } from "../i18n/locales";
import { keepDraftSecret } from "./draft-cookie";
import { startForCaller } from "./phone-commands";

/** Begins a report for somebody who called; what was begun in this browser before stays where it is. */
export async function beginForCaller(form: FormData): Promise<void> {
  const given = form.get("locale");
  const locale = isLocale(given) ? given : defaultLocale;
  const started = await startForCaller(await currentActor(), await requestIp());
  if (!started.ok) redirect(`/${locale}/desk/new?problem=${started.error}`);
  await keepDraftSecret(started.value.secret);
  redirect(`/${locale}/report/where`);
}
