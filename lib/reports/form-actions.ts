"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { Actor } from "../accounts/actor";
import { currentActor, requestIp } from "../accounts/session";
import { attempt, type ErrorCode, failed, type Result } from "../errors";
import { isId, keepable } from "../forms";
import { parseCoordinates, pastedCoordinates } from "../geo/coordinates";
import { defaultLocale, isLocale, type Locale } from "../i18n/locales";
import { listQuestions } from "../municipalities/questions";
import { readFacts } from "../photos/facts";
import { possibleDay, possiblePosition } from "../photos/types";
import { answerField } from "./answers";
import { submitReport } from "./commands";
import { currentDraft, draftSecret, dropDraftSecret, openSecret } from "./draft-cookie";
import { discardDraft, findDraft, saveDraft } from "./drafts";
import { nearDraft } from "./nearby";
import { enterForCaller } from "./phone-commands";
import { addDraftPhoto, moveDraftPhoto, removeDraftPhoto } from "./photo-commands";
import { type PhotoSays, placeFromPhotos } from "./photo-place";
import { callerSchema, type DraftData, problemSchema } from "./schema";
import { answersIn, categoryExists, firstMissing, isForCaller, municipalityOf } from "./steps";
import { type Step, stepPath } from "./types";

/**
 * The forms of filing a report. Whatever was typed is kept in the draft first, right or wrong;
 * what is wrong with it is said by the page that is drawn next, from the draft.
 */
type Form = { step: Step; actor: Actor; locale: Locale; secret: string; change: boolean };

/** A field's text, cut off far beyond what is allowed: too long is said, a flood isn't stored. */
const text = (data: FormData, name: string, max = 500): string => keepable(String(data.get(name) ?? "")).slice(0, max);

const localeOf = (data: FormData): Locale => {
  const named = data.get("locale");
  return isLocale(named) ? named : defaultLocale;
};

/** Goes to a step's page. */
function go(locale: Locale, step: Step | "near" | "sent", query: Record<string, string> = {}): never {
  const search = new URLSearchParams(query).toString();
  redirect(`/${locale}${stepPath(step)}${search && `?${search}`}`);
}

/** Back to the form's own page, which says what is wrong. "fields": it finds out from the draft. */
const stay = (form: Form, query: Record<string, string> & { problem?: ErrorCode | "fields" }): never =>
  go(form.locale, form.step, { ...query, ...(form.change && { change: "1" }) });

/** On to the next step; whoever came to change something returns to the summary, or to what it lacks. */
async function onward(form: Form, next: Step): Promise<never> {
  return go(form.locale, form.change ? await firstMissing(await findDraft(form.secret), form.actor) : next);
}

/** The same after place or kind, by way of the open reports of the kind that are near, where there are any. */
async function onwardPastNear(form: Form, next: Step): Promise<never> {
  const near = await nearDraft((await findDraft(form.secret))?.data ?? {});
  return near.length > 0 ? go(form.locale, "near", form.change ? { change: "1" } : {}) : onward(form, next);
}

/** The draft a form belongs to. Where there is none, or it ran out, one is begun; the first two steps begin anew after a sent one. */
async function openForm(data: FormData, step: Step): Promise<Form> {
  const [actor, locale, draft] = [await currentActor(), localeOf(data), await currentDraft()];
  if (draft?.reportId && step !== "photo" && step !== "where") go(locale, "sent");
  const secret = await openSecret(actor);
  if (!secret.ok) return go(locale, step, { problem: secret.error });
  return { step, actor, locale, secret: secret.value, change: data.get("change") === "1" };
}

async function keep(form: Form, patch: DraftData): Promise<void> {
  const kept = await saveDraft(form.actor, form.secret, patch);
  if (!kept.ok) stay(form, { problem: kept.error });
}

