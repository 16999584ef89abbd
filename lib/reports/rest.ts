import "server-only";
import type { Actor } from "../accounts/actor";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { isOpenSql } from "./filters";
import { isSystem } from "./policy";

/** So many in one transaction: whoever files meanwhile waits for their counting only. */
const BATCH = 50;

/**
 * Marks open reports as dormant that nothing public happened to for six months: the map and the lists show them when
 * asked. Whatever is said or done wakes them again (report_wakes() in the migrations). For the worker.
 * @returns how many
 */
export async function restQuiet(actor: Actor): Promise<Result<number>> {
  return attempt(async () => {
    if (!isSystem(actor)) throw new Refusal("forbidden");
    for (let resting = 0; ; ) {
      const changed = await db().$executeRaw`
        update report set dormant = true where id in (
          select id from report where ${isOpenSql} and not dormant and status_at < now() - interval '6 months'
            and not exists (select 1 from report_event as e
              where e.report_id = report.id and e.is_public and e.at > now() - interval '6 months')
          order by id limit ${BATCH} for update skip locked)`;
      resting += changed;
      if (changed < BATCH) return resting;
    }
  });
}
