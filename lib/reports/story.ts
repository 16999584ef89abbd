import "server-only";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { correctableUntil } from "./due";
import type { FixAnswer } from "./schema";
import type { Status } from "./status";

export const photoFields = { id: true, role: true, width: true, height: true } as const;

/** What the public may know of. Everything else that happens to a report stays inside. */
const publicKinds = ["status", "answer", "comment", "still_there", "withdrawn"] as const;

/** The events of a report's public story, the first one first. */
export const storyRows = {
  where: { isPublic: true, kind: { in: [...publicKinds] } },
  orderBy: { seq: "asc" },
  select: {
    id: true,
    kind: true,
    at: true,
    actorKind: true,
    actorId: true,
    statusFrom: true,
    statusTo: true,
    text: true,
    data: true,
    hiding: { select: { eventId: true } },
    photos: { orderBy: { position: "asc" }, select: photoFields },
  },
} satisfies Prisma.Report$eventsArgs;

type Row = Prisma.ReportEventGetPayload<{ select: typeof storyRows.select }>;

/** An entry in a report's public story. Nobody is named in it: a role speaks. */
export type StoryEntry = {
  id: string;
  kind: (typeof publicKinds)[number];
  at: Date;
  actorKind: "citizen" | "municipality" | "staff" | "system";
  /** The citizen who speaks is the one who reported. */
  byReporter: boolean;
  statusFrom: Status | null;
  statusTo: Status | null;
  text: string | null;
  data: { plannedFor?: string; referredTo?: string; duplicateOf?: string; feedback?: "partly"; source?: "phone" };
  /** Moderators took the words and photos from public view. */
  hidden: boolean;
  photos: { id: string; role: "problem" | "progress" | "proof" | "update"; width: number; height: number }[];
};

/** The story without who is behind it, and without what moderators hid. */
export const storyOf = (rows: Row[], reporterId: string | null): StoryEntry[] =>
  rows.map(({ actorId, hiding, data, kind, ...event }) => ({
    ...event,
    kind: kind as StoryEntry["kind"],
    byReporter: event.actorKind === "citizen" && actorId !== null && actorId === reporterId,
    data: (data ?? {}) as StoryEntry["data"],
    hidden: hiding !== null,
    ...(hiding && { text: null, photos: [] }),
  }));

type Voiced = {
  id: string;
  status: Status;
  confirmedAt: Date | null;
  stillAskedAt: Date | null;
  events: { id: string; at: Date; statusTo: Status | null; actorKind: string }[];
};

/** What citizens said of the fix a report stands on now; null where no fix of the municipality is to be judged. */
export type FixVoices = Record<FixAnswer["answer"], number> & { mine: FixAnswer["answer"] | null };

/**
 * What citizens say of a report besides its story: of its fix, and corrections of its words.
 * `isQuiet`: its reporter was asked whether it is still there, and nothing has happened since.
 */
export async function voicesOf(report: Voiced, viewerId: string | null) {
  const last = report.events.findLast(({ statusTo }) => statusTo !== null);
  const isFix = report.status === "fixed" && last?.actorKind === "municipality";
  const [fix, correction] = await Promise.all([
    isFix ? fixVoices(last.id, viewerId) : null,
    db().reportEvent.findFirst({
      where: { reportId: report.id, kind: "corrected" },
      orderBy: { seq: "desc" },
      select: { at: true },
    }),
  ]);
  const { stillAskedAt } = report;
  return {
    fix,
    correctedAt: correction?.at ?? null,
    correctableUntil: correctableUntil(report.confirmedAt),
    isQuiet: stillAskedAt !== null && !report.events.some(({ at }) => at > stillAskedAt),
  };
}

async function fixVoices(eventId: string, viewerId: string | null): Promise<FixVoices> {
  const rows = await db().feedback.findMany({ where: { eventId }, select: { answer: true, personId: true } });
  const count = (answer: FixAnswer["answer"]) => rows.filter((row) => row.answer === answer).length;
  const mine = rows.find(({ personId }) => personId === viewerId)?.answer ?? null;
  return { yes: count("yes"), partly: count("partly"), no: count("no"), mine };
}
