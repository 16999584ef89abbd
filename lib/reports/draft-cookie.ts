import "server-only";
import { cookies } from "next/headers";
import { config } from "../config";
import { DRAFT_COOKIE, DRAFT_DAYS, type Draft, findDraft } from "./drafts";

/** The secret of this browser's draft. */
export async function draftSecret(): Promise<string | undefined> {
  return (await cookies()).get(DRAFT_COOKIE)?.value;
}

/** The draft of this browser, sent or not. */
export async function currentDraft(): Promise<Draft | null> {
  return findDraft(await draftSecret());
}

/** Puts a draft's secret where only this site reads it, and no script does. Within an action alone. */
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
