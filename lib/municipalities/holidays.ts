import "server-only";
import { cache } from "react";
import { db, type Tx } from "../db/client";
import { type Calendar, type Feast, makeCalendar } from "./calendar";

/** A day of the database, which keeps it as midnight UTC. */
export const written = (day: Date): string => day.toISOString().slice(0, 10);

/** What is kept in the table of holidays. */
export async function readFeasts(tx: Pick<Tx, "holiday"> = db()): Promise<Feast[]> {
  const rows = await tx.holiday.findMany({ select: { day: true, moves: true } });
  return rows.map(({ day, moves }) => ({ day: written(day), moves }));
}

/** The calendar of working days as a transaction sees it. */
export const readCalendar = async (tx: Pick<Tx, "holiday">): Promise<Calendar> => makeCalendar(await readFeasts(tx));

/** The same for pages; read once a request. */
export const listCalendar = cache(async (): Promise<Calendar> => makeCalendar(await readFeasts()));
