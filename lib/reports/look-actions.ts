"use server";

import { redirect } from "next/navigation";
import { currentActor } from "../accounts/session";
import type { Result } from "../errors";
import { parseForm } from "../forms";
import { defaultLocale, isLocale } from "../i18n/locales";
import { approveReport, refuseReport } from "./look-commands";
import { approveSchema, refuseSchema } from "./schema";

/** Back to what waits, with what was done or why not. */
function back(form: FormData, result: Result<unknown>, done: string): never {
  const locale = form.get("locale");
  const said = result.ok ? `done=${done}` : `problem=${result.error}`;
  redirect(`/${isLocale(locale) ? locale : defaultLocale}/look?${said}`);
}

export async function approve(form: FormData): Promise<void> {
  const parsed = parseForm(approveSchema, form);
  back(form, parsed.ok ? await approveReport(await currentActor(), parsed.value) : parsed, "approved");
}

export async function refuse(form: FormData): Promise<void> {
  const parsed = parseForm(refuseSchema, form);
  back(form, parsed.ok ? await refuseReport(await currentActor(), parsed.value) : parsed, "refused");
}
