import "server-only";
import type { Actor } from "../accounts/actor";
import { holdings } from "./holdings";

/** Everything the platform holds about the actor, by kind; null for who isn't signed in. */
export async function readPersonalData(actor: Actor): Promise<Record<string, unknown> | null> {
  if (actor.kind !== "person") return null;
  const data: Record<string, unknown> = {};
  for (const [name, { read }] of Object.entries(holdings)) data[name] = await read(actor);
  return data;
}
