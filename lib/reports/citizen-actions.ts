"use server";

import { redirect } from "next/navigation";
import { currentActor } from "../accounts/session";
import type { Result } from "../errors";
import { type FormState, fileOf, kept, parseForm } from "../forms";
import { defaultLocale, isLocale } from "../i18n/locales";
import { hideReport } from "./desk-commands";
import { answerFix, answerFixByLink, answerStill, answerStillByLink } from "./feedback-commands";
import { dismissFlags, flag } from "./flag-commands";
import { correctReport, hideName, restoreReport, withdrawReport } from "./own-commands";
import { parseRef } from "./ref";
import {
  correctSchema,
  fixAnswerSchema,
  flagSchema,
  moderateSchema,
  reportSchema,
  stillAnswerSchema,
  tokenSchema,
  updateSchema,
} from "./schema";
import { addUpdate, hideUpdate } from "./update-commands";

/** What citizens do with a report after it was filed. Each form carries `locale`, and `ref` or the `token` of a link. */
const localeOf = (form: FormData) => {
  const named = form.get("locale");
  return isLocale(named) ? named : defaultLocale;
};

/** A report's page, with a word of what was done there. */
const pageOf = (form: FormData, say: string, ref = String(form.get("ref") ?? "")) =>
  `/${localeOf(form)}/reports/${parseRef(ref) ?? ""}?${say}`;

/** Where a form without fields leads: back to the page, with what was done or what is wrong. */
const outcome = (form: FormData, result: Result<unknown>, done: string) =>
  pageOf(form, result.ok ? `done=${done}` : `problem=${result.error}`);

/** Adds words or a photo to a report. */
export async function addUpdateAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(updateSchema, form);
  const result = parsed.ok ? await addUpdate(await currentActor(), parsed.value, await fileOf(form, "photo")) : parsed;
  if (!result.ok) return kept(result, form);
  redirect(`${pageOf(form, "done=added")}#story`);
}

const fixDone = { yes: "yes", partly: "partly", no: "reopened" } as const;

/** Whether a fix holds, said on the report's page. */
export async function answerFixAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(fixAnswerSchema.extend(reportSchema.shape), form);
  if (!parsed.ok) return kept(parsed, form);
  const result = await answerFix(await currentActor(), parsed.value, await fileOf(form, "photo"));
  if (!result.ok) return kept(result, form);
  redirect(pageOf(form, `done=${fixDone[parsed.value.answer]}`));
}

/** The same by the link of an e-mail. */
export async function answerFixByLinkAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(fixAnswerSchema.extend({ token: tokenSchema }), form);
  if (!parsed.ok) return kept(parsed, form);
  const result = await answerFixByLink(await currentActor(), parsed.value, await fileOf(form, "photo"));
  if (!result.ok) return kept(result, form);
  redirect(pageOf(form, `done=${fixDone[parsed.value.answer]}`, result.value.ref));
}

/** Whether it is still there, said on the report's page. */
export async function answerStillAction(form: FormData): Promise<void> {
  const parsed = parseForm(stillAnswerSchema.extend(reportSchema.shape), form);
  const result = parsed.ok ? await answerStill(await currentActor(), parsed.value) : parsed;
  redirect(outcome(form, result, parsed.ok ? parsed.value.answer : ""));
}

/** The same by the link of an e-mail; where it fails the link's page says why. */
export async function answerStillByLinkAction(form: FormData): Promise<void> {
  const parsed = parseForm(stillAnswerSchema.extend({ token: tokenSchema }), form);
  const result = parsed.ok ? await answerStillByLink(await currentActor(), parsed.value) : parsed;
  if (parsed.ok && result.ok) redirect(pageOf(form, `done=${parsed.value.answer}`, result.value.ref));
  redirect(`/${localeOf(form)}/reports/answer?token=${encodeURIComponent(tokenSchema.parse(form.get("token")))}`);
}

/** "This shouldn't be here." */
export async function flagAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(flagSchema, form);
  const result = parsed.ok ? await flag(await currentActor(), parsed.value) : parsed;
  if (!result.ok) return kept(result, form);
  redirect(pageOf(form, "done=flagged"));
}

/** The reporter corrects their words. */
export async function correctAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(correctSchema, form);
  const result = parsed.ok ? await correctReport(await currentActor(), parsed.value) : parsed;
  if (!result.ok) return kept(result, form);
  redirect(result.value.unseen ? `/${localeOf(form)}/account?done=corrected` : pageOf(form, "done=corrected"));
}

export async function hideNameAction(form: FormData): Promise<void> {
  const parsed = parseForm(reportSchema, form);
  const result = parsed.ok ? await hideName(await currentActor(), parsed.value) : parsed;
  redirect(outcome(form, result, "name_hidden"));
}

export async function withdrawAction(form: FormData): Promise<void> {
  const parsed = parseForm(reportSchema, form);
  const result = parsed.ok ? await withdrawReport(await currentActor(), parsed.value) : parsed;
  // What nobody has seen yet has no page of its own.
  if (result.ok && result.value === "unseen") redirect(`/${localeOf(form)}/account?done=taken_back`);
  redirect(outcome(form, result, result.ok && result.value === "stays" ? "left" : "withdrawn"));
}

export async function restoreAction(form: FormData): Promise<void> {
  const parsed = parseForm(reportSchema, form);
  const result = parsed.ok ? await restoreReport(await currentActor(), parsed.value) : parsed;
  redirect(outcome(form, result, "restored"));
}

/** What a moderator does with what was flagged: dismiss, or hide with a reason. The pressed button says which. */
export async function moderateAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(moderateSchema, form);
  if (!parsed.ok) return kept(parsed, form);
  const actor = await currentActor();
  const { reportId, eventId, reason, act } = parsed.value;
  if (act === "hide" && !reason) return kept({ ok: false, error: "required", fields: { reason: "required" } }, form);
  let result: Result<unknown>;
  if (act === "dismiss") result = await dismissFlags(actor, { reportId, eventId: eventId ?? null });
  else if (eventId) result = await hideUpdate(actor, { eventId, hidden: true, reason });
  else result = await hideReport(actor, { reportId, hidden: true, reason });
  if (!result.ok) return kept(result, form);
  redirect(`/${localeOf(form)}/flags?done=${act}`);
}

/** A moderator shows an update again. */
export async function showUpdateAction(form: FormData): Promise<void> {
  const eventId = String(form.get("eventId") ?? "");
  const result = await hideUpdate(await currentActor(), { eventId, hidden: false, reason: "" });
  redirect(outcome(form, result, "shown"));
}