/** Where: takes a place that was found, answers a search, or keeps the position and goes on. */
export async function saveWhere(data: FormData): Promise<void> {
  const form = await openForm(data, "where");
  const chosen = text(data, "municipalityId", 40) || undefined;
  const placeText = text(data, "placeText");
  const query = text(data, "q", 400).trim();
  const asked = data.get("go") === "search";
  const picked = parseCoordinates(text(data, "pick", 60), "") ?? (asked ? pastedCoordinates(query) : undefined);
  const [latText, lonText] = [text(data, "lat", 60), text(data, "lon", 60)];
  const position = picked ?? parseCoordinates(latText, lonText);
  const before = (await findDraft(form.secret))?.data;
  const moved =
    position?.lat.toFixed(5) !== before?.lat?.toFixed(5) || position?.lon.toFixed(5) !== before?.lon?.toFixed(5);
  await keep(form, {
    photoPlace: moved ? undefined : before?.photoPlace,
    placeText,
    lat: position?.lat,
    lon: position?.lon,
    latText: position === undefined ? latText : undefined,
    lonText: position === undefined ? lonText : undefined,
    municipalityId: chosen,
  });
  if (picked) stay(form, {});
  if (asked && query && query !== data.get("answered")) stay(form, { q: query });
  if (!position) return stay(form, { problem: "place_missing" });
  const located = await attempt(() => municipalityOf(position, chosen));
  if (!located.ok) stay(form, { problem: located.error });
  if (placeText.trim().length > 200) stay(form, { problem: "fields" });
  // From here on the place is the person's own, wherever it came from.
  await keep(form, { photoPlace: undefined });
  if (form.change) await onwardPastNear(form, "check");
  await onward(form, "problem");
}

const bytesOf = async (data: FormData): Promise<Buffer | undefined> => {
  const file = data.get("photo");
  return file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : undefined;
};

/** What the form's script read from the photos on the device; nothing where it is no such list. */
const saidSchema = z.object({
  complete: z.boolean(),
  photos: z
    .array(z.object({ lat: z.number().nullish(), lon: z.number().nullish(), day: z.string().nullish() }))
    .max(20),
});

function photosSay(data: FormData): { complete: boolean; photos: PhotoSays[] } | undefined {
  try {
    const { complete, photos } = saidSchema.parse(JSON.parse(text(data, "says", 4000)));
    const facts = photos.map(({ lat, lon, day }) => ({
      position: possiblePosition(lat ?? 0, lon ?? 0),
      day: possibleDay(day ?? "", Date.now()),
    }));
    return { complete, photos: facts };
  } catch {
    return undefined;
  }
}

/** Puts the pin where photos say they were taken, unless the person has set it. */
async function keepPlace(form: Form, photos: PhotoSays[], complete: boolean): Promise<void> {
  const draft = await findDraft(form.secret);
  if (draft) await keep(form, await placeFromPhotos(draft.data, photos, complete));
}

/** Photos: adds, removes or moves one, or goes on; then a file that was chosen is taken in too, unless the button says "without". */
export async function savePhotos(data: FormData): Promise<void> {
  const form = await openForm(data, "photo");
  const { actor, secret } = form;
  const [removed, earlier, later] = [text(data, "remove", 36), text(data, "earlier", 36), text(data, "later", 36)];
  if (isId(removed)) await removeDraftPhoto(actor, secret, removed);
  if (isId(earlier)) await moveDraftPhoto(actor, secret, earlier, -1);
  if (isId(later)) await moveDraftPhoto(actor, secret, later, 1);
  if (removed || earlier || later) stay(form, {});
  const bytes = data.get("go") === "without" ? undefined : await bytesOf(data);
  const adding = data.get("go") === "photo";
  if (adding && !bytes) stay(form, { problem: "photo_missing" });
  if (bytes) {
    const added = await addDraftPhoto(actor, secret, bytes, await requestIp());
    if (!added.ok) return stay(form, { problem: added.error });
    await keepPlace(form, [{ ...(await readFacts(bytes)), id: added.value.id }], false);
    if (adding) stay(form, {});
  }
  const says = photosSay(data);
  if (says) await keepPlace(form, says.photos, says.complete);
  await onward(form, "where");
}

