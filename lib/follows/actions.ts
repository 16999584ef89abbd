"use server";

import { redirect } from "next/navigation";
import { isConfirmed } from "../accounts/actor";
import { safeBack } from "../accounts/schema";
import { currentActor, requestIp } from "../accounts/session";
import { failed } from "../errors";
import { type FormState, kept, parseForm } from "../forms";
import { parseCoordinates } from "../geo/coordinates";
import { defaultLocale, isLocale, type Locale } from "../i18n/locales";
import {
  confirmFollow,
  endEveryFollow,
  endFollow,
  followTarget,
  paceFollow,
  requestFollow,
  stopByLink,
} from "./commands";
import {
  cadenceSchema,
  type FollowKey,
  followKeySchema,
  readTarget,
  requestSchema,
  type Target,
  targetQuery,
  usualCadence,
} from "./schema";

const localeOf = (form: FormData): Locale => {
  const given = form.get("locale");
  return isLocale(given) ? given : defaultLocale;
};
const tokenOf = (form: FormData): string => String(form.get("token") ?? "").slice(0, 2000);
const query = (values: Record<string, string>) => new URLSearchParams(values).toString();

/** One press, for who is signed in: follows at the usual or the given pace; everybody else is asked for their e-mail. */
export async function followAction(form: FormData): Promise<void> {
  const locale = localeOf(form);
  const target = readTarget(form);
  if (!target) return redirect(`/${locale}/follows/new`);
  const actor = await currentActor();
  if (!isConfirmed(actor)) return redirect(`/${locale}/follows/new?${targetQuery(target)}`);
  const cadence = cadenceSchema.safeParse(form.get("cadence")).data ?? usualCadence(target);
  const result = await followTarget(actor, target, cadence);
  redirect(
    `/${locale}/follows/new?${targetQuery(target)}&${query(result.ok ? { done: "1" } : { problem: result.error })}`,
  );
}

/** The follow page's form, with an e-mail: sends a link there. */
export async function requestFollowAction(_state: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const target = readTarget(form);
  if (!target) return kept(failed("not_found"), form);
  const parsed = parseForm(requestSchema, form);
  if (!parsed.ok) return kept(parsed, form);
  const wish = { ...parsed.value, target, locale };
  const asked = await requestFollow(await currentActor(), { ...wish, ip: await requestIp() });
  if (!asked.ok) return kept(asked, form);
  redirect(`/${locale}/follows/sent?${query({ email: wish.email })}`);
}

/** The link in the e-mail, confirmed by a press; a mail scanner that opens it presses no button. */
export async function confirmFollowAction(form: FormData): Promise<void> {
  const confirmed = await confirmFollow(await currentActor(), tokenOf(form));
  redirect(`/${localeOf(form)}/follows/confirm?${query({ token: tokenOf(form), ...(confirmed.ok && { done: "1" }) })}`);
}

/** The page of an unsubscribe link: ends what it names, or everything. */
export async function stopAction(form: FormData): Promise<void> {
  const all = form.get("all") === "1";
  const stopped = await stopByLink(await currentActor(), tokenOf(form), all);
  redirect(
    `/${localeOf(form)}/follows/stop?${query({ token: tokenOf(form), ...(stopped.ok && { done: all ? "all" : "1" }) })}`,
  );
}

const keyOf = (form: FormData): FollowKey | undefined => followKeySchema.safeParse(form.get("key")).data as FollowKey;

/** A line of the page of everything one follows: another pace, or no longer. */
export async function changeFollowAction(form: FormData): Promise<void> {
  const actor = await currentActor();
  const key = keyOf(form);
  const cadence = cadenceSchema.safeParse(form.get("cadence")).data;
  const ends = form.get("do") === "end";
  const result =
    key && ends
      ? await endFollow(actor, key)
      : key && cadence
        ? await paceFollow(actor, key, cadence)
        : failed("not_found");
  const list = safeBack(form.get("back"), `/${localeOf(form)}/account/follows`);
  const said = query(result.ok ? { done: ends ? "ended" : "paced" } : { problem: result.error });
  redirect(`${list}${list.includes("?") ? "&" : "?"}${said}`);
}

export async function endEveryFollowAction(form: FormData): Promise<void> {
  const result = await endEveryFollow(await currentActor());
  redirect(`/${localeOf(form)}/account/follows?${query(result.ok ? { done: "all" } : { problem: result.error })}`);
}

/** The circle's form: takes a place that was found, answers a search, or goes on to following it. */
export async function circleAction(form: FormData): Promise<void> {
  const locale = localeOf(form);
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 60);
  const radius = text("radius");
  const picked = parseCoordinates(text("pick"), "");
  const typed = parseCoordinates(text("lat"), text("lon"));
  const at = picked ?? typed;
  const back = (more: Record<string, string>): never =>
    redirect(
      `/${locale}/follows/circle?${query({ radius, ...(at ? { lat: String(at.lat), lon: String(at.lon) } : { latText: text("lat"), lonText: text("lon") }), ...more })}`,
    );
  if (picked) back({});
  const q = text("q").trim();
  if (form.get("go") === "search" && q && q !== form.get("answered")) back({ q });
  const target: Target | undefined = at ? readTarget({ kind: "circle", lat: at.lat, lon: at.lon, radius }) : undefined;
  if (!target) return back({ problem: "place_missing" });
  redirect(`/${locale}/follows/new?${targetQuery(target)}`);
}
