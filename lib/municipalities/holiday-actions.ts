"use server";

import { redirect } from "next/navigation";
import { currentActor } from "../accounts/session";
import { failed } from "../errors";
import { type FormState, kept, parseForm, typed } from "../forms";
import { defaultLocale, isLocale } from "../i18n/locales";
import { changeHolidays } from "./holiday-commands";
import { canEditHolidays } from "./policy";
import { changeFields, holidayChangeSchema, holidayYearSchema } from "./schema";

const pathOf = (form: FormData): string => {
  const locale = form.get("locale");
  return `/${isLocale(locale) ? locale : defaultLocale}/admin/holidays`;
};

/** Reads a new holiday, and leads to what it would change; nothing is changed yet. */
export async function lookAtHolidayAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(holidayChangeSchema, form);
  if (!parsed.ok) return kept(parsed, form);
  if (!canEditHolidays(await currentActor())) return kept(failed("forbidden"), form);
  const year = "day" in parsed.value ? parsed.value.day.slice(0, 4) : String(holidayYearSchema.parse(form.get("year")));
  redirect(`${pathOf(form)}?${new URLSearchParams({ ...changeFields(parsed.value), year })}`);
}

/** Makes the change that was looked at. */
export async function changeHolidaysAction(form: FormData): Promise<void> {
  const parsed = parseForm(holidayChangeSchema, form);
  const result = parsed.ok ? await changeHolidays(await currentActor(), parsed.value) : parsed;
  const year = String(holidayYearSchema.parse(typed(form).shown));
  const query = new URLSearchParams({ year, ...(result.ok ? { done: "changed" } : { problem: result.error }) });
  redirect(`${pathOf(form)}?${query}`);
}
