import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { canModerate } from "./policy";

/** Keeps how a moderator wants to hear of what waits for a decision. */
export function keepDuty(actor: Actor, atOnce: boolean): Promise<Result> {
  return attempt(async () => {
    const id = personId(actor);
    if (!id || !canModerate(actor)) throw new Refusal("forbidden");
    await db().person.update({ where: { id }, data: { dutyAtOnce: atOnce } });
  });
}
