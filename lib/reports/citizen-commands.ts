import "server-only";
import { type Actor, isConfirmed, type PersonActor } from "../accounts/actor";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { spend } from "../limits/limits";
import { isReporter } from "./policy";
import { lockReport } from "./record";

function person(actor: Actor): PersonActor {
  if (actor.kind !== "person") throw new Refusal("forbidden");
  return actor;
}

/** Follows a public report, or no longer. */
export function followReport(
  actor: Actor,
  { reportId, follow }: { reportId: string; follow: boolean },
): Promise<Result> {
  return attempt(async () => {
    const { id: personId } = person(actor);
    await spend("act_person", personId);
    const report = await db().report.findFirst({ where: { id: reportId, isPublic: true }, select: { id: true } });
    if (!report) throw new Refusal("not_found");
    if (follow) await db().follow.createMany({ data: [{ reportId, personId }], skipDuplicates: true });
    else await db().follow.deleteMany({ where: { reportId, personId } });
  });
}

/** "Me too": counted once a person with a proven e-mail, never for one's own report; they follow it from now on. */
export function supportReport(actor: Actor, { reportId }: { reportId: string }): Promise<Result> {
  return attempt(async () => {
    if (!isConfirmed(actor)) throw new Refusal("forbidden");
    const personId = actor.id;
    await spend("act_person", personId);
    await db().$transaction(async (tx) => {
      const report = await lockReport(tx, { reportId });
      if (!report.isPublic) throw new Refusal("not_found");
      if (isReporter(actor, report)) return;
      await tx.support.createMany({ data: [{ reportId, personId }], skipDuplicates: true });
      await tx.follow.createMany({ data: [{ reportId, personId }], skipDuplicates: true });
      await tx.$executeRaw`update report set support_count = (select count(*) from support where report_id = ${reportId}::uuid) where id = ${reportId}::uuid`;
    });
  });
}
