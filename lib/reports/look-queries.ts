import "server-only";
import { type Actor, municipalitiesOf, personId } from "../accounts/actor";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { canModerate } from "./policy";

const name = { nameSq: true, nameSr: true, nameEn: true } as const;

/** What waits for this actor's look. */
function waitingFor(actor: Actor): Prisma.ReportWhereInput {
  return {
    status: "unconfirmed",
    lookSince: { not: null },
    ...(!canModerate(actor) && { municipalityId: { in: municipalitiesOf(actor) } }),
  };
}

/** Whether there is a queue for the actor at all. */
const maySee = (actor: Actor): boolean => canModerate(actor) || municipalitiesOf(actor).length > 0;

const waitingFields = {
  id: true,
  ref: true,
  version: true,
  title: true,
  details: true,
  placeText: true,
  language: true,
  lat: true,
  lon: true,
  lookSince: true,
  reporterName: true,
  nameShown: true,
  municipality: { select: name },
  category: { select: { icon: true, ...name } },
  photos: {
    where: { role: "problem" },
    orderBy: { position: "asc" },
    select: { id: true, width: true, height: true },
  },
} satisfies Prisma.ReportSelect;

/** At most so many stand on the page; it fills again as they are done. */
export const LOOK_PAGE = 20;

/**
 * Reports without an e-mail that wait for a look, the longest waiting first: of the actor's municipalities, for D+'s
 * moderators of all.
 * @returns null where the actor looks at none
 */
export async function listToLookAt(actor: Actor) {
  if (!maySee(actor)) return null;
  const where = waitingFor(actor);
  const [rows, total] = await Promise.all([
    db().report.findMany({
      where,
      select: waitingFields,
      orderBy: [{ lookSince: "asc" }, { id: "asc" }],
      take: LOOK_PAGE,
    }),
    db().report.count({ where }),
  ]);
  return { rows, total };
}
export type ToLookAt = NonNullable<Awaited<ReturnType<typeof listToLookAt>>>["rows"][number];

/** How many wait; null where the actor looks at none. */
export async function countToLookAt(actor: Actor): Promise<number | null> {
  return maySee(actor) ? db().report.count({ where: waitingFor(actor) }) : null;
}

/** A report that isn't public, as its own person sees it: waits for a look, was refused, and why, or they took it back before. */
export type UnseenReport = {
  ref: string;
  title: string;
  createdAt: Date;
  state: "look" | "refused" | "taken_back";
  reason: string | null;
};

/** What the person filed without an e-mail and isn't public, the newest first. */
export async function listUnseen(actor: Actor): Promise<UnseenReport[]> {
  const reporterId = personId(actor);
  if (!reporterId) return [];
  const rows = await db().report.findMany({
    where: { reporterId, lookSince: { not: null }, status: { in: ["unconfirmed", "expired"] } },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: {
      ref: true,
      title: true,
      createdAt: true,
      status: true,
      withdrawnAt: true,
      events: { where: { statusTo: "expired" }, select: { text: true }, take: 1 },
    },
  });
  return rows.map(({ status, events, withdrawnAt, ...row }) => ({
    ...row,
    state: status === "unconfirmed" ? "look" : withdrawnAt ? "taken_back" : "refused",
    reason: events[0]?.text ?? null,
  }));
}

/** One's own report that waits for a look, to correct it or take it back; null where there is none. */
export async function findOwnWaiting(actor: Actor, ref: string) {
  const reporterId = personId(actor);
  if (!reporterId) return null;
  return db().report.findFirst({
    where: { ref, reporterId, status: "unconfirmed", lookSince: { not: null } },
    select: { id: true, ref: true, title: true, details: true, language: true },
  });
}
export type OwnWaiting = NonNullable<Awaited<ReturnType<typeof findOwnWaiting>>>;
