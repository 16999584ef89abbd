import "server-only";
import type { Actor } from "../accounts/actor";
import { db } from "../db/client";
import { canModerate } from "./policy";
import { photoFields } from "./story";

/** Flags one page of the list reads; the oldest come first, so none is left behind. */
const LIMIT = 300;

/** What people flagged and nobody has looked at yet, each thing once with all its flags, the longest waiting first; nothing for whoever may not moderate. */
export async function listFlagged(actor: Actor) {
  if (!canModerate(actor)) return [];
  const rows = await db().flag.findMany({
    where: { settledAt: null, report: { isPublic: true } },
    orderBy: { createdAt: "asc" },
    take: LIMIT,
    select: {
      id: true,
      reason: true,
      text: true,
      createdAt: true,
      event: { select: { id: true, at: true, text: true, photos: { select: photoFields } } },
      report: {
        select: {
          id: true,
          ref: true,
          title: true,
          details: true,
          language: true,
          createdAt: true,
          photos: { where: { role: "problem" }, orderBy: { position: "asc" }, select: photoFields },
        },
      },
    },
  });
  const things = new Map<string, FlaggedThing>();
  for (const { report, event, ...one } of rows) {
    const key = event?.id ?? report.id;
    const thing = things.get(key) ?? { report, update: event, flags: [] };
    thing.flags.push(one);
    things.set(key, thing);
  }
  return [...things.values()];
}

type Photo = { id: string; width: number; height: number };

/** A report or an update with the flags that wait. */
export type FlaggedThing = {
  report: {
    id: string;
    ref: string;
    title: string;
    details: string;
    language: "sq" | "sr" | "en";
    createdAt: Date;
    photos: Photo[];
  };
  update: { id: string; at: Date; text: string | null; photos: Photo[] } | null;
  flags: {
    id: string;
    reason: "abuse" | "personal_data" | "false_claim" | "spam" | "other";
    text: string;
    createdAt: Date;
  }[];
};
