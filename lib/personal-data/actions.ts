"use server";

import { redirect } from "next/navigation";
import { closeSession, currentActor } from "../accounts/session";
import { type FormState, kept } from "../forms";
import { defaultLocale, isLocale } from "../i18n/locales";
import { eraseAccount } from "./commands";

/** The form that deletes an account; the address is typed once more. */
export async function eraseAccountAction(_state: FormState, form: FormData): Promise<FormState> {
  const erased = await eraseAccount(await currentActor(), String(form.get("email") ?? "").slice(0, 254));
  if (!erased.ok) return kept(erased, form);
  await closeSession();
  const locale = form.get("locale");
  redirect(`/${isLocale(locale) ? locale : defaultLocale}/account/deleted`);
}
