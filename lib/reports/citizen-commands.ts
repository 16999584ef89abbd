import "server-only";
import type { Actor } from "../accounts/actor";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { spend } from "../limits/limits";
import { isReporter } from "./policy";
import { lockReport, record } from "./record";
import { isLawful, type Mover } from "./status";

type Person = Extract<Actor, { kind: "person" }>;

function person(actor: Actor): Person {
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

/** "Me too": counted once a person, never for one's own report; the person follows it from now on. */
export function supportReport(actor: Actor, { reportId }: { reportId: string }): Promise<Result> {
  return attempt(async () => {
    const { id: personId } = person(actor);
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

/**
 * What a citizen says of a report: its reporter that it is gone, its reporter or a follower that it isn't fixed after all.
 * The second reopens it, publicly counted.
 * @param text words to it; needed to reopen
 */
export function judgeReport(
  actor: Actor,
  { reportId, gone, text }: { reportId: string; gone: boolean; text: string },
): Promise<Result> {
  return attempt(async () => {
    const { id: personId } = person(actor);
    await spend("act_person", personId);
    await db().$transaction(async (tx) => {
      const report = await lockReport(tx, { reportId });
      if (!report.isPublic) throw new Refusal("not_found");
      const mover = await moverOf(tx, actor, report);
      if (!mover) throw new Refusal("forbidden");
      const to = gone ? "fixed" : "open";
      if (!isLawful(report.status, to, mover)) throw new Refusal("move_unlawful");
      if (!gone && !text) throw new Refusal("answer_missing", { text: "answer_missing" });
      await record(
        tx,
        report,
        {
          kind: "status",
          actorKind: "citizen",
          actorId: personId,
          isPublic: true,
          statusTo: to,
          text: text || undefined,
        },
        gone ? {} : { reopenedCount: report.reopenedCount + 1 },
      );
    });
  });
}

async function moverOf(
  tx: Parameters<typeof lockReport>[0],
  actor: Actor,
  report: { id: string; municipalityId: string; reporterId: string | null },
): Promise<Mover | undefined> {
  if (isReporter(actor, report)) return "reporter";
  const following = await tx.follow.findUnique({
    where: { reportId_personId: { reportId: report.id, personId: person(actor).id } },
  });
  return following ? "follower" : undefined;
}
