import "server-only";
import { z } from "zod";
import { readSigned, signWords } from "../secrets";

/** Handed over inside the server alone, so it needs no longer. */
const SECONDS = 60;

const ticketSchema = z.object({ personId: z.uuid(), until: z.number() });

/** What tells next-auth to open a session for a person of whom it has been proven already that they are it. */
export const signTicket = (personId: string, now = Date.now()): string =>
  signWords("session-ticket", { personId, until: now + SECONDS * 1000 });

/** Whose session a ticket opens; undefined where it wasn't made here, or has run out. */
export function readTicket(ticket: string, now = Date.now()): string | undefined {
  const read = ticketSchema.safeParse(readSigned("session-ticket", ticket));
  return read.success && read.data.until > now ? read.data.personId : undefined;
}
