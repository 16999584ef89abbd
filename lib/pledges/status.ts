/** The scale of the method, from the best to none; the order in which a mandate's six are counted and drawn. */
export const pledgeStatuses = [
  "fulfilled",
  "partially_fulfilled",
  "initiated",
  "not_started",
  "broken",
  "unrated",
] as const;
export type PledgeStatus = (typeof pledgeStatuses)[number];

/** Sectors of municipal work (those of GAP Institute's Municipal Identity Card). */
export const sectors = [
  "administration",
  "health",
  "education",
  "agriculture",
  "economy",
  "infrastructure",
  "urbanism",
  "public_services",
  "culture_sport",
  "social",
] as const;
export type Sector = (typeof sectors)[number];

export const evidenceKinds = ["document", "link", "photo", "budget_line", "platform_data"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Version of the method (the page /method) that new assessments are written by; kept with each of them. */
export const METHOD_VERSION = "1.0";

/** D+ follows exactly six commitments per mayor and mandate. */
export const slots = [1, 2, 3, 4, 5, 6] as const;
export type Slot = (typeof slots)[number];
export const isSlot = (value: number): value is Slot => (slots as readonly number[]).includes(value);

/** How many of the six stand where. No score: a count of each. */
export function summarise(statuses: readonly PledgeStatus[]): { status: PledgeStatus; count: number }[] {
  return pledgeStatuses
    .map((status) => ({ status, count: statuses.filter((other) => other === status).length }))
    .filter(({ count }) => count > 0);
}

type Published = { id: string; correctsId: string | null; asOf: Date; publishedAt: Date };

/**
 * The assessment that counts: of those that no other one corrects, the one whose facts reach furthest.
 * By the day of the facts, not of the publication: correcting an old assessment doesn't make it the newest.
 */
export function currentOf<T extends Published>(published: readonly T[]): T | null {
  const corrected = new Set(published.map(({ correctsId }) => correctsId));
  return (
    published
      .filter(({ id }) => !corrected.has(id))
      .sort((a, b) => b.asOf.getTime() - a.asOf.getTime() || b.publishedAt.getTime() - a.publishedAt.getTime())[0] ??
    null
  );
}

/** Where an assessment stands on its way to the public. */
export type Stage = "draft" | "sent_back" | "waiting" | "published";

export function stageOf(row: { submittedAt: Date | null; publishedAt: Date | null; reviewNote: string | null }): Stage {
  if (row.publishedAt) return "published";
  if (row.submittedAt) return "waiting";
  return row.reviewNote ? "sent_back" : "draft";
}

const DAY = 24 * 3600 * 1000;

/** Calendar days from today to a day (both midnight UTC); never below nought. */
export const daysUntil = (day: Date, today: Date): number =>
  Math.max(0, Math.ceil((day.getTime() - today.getTime()) / DAY));

/** A mandate is over after its last day. */
export const isOver = (mandate: { toDate: Date }, today: Date): boolean =>
  today.getTime() >= mandate.toDate.getTime() + DAY;

/** While the mandate runs, `broken` needs a source that anybody can check: dated, with a link. */
export function maySayBroken(
  mandate: { toDate: Date },
  evidence: readonly { date: Date | null; url: string | null }[],
  today: Date,
): boolean {
  return isOver(mandate, today) || evidence.some(({ date, url }) => date !== null && url !== null);
}
