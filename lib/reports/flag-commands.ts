import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { enqueue } from "../jobs/queue";
import { spend } from "../limits/limits";
import { type Flagged, settle } from "./flags";
import { canFlag, canModerate } from "./policy";
import type { FlagInput } from "./schema";

/**
 * Tells moderators that a public report, or an update to it, shouldn't be there. Once a person and thing; a second time
 * changes nothing. The flag itself hides nothing: a person looks first, and is told that there is something to look at.
 */
export function flag(actor: Actor, { reportId, eventId, reason, text }: FlagInput): Promise<Result> {
  return attempt(async () => {
    const flagger = personId(actor);
    if (!canFlag(actor) || !flagger) throw new Refusal("forbidden");
    await spend("flag_person", flagger);
    const report = await db().report.findFirst({ where: { id: reportId, isPublic: true }, select: { id: true } });
    if (!report) throw new Refusal("not_found");
    if (eventId) {
      const update = await db().reportEvent.findFirst({
        where: { id: eventId, reportId, isPublic: true, actorKind: "citizen", hiding: null },
        select: { id: true },
      });
      if (!update) throw new Refusal("not_found");
    }
    await db().$transaction(async (tx) => {
      const [made] = await tx.flag.createManyAndReturn({
        data: [{ reportId, eventId: eventId ?? null, personId: flagger, reason, text }],
        skipDuplicates: true,
        select: { id: true },
      });
      if (made) await enqueue(tx, "report_flagged", { flagId: made.id });
    });
  });
}

/** A moderator saw nothing wrong: the flags of a report or an update leave the list, the thing stays. */
export function dismissFlags(actor: Actor, flagged: Flagged): Promise<Result> {
  return attempt(async () => {
    if (!canModerate(actor)) throw new Refusal("forbidden");
    await db().$transaction(async (tx) => {
      await settle(tx, actor, flagged);
      await tx.auditEvent.create({
        data: {
          actorId: personId(actor),
          action: "flag.dismiss",
          subject: `report:${flagged.reportId}`,
          ...(flagged.eventId && { data: { eventId: flagged.eventId } }),
        },
      });
    });
  });
}
