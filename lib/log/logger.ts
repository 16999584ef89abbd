import "server-only";
import pino from "pino";
import { config } from "../config";

/**
 * Log lines as JSON on standard output. What goes in: codes, ids of things, durations, request ids.
 * What never does: names, e-mail addresses, texts people wrote, tokens, positions.
 */
export const logger = pino({ level: config().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