/** What: keeps the words and goes on. */
export async function saveProblem(data: FormData): Promise<void> {
  const form = await openForm(data, "problem");
  const typed = {
    categoryId: text(data, "categoryId", 40) || undefined,
    title: text(data, "title"),
    details: text(data, "details", 10_000),
    answers: Object.fromEntries(
      (await listQuestions()).flatMap(({ id }) => {
        const answer = text(data, answerField(id));
        return answer ? [[id, answer]] : [];
      }),
    ),
  };
  await keep(form, typed);
  const right = problemSchema.safeParse(typed);
  const wrong = !right.success || !(await categoryExists(right.data.categoryId));
  if (wrong || Object.keys((await answersIn(typed)).fields).length > 0) stay(form, { problem: "fields" });
  await onwardPastNear(form, "you");
}

/** Takes a photo out, by script. */
export async function dropPhoto(photoId: string): Promise<Result> {
  if (!isId(photoId)) return failed("not_found");
  return removeDraftPhoto(await currentActor(), await draftSecret(), photoId);
}

/** Puts a photo one place earlier or later, by script. */
export async function shiftPhoto(photoId: string, by: -1 | 1): Promise<Result> {
  if (!isId(photoId)) return failed("not_found");
  return moveDraftPhoto(await currentActor(), await draftSecret(), photoId, by === 1 ? 1 : -1);
}

/** Who: keeps the name and the address. */
export async function saveYou(data: FormData): Promise<void> {
  const form = await openForm(data, "you");
  const noEmail = data.get("contact") === "none";
  const before = (await findDraft(form.secret))?.data;
  if (before && isForCaller(before, form.actor)) {
    const caller = {
      callerName: text(data, "callerName"),
      callerPhone: text(data, "callerPhone"),
      callerEmail: text(data, "callerEmail"),
    };
    await keep(form, caller);
    if (!callerSchema.safeParse(caller).success) stay(form, { problem: "fields" });
    return onward(form, "check");
  }
  const typed = {
    email: text(data, "email"),
    noEmail,
    noEmailSince: noEmail ? (before?.noEmailSince ?? Date.now()) : undefined,
    name: text(data, "name"),
    nameShown: data.get("nameShown") === "on",
  };
  await keep(form, typed);
  // A field nobody sees was filled in: a program did it, or an over-eager browser, whose person presses again.
  if (text(data, "website") !== "") stay(form, { problem: "robot_suspected" });
  if ((await firstMissing(await findDraft(form.secret), form.actor)) === "you") stay(form, { problem: "fields" });
  await onward(form, "check");
}

const stepOf: Partial<Record<ErrorCode, Step>> = {
  place_missing: "where",
  outside: "where",
  border_choice: "where",
  border_other: "where",
  other_municipality: "where",
  category_missing: "problem",
};

/** Sends the report. However often it is pressed, one is filed. */
export async function sendReport(data: FormData): Promise<void> {
  const [actor, locale, secret] = [await currentActor(), localeOf(data), await draftSecret()];
  const draft = await findDraft(secret);
  const ip = await requestIp();
  const sent =
    draft && isForCaller(draft.data, actor)
      ? await enterForCaller(actor, secret, locale, ip)
      : await submitReport(actor, secret, locale, ip, text(data, "proof", 2000));
  if (sent.ok) go(locale, "sent");
  const { error } = sent;
  if (error === "draft_missing") go(locale, "photo", { problem: error });
  const missing = stepOf[error] ?? (await firstMissing(await findDraft(secret), actor));
  go(locale, missing, { problem: missing === "check" ? error : missing === stepOf[error] ? error : "fields" });
}

/** Throws away what was entered. */
export async function discard(data: FormData): Promise<void> {
  const locale = localeOf(data);
  const thrown = await discardDraft(await currentActor(), await draftSecret());
  if (!thrown.ok) go(locale, "sent");
  await dropDraftSecret();
  go(locale, "photo");
}
