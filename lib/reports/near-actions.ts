"use server";

import { redirect } from "next/navigation";
import { municipalitiesOf } from "../accounts/actor";
import { currentActor, requestIp } from "../accounts/session";
import { isId } from "../forms";
import { defaultLocale, isLocale, type Locale } from "../i18n/locales";
import { currentDraft, draftSecret, dropDraftSecret } from "./draft-cookie";
import { discardDraft, saveDraft } from "./drafts";
import { confirmJoin, joinReport, requestJoin } from "./join-commands";
import { nearKey } from "./nearby";
import { parseRef } from "./ref";
import { firstMissing, isForCaller } from "./steps";
import { stepPath } from "./types";

/** The forms of the page that asks whether a problem is reported already. */
const localeOf = (data: FormData): Locale => {
  const named = data.get("locale");
  return isLocale(named) ? named : defaultLocale;
};

const field = (data: FormData, name: string): string => String(data.get(name) ?? "").slice(0, 300);

function near(data: FormData, query: Record<string, string>): never {
  const search = new URLSearchParams(query);
  if (data.get("change") === "1") search.set("change", "1");
  return redirect(`/${localeOf(data)}/report/near?${search}`);
}

/** "This is it": at once for who is signed in, who is done with it; others are asked where the link goes. */
export async function joinNear(data: FormData): Promise<void> {
  const [actor, reportId, ref] = [await currentActor(), field(data, "reportId"), parseRef(field(data, "ref")) ?? ""];
  if (!isId(reportId)) return near(data, { problem: "not_found" });
  if (actor.kind !== "person") return near(data, { this: ref });
  const draft = await currentDraft();
  if (draft && isForCaller(draft.data, actor)) {
    // It is the caller's problem, not the official's: nobody is counted.
    await discardDraft(actor, await draftSecret());
    await dropDraftSecret();
    redirect(`/${localeOf(data)}/${municipalitiesOf(actor).length > 0 ? "desk" : "reports"}/${ref}`);
  }
  const joined = await joinReport(actor, { reportId });
  if (!joined.ok) return near(data, { problem: joined.error });
  await discardDraft(actor, await draftSecret());
  await dropDraftSecret();
  redirect(`/${localeOf(data)}/reports/${ref}?done=joined`);
}

/** Sends the link; what was typed stays, in case it was another one after all. */
export async function askToJoin(data: FormData): Promise<void> {
  const [actor, locale] = [await currentActor(), localeOf(data)];
  const [reportId, ref, email] = [field(data, "reportId"), parseRef(field(data, "ref")) ?? "", field(data, "email")];
  if (actor.kind === "person") return joinNear(data);
  await saveDraft(actor, await draftSecret(), { email });
  const sent = await requestJoin(actor, { reportId, email, locale, ip: await requestIp() });
  if (!sent.ok) return near(data, { this: ref, problem: sent.error });
  redirect(`/${locale}/reports/${ref}?done=join_sent`);
}

/** "Mine is another": not asked again for the same kind at the same place. */
export async function goOnFromNear(data: FormData): Promise<void> {
  const [actor, draft] = [await currentActor(), await currentDraft()];
  if (draft) await saveDraft(actor, await draftSecret(), { nearSeen: nearKey(draft.data) });
  const missing = await firstMissing(await currentDraft(), actor);
  const next = data.get("change") === "1" || missing !== "check" ? missing : "you";
  redirect(`/${localeOf(data)}${stepPath(next)}`);
}

/** Says "me too" by the link's token. */
export async function confirmNear(data: FormData): Promise<void> {
  const token = String(data.get("token") ?? "").slice(0, 1000);
  const joined = await confirmJoin(await currentActor(), token);
  if (!joined.ok) redirect(`/${localeOf(data)}/reports/join?token=${encodeURIComponent(token)}`);
  redirect(`/${localeOf(data)}/reports/${joined.value.ref}?done=supported`);
}
