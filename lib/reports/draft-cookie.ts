import "server-only";
import { cookies } from "next/headers";
import type { Actor } from "../accounts/actor";
import { requestIp } from "../accounts/session";
import { config } from "../config";
import { done, type Result } from "../errors";
import { DRAFT_COOKIE, DRAFT_DAYS, type Draft, findDraft, startDraft } from "./drafts";

/** The secret of this browser's draft. */
export async function draftSecret(): Promise<string | undefined> {
  return (await cookies()).get(DRAFT_COOKIE)?.value;
}

/** The draft of this browser, sent or not. */
export async function currentDraft(): Promise<Draft | null> {
  return findDraft(await draftSecret());
}

/** The secret of this browser's draft; where there is none, or it was sent, one is begun. Within an action or a route alone. */
export async function openSecret(actor: Actor): Promise<Result<string>> {
  const [secret, draft] = await Promise.all([draftSecret(), currentDraft()]);
  if (secret && draft && !draft.reportId) return done(secret);
  const started = await startDraft(actor, await requestIp());
  if (!started.ok) return started;
  await keepDraftSecret(started.value.secret);
  return done(started.value.secret);
}

/** Puts a draft's secret where only this site reads it, and no script does. */
export async function keepDraftSecret(secret: string): Promise<void> {
  (await cookies()).set(DRAFT_COOKIE, secret, {
    httpOnly: true,
    sameSite: "lax",
    secure: config().BASE_URL.startsWith("https://"),
    path: "/",
    maxAge: DRAFT_DAYS * 24 * 3600,
  });
}

/** Forgets the draft's secret. Within an action alone. */
export async function dropDraftSecret(): Promise<void> {
  (await cookies()).delete(DRAFT_COOKIE);
}
