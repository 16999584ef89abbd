import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db, type Tx } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { openReport } from "./opening";
import { canLook } from "./policy";
import { type Happening, type KnownReport, lockReport, record } from "./record";
import type { Subject } from "./schema";
import { isLawful } from "./status";

/** On whose behalf a look is taken. */
const lookerOf = (actor: Actor, municipalityId: string): Pick<Happening, "actorKind" | "actorId"> => ({
  actorKind:
    actor.kind === "person" && actor.grants.some((grant) => grant.municipalityId === municipalityId)
      ? "municipality"
      : "staff",
  actorId: personId(actor),
});

/** Runs a looker's command on a locked report that waits for a look. */
function look(
  actor: Actor,
  subject: Subject,
  to: "open" | "expired",
  act: (tx: Tx, report: KnownReport) => Promise<unknown>,
): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      const report = await lockReport(tx, { reportId: subject.reportId });
      if (!canLook(actor, report)) throw new Refusal("forbidden");
      if (subject.version !== report.version) throw new Refusal("stale");
      if (!report.lookSince || !isLawful(report.status, to, "looker")) throw new Refusal("move_unlawful");
      await act(tx, report);
    }),
  );
}

/** Lets a report that came without an e-mail be public. */
export function approveReport(actor: Actor, subject: Subject): Promise<Result> {
  return look(actor, subject, "open", async (tx, report) => {
    if (!report.reporterId) throw new Refusal("not_found");
    await openReport(tx, report, report.reporterId, lookerOf(actor, report.municipalityId));
  });
}

/**
 * Refuses a report that came without an e-mail: it never becomes public.
 * @param reason read by its person on the page of their private link
 */
export function refuseReport(actor: Actor, subject: Subject & { reason: string }): Promise<Result> {
  return look(actor, subject, "expired", async (tx, report) => {
    await record(tx, report, {
      kind: "status",
      ...lookerOf(actor, report.municipalityId),
      isPublic: false,
      statusTo: "expired",
      text: subject.reason,
    });
    await tx.auditEvent.create({
      data: { actorId: personId(actor), action: "report.refuse", subject: `report:${report.id}` },
    });
  });
}
