"use server";

import { redirect } from "next/navigation";
import { currentActor } from "../accounts/session";
import { defaultLocale, isLocale } from "../i18n/locales";
import { keepDuty } from "./duty-commands";

/** A moderator chooses when they hear of what waits. */
export async function keepDutyAction(form: FormData): Promise<void> {
  const given = form.get("locale");
  const result = await keepDuty(await currentActor(), form.get("duty") === "at_once");
  redirect(`/${isLocale(given) ? given : defaultLocale}/account?${result.ok ? "saved=1" : `problem=${result.error}`}`);
}
