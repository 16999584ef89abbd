import "server-only";
import type { Result } from "../errors";
import { type QueueKey, queueKeySchema } from "./queue-schema";

/**
 * Header that carries an entry's secret. A header of our own also keeps other sites from sending reports in the name
 * of whoever visits them: browsers ask first, and nobody answers.
 */
export const QUEUE_HEADER = "x-queue-secret";

/** The entry a request is about; null where the id or the secret can be none. */
export function queueKeyOf(request: Request, id: string): QueueKey | null {
  const read = queueKeySchema.safeParse({ id, secret: request.headers.get(QUEUE_HEADER) });
  return read.success ? read.data : null;
}

const unreadable = () => Response.json({ ok: false, error: "invalid" }, { status: 400 });

/** A command's result as an answer: 422 where its person has something to change, 429 where it is too early. */
export function answerOf(result: Result<unknown> | null, more: object = {}): Response {
  if (!result) return unreadable();
  const status = result.ok ? 200 : ({ too_many: 429, wait_a_little: 429, forbidden: 403 }[String(result.error)] ?? 422);
  return Response.json({ ...result, ...more }, { status, headers: { "cache-control": "no-store" } });
}
