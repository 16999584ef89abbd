import "server-only";
import type { AsyncLocalStorage } from "node:async_hooks";

declare global {
  /** Set by scripts/web.mjs: the answer that is being made to the request at hand. */
  var answers: AsyncLocalStorage<{ status?: number }> | undefined;
}

/**
 * Gives the page that is being made a status of its own.
 * Next's notFound() sends an empty page that only JavaScript fills; a page drawn on the server with the status 404 reads without it.
 */
export function answerWith(status: 404 | 410): void {
  const answer = globalThis.answers?.getStore();
  if (answer) answer.status = status;
}
