/** A report's life as a state machine: pure, no imports. The picture stands in docs/architecture.md. */
export const statuses = [
  "unconfirmed",
  "expired",
  "open",
  "acknowledged",
  "planned",
  "in_progress",
  "referred",
  "fixed",
  "rejected",
  "duplicate",
] as const;
export type Status = (typeof statuses)[number];

/** Those the public ever sees, in the order of a report's life. */
export const publicStatuses = statuses.slice(2) as readonly PublicStatus[];
export type PublicStatus = Exclude<Status, "unconfirmed" | "expired">;

export const openStatuses = ["open", "acknowledged", "planned", "in_progress", "referred"] as const satisfies Status[];
export const closedStatuses = ["fixed", "rejected", "duplicate"] as const satisfies Status[];

export const isOpen = (status: Status): boolean => (openStatuses as readonly Status[]).includes(status);
export const isClosed = (status: Status): boolean => (closedStatuses as readonly Status[]).includes(status);

/**
 * On whose behalf a move is made; the system's are made by timers, a looker's by whoever looks at a report that was
 * filed without an e-mail before it is public.
 */
export type Mover = "reporter" | "follower" | "municipality" | "looker" | "system";

/** How far along an open report is; a municipality moves forward. Referred may come back anywhere. */
const progress: Partial<Record<Status, number>> = { open: 0, acknowledged: 1, planned: 2, in_progress: 3 };

/**
 * The statuses a report may move to.
 * @param from where it stands
 * @param mover who moves it
 * @returns lawful targets, in the order of a report's life; planned → planned is a new date
 */
export function lawfulMoves(from: Status, mover: Mover): Status[] {
  if (from === "unconfirmed") {
    // The reporter confirms it, or takes it back before anybody has looked at it.
    if (mover === "reporter" || mover === "looker") return ["expired", "open"];
    return mover === "system" ? ["expired"] : [];
  }
  if (from === "fixed") return mover === "reporter" || mover === "follower" ? ["open"] : [];
  if (!isOpen(from)) return [];
  if (mover === "reporter") return ["fixed"];
  if (mover !== "municipality") return [];
  return statuses.filter((to) => {
    if (to === "unconfirmed" || to === "expired" || to === "open") return false;
    if (to === from) return to === "planned";
    const target = progress[to];
    return target === undefined || target > (progress[from] ?? 0);
  });
}

export const isLawful = (from: Status, to: Status, mover: Mover): boolean => lawfulMoves(from, mover).includes(to);

/** What has to come with a move of the municipality. */
export type Requirements = {
  /** Words to the citizen. */
  answer: boolean;
  plannedFor: boolean;
  referredTo: boolean;
  duplicateOf: boolean;
  /** Asked for, and publicly said when missing; never a condition. */
  proof: boolean;
};

/** A status that closes or refers needs words to the citizen; the others what their name says. */
export function requirements(to: Status): Requirements {
  return {
    answer: isClosed(to) || to === "referred",
    plannedFor: to === "planned",
    referredTo: to === "referred",
    duplicateOf: to === "duplicate",
    proof: to === "fixed",
  };
}
