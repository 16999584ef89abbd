import type { Instrumentation } from "next";

/** Logs what went wrong while a request was answered: where, under which request id. Never an error's words, which may hold what a person typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logger } = await import("@/lib/log/logger");
  const { name, digest, code } = error as { name?: string; digest?: string; code?: string };
  logger.error({
    request: request.headers["x-request-id"],
    method: request.method,
    route: context.routePath,
    part: context.routeType,
    error: name,
    code,
    digest,
  });
};
