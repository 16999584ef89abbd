"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { currentActor } from "../accounts/session";
import type { Result } from "../errors";
import { type FormState, kept, parseForm } from "../forms";
import { defaultLocale, isLocale } from "../i18n/locales";
import { correctAssessment, discardDraft, draftAssessment, keepReply, publishAssessment, sendBack } from "./commands";
import { parseAssessment } from "./form";
import { publishMandate, setPledge } from "./mandate-commands";
import { pledgeSchema, replySchema, reviewSchema, sendBackSchema } from "./schema";

/** A page of the editors, in the language of the page the form stood on. */
function staff(form: FormData, path: string, query: Record<string, string> = {}): string {
  const locale = form.get("locale");
  const words = new URLSearchParams(query).toString();
  return `/${isLocale(locale) ? locale : defaultLocale}/staff${path}${words && `?${words}`}`;
}

/** An id from a hidden field; one that isn't an id finds nothing. */
const idOf = (form: FormData, name: string): string =>
  z.uuid().safeParse(form.get(name)).data ?? "00000000-0000-7000-8000-000000000000";

/** After a form of one button: back to its page, with what was done or why not. */
function answer(form: FormData, path: string, result: Result<unknown>, word: string): never {
  redirect(staff(form, path, result.ok ? { done: word } : { problem: result.error }));
}

export async function setPledgeAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(pledgeSchema, form);
  if (!parsed.ok) return kept(parsed, form);
  const written = await setPledge(await currentActor(), parsed.value);
  if (!written.ok) return kept(written, form);
  redirect(staff(form, `/mandates/${parsed.value.mandateId}`, { done: "pledge" }));
}

export async function publishMandateAction(form: FormData): Promise<void> {
  const id = idOf(form, "mandateId");
  answer(form, `/mandates/${id}`, await publishMandate(await currentActor(), id), "mandate");
}

/** Saves an assessment, new or begun; the button says whether it goes to the second reader too. */
export async function draftAssessmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseAssessment(form);
  if (!parsed.ok) return kept(parsed, form);
  const submit = form.get("intent") === "submit";
  const subject = form.get("assessmentId")
    ? { assessmentId: idOf(form, "assessmentId") }
    : { pledgeId: idOf(form, "pledgeId") };
  const saved = await draftAssessment(await currentActor(), subject, parsed.value, submit);
  if (!saved.ok) return kept(saved, form);
  redirect(staff(form, `/assessments/${saved.value.id}`, { done: submit ? "submitted" : "saved" }));
}

export async function discardDraftAction(form: FormData): Promise<void> {
  const id = idOf(form, "assessmentId");
  const gone = await discardDraft(await currentActor(), id);
  answer(form, gone.ok ? "" : `/assessments/${id}`, gone, "discarded");
}

export async function sendBackAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(sendBackSchema, form);
  if (!parsed.ok) return kept(parsed, form);
  const sent = await sendBack(await currentActor(), parsed.value);
  if (!sent.ok) return kept(sent, form);
  redirect(staff(form, `/assessments/${parsed.value.assessmentId}`, { done: "sent_back" }));
}

export async function publishAssessmentAction(form: FormData): Promise<void> {
  const id = idOf(form, "assessmentId");
  const parsed = parseForm(reviewSchema, form);
  const published = parsed.ok ? await publishAssessment(await currentActor(), parsed.value) : parsed;
  answer(form, `/assessments/${id}`, published, "published");
}

export async function correctAssessmentAction(form: FormData): Promise<void> {
  const id = idOf(form, "assessmentId");
  const begun = await correctAssessment(await currentActor(), id);
  answer(form, `/assessments/${begun.ok ? begun.value.id : id}`, begun, "correction");
}

export async function keepReplyAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(replySchema, form);
  if (!parsed.ok) return kept(parsed, form);
  const saved = await keepReply(await currentActor(), parsed.value);
  if (!saved.ok) return kept(saved, form);
  redirect(staff(form, `/assessments/${parsed.value.assessmentId}`, { done: "reply" }));
}
