import "server-only";
import { cookies, headers } from "next/headers";
import { NextRequest, NextResponse } from "next/server";
import NextAuth, { getServerSession } from "next-auth";
import { cache } from "react";
import { config } from "../config";
import { db } from "../db/client";
import type { Locale } from "../i18n/locales";
import { deriveSecret } from "../secrets";
import { type Actor, anonymous } from "./actor";
import { authOptions } from "./auth";
import { isDemoAddress } from "./demo";
import { signTicket } from "./ticket";

/**
 * The actor behind a session: roles as the database has them now.
 * @returns anonymous for a person who is gone, whose sessions were ended, or who belongs to demonstration mode while it is off
 */
export async function actorOf(session: { id: string; epoch: number } | undefined): Promise<Actor> {
  if (!session) return anonymous;
  const person = await db().person.findUnique({
    where: { id: session.id },
    select: {
      id: true,
      email: true,
      name: true,
      locale: true,
      sessionEpoch: true,
      grants: { select: { role: true, municipalityId: true, departmentId: true } },
    },
  });
  if (!person || person.sessionEpoch !== session.epoch) return anonymous;
  if (!config().DEMO && isDemoAddress(person.email ?? "")) return anonymous;
  const { sessionEpoch: _, grants, ...rest } = person;
  // Whoever finds a private link comes in by it: it opens reports, never anybody's work.
  return { kind: "person", ...rest, grants: person.email === null ? [] : grants };
}

/** Who makes the request that is being answered; read once a request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const session = await getServerSession(authOptions());
  return actorOf(session?.person);
});

/** Names a person for their own browser, so that what it keeps of one isn't shown to another; "" for nobody. */
export const deviceMark = (actor: Actor): string =>
  actor.kind === "person" ? deriveSecret("device", actor.id).slice(0, 16) : "";

/** The visitor's network address, as the web server (scripts/web.mjs) saw it. */
export async function requestIp(): Promise<string> {
  return (await headers()).get("x-client-ip") ?? "unknown";
}

/**
 * Asks next-auth's own handler, in this process, and hands its cookies to the response that is being made.
 * next-auth 4 has no server-side sign-in: this is how a form can be a server action that works without JavaScript.
 */
async function ask(path: string, method: "GET" | "POST", fields: Record<string, string> = {}) {
  const url = new URL(`/api/auth/${path}`, config().BASE_URL);
  const body = new URLSearchParams(fields);
  if (method === "GET") url.search = body.toString();
  const request = new NextRequest(url, {
    method,
    ...(method === "POST" && { body, headers: { "content-type": "application/x-www-form-urlencoded" } }),
  });
  const response: Response = await NextAuth(
    request as never,
    { params: Promise.resolve({ nextauth: path.split("/") }) } as never,
    authOptions(),
  );
  const set = new NextResponse(null, { headers: response.headers }).cookies.getAll();
  const store = await cookies();
  for (const cookie of set) {
    // A cookie that ends comes without a value: its "Max-Age=0" is lost on the way. The rest of it stays, because
    // a browser takes no change to a cookie named __Secure- that isn't marked secure itself.
    store.set(cookie.value ? cookie : { ...cookie, value: "", maxAge: 0 });
  }
  return { response, signedIn: set.some(({ name, value }) => name.endsWith("session-token") && Boolean(value)) };
}

async function post(path: string, fields: Record<string, string>) {
  const { response } = await ask("csrf", "GET");
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return ask(path, "POST", { ...fields, csrfToken, json: "true" });
}

/** Opens a session by password. @returns whether it fits */
export async function openByPassword(email: string, password: string): Promise<boolean> {
  return (await post("callback/password", { email, password })).signedIn;
}

/**
 * Sends a sign-in link.
 * @param locale language of the e-mail and of the page it opens
 * @param back path to go on to; may be empty
 * @throws when the e-mail could not be written
 */
export async function sendLink(email: string, locale: Locale, back: string): Promise<void> {
  const callbackUrl = new URL(back || `/${locale}`, config().BASE_URL).href;
  const { response } = await post("signin/email", { email, callbackUrl });
  const { url = "" } = (await response.json()) as { url?: string };
  if (!response.ok || url.includes("error=")) throw new Error("The sign-in link could not be sent.");
}

/** Opens a session by a link's token, which works once. @returns whether it did */
export async function openByLink(email: string, token: string): Promise<boolean> {
  return (await ask("callback/email", "GET", { email, token })).signedIn;
}

/** Opens a session by a private link's secret, which works as long as it is kept. @returns whether it fits */
export async function openByPrivateLink(secret: string): Promise<boolean> {
  return (await post("callback/private-link", { secret })).signedIn;
}

/** Opens a session for a person whose mailbox has just been proven by whoever asks. @returns whether it did */
export async function openForProven(personId: string): Promise<boolean> {
  return (await post("callback/ticket", { ticket: signTicket(personId) })).signedIn;
}

/** Ends the session of this browser. */
export async function closeSession(): Promise<void> {
  await post("signout", {});
}
