"use server";

import { redirect } from "next/navigation";
import { type FormState, kept, parseForm } from "../forms";
import { defaultLocale, isLocale, type Locale } from "../i18n/locales";
import { personId } from "./actor";
import { confirmEmail, endPrivateLink, renewPrivateLink, requestEmail } from "./link-commands";
import { linkRequestSchema } from "./schema";
import { closeSession, currentActor, openByPrivateLink, openForProven } from "./session";

/** The language of the page a form stood on. */
function pageLocale(form: FormData): Locale {
  const given = form.get("locale");
  return isLocale(given) ? given : defaultLocale;
}

const query = (values: Record<string, string>) => new URLSearchParams(values).toString();

/** Whoever came by a private link gives an e-mail; a link goes there. */
export async function requestEmailAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(linkRequestSchema, form);
  if (!parsed.ok) return kept(parsed, form);
  const locale = pageLocale(form);
  const { email } = parsed.value;
  const asked = await requestEmail(await currentActor(), { email, locale });
  if (!asked.ok) return kept(asked, form);
  redirect(`/${locale}/account?${query({ asked: email })}`);
}

/** The press on the page of the e-mail's link. Whoever still sits in the session of the private link goes on in the account's. */
export async function confirmEmailAction(form: FormData): Promise<void> {
  const locale = pageLocale(form);
  const token = String(form.get("token") ?? "").slice(0, 2000);
  const actor = await currentActor();
  const given = await confirmEmail(actor, token);
  if (!given.ok) redirect(`/${locale}/account/email?${query({ token })}`);
  const { from, to } = given.value;
  if (personId(actor) === from && (await openForProven(to))) redirect(`/${locale}/account?joined=1`);
  redirect(`/${locale}/account/email?done=1`);
}

/** Another private link: its page shows it, to be kept. */
export async function renewPrivateLinkAction(form: FormData): Promise<void> {
  const locale = pageLocale(form);
  const renewed = await renewPrivateLink(await currentActor());
  if (!renewed.ok) redirect(`/${locale}/account?problem=${renewed.error}`);
  const { secret } = renewed.value;
  await openByPrivateLink(secret);
  redirect(`/${locale}/link?${query({ key: secret, new: "1" })}`);
}

export async function endPrivateLinkAction(form: FormData): Promise<void> {
  const locale = pageLocale(form);
  const ended = await endPrivateLink(await currentActor());
  if (!ended.ok) redirect(`/${locale}/account?problem=${ended.error}`);
  await closeSession();
  redirect(`/${locale}/link?ended=1`);
}
