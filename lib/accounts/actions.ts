"use server";

import { redirect } from "next/navigation";
import type { Result } from "../errors";
import { type FormState, kept, parseForm } from "../forms";
import { defaultLocale, isLocale, type Locale } from "../i18n/locales";
import { draftSecret, dropDraftSecret } from "../reports/draft-cookie";
import { discardDraft } from "../reports/drafts";
import type { Actor } from "./actor";
import {
  grantRole,
  keepLocale,
  keepName,
  requestLink,
  revokeRole,
  signInAsDemo,
  signInByLink,
  signInByPassword,
  signInByPrivateLink,
  signOut,
} from "./commands";
import { homeOf } from "./policy";
import {
  grantIdSchema,
  grantSchema,
  linkRequestSchema,
  linkSchema,
  localeSchema,
  nameSchema,
  passwordSchema,
  safeBack,
} from "./schema";
import { currentActor, requestIp } from "./session";

/** The language of the page a form stood on. */
function pageLocale(form: FormData): Locale {
  const given = form.get("locale");
  return isLocale(given) ? given : defaultLocale;
}

/** Where the person wanted to go, if they said so. */
const backOf = (form: FormData): string => safeBack(form.get("back"), "");

const query = (values: Record<string, string>) =>
  new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();

/** After signing in: on to where the person wanted to go, or to the page of their work. */
async function goOn(form: FormData): Promise<never> {
  const actor: Actor = await currentActor();
  return redirect(backOf(form) || `/${pageLocale(form)}${homeOf(actor)}`);
}

export async function requestLinkAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(linkRequestSchema, form);
  if (!parsed.ok) return kept(parsed, form);
  const locale = pageLocale(form);
  const { email } = parsed.value;
  const back = backOf(form);
  const sent = await requestLink(await currentActor(), { email, locale, back, ip: await requestIp() });
  if (!sent.ok) return kept(sent, form);
  redirect(`/${locale}/sign-in/sent?${query({ email, back })}`);
}

export async function signInByPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(passwordSchema, form);
  let result: Result<unknown> = parsed;
  if (parsed.ok) {
    const { email, password } = parsed.value;
    result = await signInByPassword(await currentActor(), email, password, await requestIp());
  }
  if (result.ok) return goOn(form);
  const { values, ...state } = kept(result, form);
  const { password: _, ...shown } = values;
  return { ...state, values: shown };
}

export async function signInByLinkAction(form: FormData): Promise<void> {
  const locale = pageLocale(form);
  const parsed = parseForm(linkSchema, form);
  const result = parsed.ok
    ? await signInByLink(await currentActor(), { ...parsed.value, locale, ip: await requestIp() })
    : parsed;
  if (result.ok) return goOn(form);
  const email = String(form.get("email") ?? "");
  redirect(`/${locale}/sign-in?${query({ problem: result.error, email, back: backOf(form) })}`);
}

/** To the account, where the reports are; a link that opens nothing says so on its own page. */
export async function signInByPrivateLinkAction(form: FormData): Promise<void> {
  const key = String(form.get("key") ?? "").slice(0, 100);
  const result = await signInByPrivateLink(await currentActor(), key, await requestIp());
  redirect(result.ok ? `/${pageLocale(form)}/account` : `/${pageLocale(form)}/link?${query({ key })}`);
}

export async function signInAsDemoAction(form: FormData): Promise<void> {
  const result = await signInAsDemo(await currentActor(), String(form.get("email") ?? ""));
  if (result.ok) return goOn(form);
  redirect(`/${pageLocale(form)}/sign-in?${query({ problem: result.error, back: backOf(form) })}`);
}

/** Signs out, and leaves nothing that was begun to whoever has the device next: the draft goes too, and its photos. */
export async function signOutAction(form: FormData): Promise<void> {
  const actor = await currentActor();
  await discardDraft(actor, await draftSecret());
  await dropDraftSecret();
  await signOut(actor);
  redirect(`/${pageLocale(form)}`);
}

export async function keepLocaleAction(form: FormData): Promise<void> {
  const parsed = parseForm(localeSchema, form);
  if (parsed.ok) await keepLocale(await currentActor(), parsed.value.mailLocale);
  redirect(`/${pageLocale(form)}/account${parsed.ok ? "?saved=1" : ""}`);
}

export async function keepNameAction(form: FormData): Promise<void> {
  const parsed = parseForm(nameSchema, form);
  if (parsed.ok) await keepName(await currentActor(), parsed.value.name);
  redirect(`/${pageLocale(form)}/account?${parsed.ok ? "saved=1" : `problem=${parsed.error}`}`);
}

export async function grantRoleAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(grantSchema, form);
  if (!parsed.ok) return kept(parsed, form);
  const result = await grantRole(await currentActor(), parsed.value);
  if (!result.ok) return kept(result, form);
  redirect(`/${pageLocale(form)}/admin?done=given`);
}

export async function revokeRoleAction(form: FormData): Promise<void> {
  const parsed = parseForm(grantIdSchema, form);
  const result = parsed.ok ? await revokeRole(await currentActor(), parsed.value.grantId) : parsed;
  redirect(`/${pageLocale(form)}/admin?${query(result.ok ? { done: "taken" } : { problem: result.error })}`);
}
