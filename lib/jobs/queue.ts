import "server-only";
import { db, type Tx } from "../db/client";

/** Every kind of background work, with what it needs to know. */
export type Jobs = {
  send_mail: { mailId: string };
  report_confirmed: { reportId: string };
  report_to_look_at: { reportId: string };
  report_event: { eventId: string };
  report_reopened: { eventId: string };
  report_flagged: { flagId: string };
  report_gone: { eventId: string };
  wind_clocks: Record<string, never>;
};

/**
 * Puts work in the queue, inside the transaction that makes it necessary: both happen or neither.
 * A job that fails is tried again, up to 25 times with growing pauses (graphile-worker's rule: exp(attempt) seconds).
 * @param tx the transaction's client
 * @param at not before this moment
 * @param key when given, a job of the same key that waits is replaced instead of doubled
 */
export async function enqueue<K extends keyof Jobs>(
  tx: Tx,
  name: K,
  payload: Jobs[K],
  key?: string,
  at = new Date(0),
): Promise<void> {
  await tx.$queryRaw`select 1 from graphile_worker.add_job(
    ${name}, ${JSON.stringify(payload)}::json, job_key := ${key ?? null}, run_at := greatest(${at}, now()))`;
}

/** Jobs that wait or are being tried again, and those given up; for the health page and tests. */
export async function queueCounts(): Promise<{ waiting: number; failed: number }> {
  const [row] = await db().$queryRaw<{ waiting: number; failed: number }[]>`
    select count(*) filter (where attempts < max_attempts)::int as waiting,
           count(*) filter (where attempts >= max_attempts)::int as failed
    from graphile_worker._private_jobs`;
  return row ?? { waiting: 0, failed: 0 };
}
