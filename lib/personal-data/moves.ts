import "server-only";
import type { Tx } from "../db/client";

/** Takes what stands in a column from one person to another. */
type Move = (tx: Tx, from: string, to: string) => Promise<unknown>;

/** Nobody without a proven e-mail ever stands in such a column. */
const never = null;

/**
 * How everything of a person who came by a private link becomes another person's, by the column that points at them;
 * every such column is named here (tested over the whole database). What both have stays once.
 */
export const moves: Record<string, Move | typeof never> = {
  "report.reporter_id": async (tx, from, to) => {
    // Nobody says "me too" of their own report: what was counted for it as somebody else's voice is counted no longer.
    const own = await tx.report.findMany({
      where: { reporterId: from, supports: { some: { personId: to } } },
      select: { id: true },
    });
    for (const { id } of own) {
      await tx.support.delete({ where: { reportId_personId: { reportId: id, personId: to } } });
      await tx.$executeRaw`update report set support_count = (select count(*) from support where report_id = ${id}::uuid) where id = ${id}::uuid`;
    }
    await tx.report.updateMany({ where: { reporterId: from }, data: { reporterId: to } });
  },
  "report.assignee_id": never,
  "report_event.actor_id": (tx, from, to) =>
    tx.$executeRaw`update report_event set actor_id = ${to}::uuid where actor_id = ${from}::uuid`,
  // The sooner pace of the two.
  "follow.person_id": (tx, from, to) => tx.$executeRaw`
    with gone as (delete from follow where person_id = ${from}::uuid returning report_id, cadence, created_at)
    insert into follow (report_id, person_id, cadence, created_at)
    select report_id, ${to}::uuid, cadence, created_at from gone
    on conflict (report_id, person_id) do update set cadence = least(follow.cadence, excluded.cadence)`,
  // Of two answers to one fix the account's own stays.
  "feedback.person_id": (tx, from, to) => tx.$executeRaw`
    with gone as (delete from feedback where person_id = ${from}::uuid returning event_id, report_id, answer, created_at, updated_at)
    insert into feedback (event_id, person_id, report_id, answer, created_at, updated_at)
    select event_id, ${to}::uuid, report_id, answer, created_at, updated_at from gone
    on conflict (event_id, person_id) do nothing`,
  "area_follow.person_id": never,
  "notice.person_id": never,
  "support.person_id": never,
  "flag.person_id": never,
  "flag.settled_by": never,
  "role_grant.person_id": never,
  "assessment.author_id": never,
  "assessment.reviewer_id": never,
  "audit_event.actor_id": never,
};

/** Makes everything of one person another's. The story of a report names them no longer: said aloud for this transaction. */
export async function moveEverything(tx: Tx, from: string, to: string): Promise<void> {
  await tx.$executeRaw`select set_config('ndreqe.erasing', 'on', true)`;
  for (const move of Object.values(moves)) await move?.(tx, from, to);
}
