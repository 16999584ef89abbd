"use server";

import { redirect } from "next/navigation";
import { currentActor } from "../accounts/session";
import { type FieldErrors, failed, type Result } from "../errors";
import { type FormState, isId, kept, parseForm, typed } from "../forms";
import { defaultLocale, isLocale } from "../i18n/locales";
import { addQuestion, retireQuestion, setAnonymousReports, setInstitutions, setKind } from "./commands";
import { listMunicipalities } from "./queries";
import { anonymousSchema, type InstitutionInput, institutionSchema, kindSchema, questionSchema } from "./schema";

const localeOf = (form: FormData) => {
  const locale = form.get("locale");
  return isLocale(locale) ? locale : defaultLocale;
};

/** Back to the page of the kind, which says what was done. */
const backTo = (form: FormData, slug: string, query: Record<string, string>): never =>
  redirect(`/${localeOf(form)}/staff/categories/${encodeURIComponent(slug)}?${new URLSearchParams(query)}`);

export async function setKindAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(kindSchema, form);
  if (!parsed.ok) return kept(parsed, form);
  const result = await setKind(await currentActor(), parsed.value);
  return result.ok ? backTo(form, parsed.value.slug, { done: "saved" }) : kept(result, form);
}

/** Reads name, phone and website of each municipality: fields are called "name-prishtina". */
export async function setInstitutionsAction(_state: FormState, form: FormData): Promise<FormState> {
  const values = typed(form);
  const by: Record<string, InstitutionInput> = {};
  const fields: FieldErrors = {};
  for (const { slug } of await listMunicipalities()) {
    const given = new FormData();
    for (const part of ["name", "phone", "website"]) given.set(part, values[`${part}-${slug}`] ?? "");
    const read = parseForm(institutionSchema, given);
    if (read.ok) by[slug] = read.value;
    else for (const [part, code] of Object.entries(read.fields ?? {})) fields[`${part}-${slug}`] = code;
  }
  const [wrong] = Object.values(fields);
  if (wrong) return kept(failed(wrong, fields), form);
  const slug = values.slug ?? "";
  const result = await setInstitutions(await currentActor(), { slug, by });
  return result.ok ? backTo(form, slug, { done: "saved" }) : kept(result, form);
}

export async function addQuestionAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(questionSchema, form);
  if (!parsed.ok) return kept(parsed, form);
  const result = await addQuestion(await currentActor(), parsed.value);
  return result.ok ? backTo(form, parsed.value.slug, { done: "asked" }) : kept(result, form);
}

export async function retireQuestionAction(form: FormData): Promise<void> {
  const { slug = "", id = "" } = typed(form);
  const result: Result = isId(id) ? await retireQuestion(await currentActor(), { slug, id }) : failed("not_found");
  backTo(form, slug, result.ok ? { done: "retired" } : { problem: result.error });
}

/** A municipality's setting; the page it was changed on is named by the form. */
export async function setAnonymousReportsAction(form: FormData): Promise<void> {
  const parsed = parseForm(anonymousSchema, form);
  const result = parsed.ok ? await setAnonymousReports(await currentActor(), parsed.value) : parsed;
  const path = form.get("back") === "admin" ? "/admin" : "/desk/settings";
  const query = new URLSearchParams(result.ok ? { done: "saved" } : { problem: result.error });
  if (parsed.ok && path !== "/admin") query.set("m", parsed.value.slug);
  redirect(`/${localeOf(form)}${path}?${query}`);
}
