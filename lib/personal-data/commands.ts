import "server-only";
import type { Actor } from "../accounts/actor";
import { isDemoAddress } from "../accounts/demo";
import { normalEmail } from "../accounts/people";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { spend } from "../limits/limits";
import { holdings } from "./holdings";

/**
 * Deletes the actor's account: reports and public steps stay, the person is gone, and every session ends.
 * @param typed their e-mail address, typed once more; not asked of who has none
 */
export function eraseAccount(actor: Actor, typed: string): Promise<Result> {
  return attempt(async () => {
    if (actor.kind !== "person") throw new Refusal("forbidden");
    // The samples of a demonstration are everybody's.
    if (actor.email && isDemoAddress(actor.email)) throw new Refusal("forbidden");
    await spend("act_person", actor.id);
    if (actor.email && normalEmail(typed) !== actor.email)
      throw new Refusal("account_confirm", { email: "account_confirm" });
    await db().$transaction(
      async (tx) => {
        // The one exception from what is never changed, said aloud for this transaction.
        await tx.$executeRaw`select set_config('ndreqe.erasing', 'on', true)`;
        // Whoever takes away roles waits for the others, so that two can't take away the last two administrators.
        await tx.$queryRaw`select 1 from role_grant where role = 'admin' order by id for update`;
        const others = { role: "admin", personId: { not: actor.id } } as const;
        const isAdmin = await tx.roleGrant.count({ where: { role: "admin", personId: actor.id } });
        if (isAdmin > 0 && (await tx.roleGrant.count({ where: others })) === 0) throw new Refusal("last_admin");
        for (const { erase } of Object.values(holdings)) await erase?.(tx, actor);
        await tx.auditEvent.create({ data: { action: "person.erase", subject: `person:${actor.id}` } });
      },
      { timeout: 30_000 },
    );
  });
}
