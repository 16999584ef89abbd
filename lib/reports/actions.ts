"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { currentActor } from "../accounts/session";
import type { Failure, Result } from "../errors";
import { defaultLocale, isLocale, type Locale } from "../i18n/locales";
import { texts } from "../i18n/texts";
import { followReport, supportReport } from "./citizen-commands";
import { confirmReport } from "./commands";
import { hideReport } from "./desk-commands";
import { answerStill } from "./feedback-commands";
import { parseRef } from "./ref";
import { hideSchema } from "./schema";

/** What people do on a report's page. Each form carries `locale`, `ref` (the page it stands on) and `reportId`. */
const localeOf = (data: FormData): Locale => {
  const named = data.get("locale");
  return isLocale(named) ? named : defaultLocale;
};

/** Back to the report's page, with a word of what was done or of what is wrong. */
function back(data: FormData, result: Result<unknown>, done: string): never {
  const ref = parseRef(String(data.get("ref") ?? "")) ?? "";
  redirect(`/${localeOf(data)}/reports/${ref}?${result.ok ? `done=${done}` : `problem=${result.error}`}`);
}

const idOf = (data: FormData): string =>
  z.uuid().catch("00000000-0000-0000-0000-000000000000").parse(data.get("reportId"));

/** Confirms by the link's token; a mail scanner that opens the link presses no button. */
export async function confirm(data: FormData): Promise<void> {
  const locale = localeOf(data);
  const token = String(data.get("token") ?? "").slice(0, 200);
  const confirmed = await confirmReport(await currentActor(), token);
  if (!confirmed.ok) redirect(`/${locale}/reports/confirm?token=${encodeURIComponent(token)}`);
  const { ref, already } = confirmed.value;
  redirect(`/${locale}/reports/${ref}?done=${already ? "already" : "confirmed"}`);
}

export async function follow(data: FormData): Promise<void> {
  const wanted = data.get("follow") === "1";
  const result = await followReport(await currentActor(), { reportId: idOf(data), follow: wanted });
  back(data, result, wanted ? "followed" : "unfollowed");
}

/** "Me too". */
export async function support(data: FormData): Promise<void> {
  back(data, await supportReport(await currentActor(), { reportId: idOf(data) }), "supported");
}

/** The reporter says the problem is gone. */
export async function sayGone(data: FormData): Promise<void> {
  const reportId = idOf(data);
  back(data, await answerStill(await currentActor(), { reportId, answer: "gone" }), "gone");
}

/** What a form with words shows after it failed: what is wrong, and the words. */
export type WordsState = { error: string; text: string };

const lost = (data: FormData, field: string, failure: Failure): WordsState => ({
  error: texts(localeOf(data)).t(`errors.${failure.fields?.[field] ?? failure.error}`),
  text: String(data.get(field) ?? "").slice(0, 5000),
});

/** A moderator takes the report from public view. */
export async function hide(_before: WordsState, data: FormData): Promise<WordsState> {
  const parsed = hideSchema.safeParse({ reportId: data.get("reportId"), reason: data.get("text") ?? "" });
  if (!parsed.success) return lost(data, "text", { ok: false, error: "required" });
  const result = await hideReport(await currentActor(), { ...parsed.data, hidden: true });
  return result.ok ? back(data, result, "hidden") : lost(data, "text", result);
}

/** A moderator shows it again. */
export async function unhide(data: FormData): Promise<void> {
  const subject = { reportId: idOf(data), hidden: false, reason: "" };
  back(data, await hideReport(await currentActor(), subject), "unhidden");
}
