"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { currentActor } from "../accounts/session";
import type { Result } from "../errors";
import { type FormState, fileOf, kept, parseForm } from "../forms";
import { defaultLocale, isLocale } from "../i18n/locales";
import { answerReport, assignReport, moveReport, noteReport } from "./desk-commands";
import { parseRef } from "./ref";
import { answerSchema, assignSchema, deskReportQuerySchema, moveSchema, noteSchema } from "./schema";

/** The page of the report a form stood on, with what is to be said there. */
function pageOf(form: FormData, say: string): string {
  const locale = form.get("locale");
  const ref = parseRef(String(form.get("ref") ?? "")) ?? "";
  const { from, v } = deskReportQuerySchema.parse({ from: form.get("from"), v: form.get("version") });
  // The version makes every success an address of its own: the forms of the page begin anew.
  return `/${isLocale(locale) ? locale : defaultLocale}/desk/${ref}?from=${from}&v=${v}&${say}`;
}

/** Back to the form with everything typed; where somebody was quicker, with what they did. */
function again(result: Result<unknown>, form: FormData): FormState {
  if (result.ok) return { values: {} };
  if (result.error === "stale") refresh();
  return kept(result, form);
}

/** What the citizen is told: an answer, or a move to another status. */
export async function actAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await currentActor();
  const photo = await fileOf(form, "photo");
  let result: Result<unknown>;
  if (form.get("to") === "answer") {
    const parsed = parseForm(answerSchema, form);
    result = parsed.ok ? await answerReport(actor, parsed.value, photo) : parsed;
  } else {
    const parsed = parseForm(moveSchema, form);
    result = parsed.ok ? await moveReport(actor, parsed.value, photo) : parsed;
  }
  if (!result.ok) return again(result, form);
  redirect(pageOf(form, "done=told"));
}

export async function noteAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(noteSchema, form);
  const result = parsed.ok ? await noteReport(await currentActor(), parsed.value) : parsed;
  if (!result.ok) return again(result, form);
  redirect(pageOf(form, "done=noted"));
}

/** Takes a report, gives it to a colleague or lets it go: whom the pressed button or the choice names. */
export async function assignAction(form: FormData): Promise<void> {
  const parsed = parseForm(assignSchema, form);
  const result = parsed.ok ? await assignReport(await currentActor(), parsed.value) : parsed;
  redirect(pageOf(form, result.ok ? "done=assigned" : `problem=${result.error}`));
}
