import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db, type Tx } from "../db/client";
import type { FlagReason } from "../db/generated/enums";
import type { Locale } from "../i18n/locales";
import { addWorkdays } from "../municipalities/workdays";
import { canModerate } from "./policy";

/** How a moderator wants to hear of what waits: of a first flag at once, or of everything in the morning; null for who moderates nothing. */
export async function findDuty(actor: Actor): Promise<{ atOnce: boolean } | null> {
  const id = personId(actor);
  if (!id || !canModerate(actor)) return null;
  const { dutyAtOnce } = await db().person.findUniqueOrThrow({ where: { id }, select: { dutyAtOnce: true } });
  return { atOnce: dutyAtOnce };
}

/** Somebody who decides about what was flagged. */
export type Moderator = { id: string; email: string; locale: Locale; atOnce: boolean };

/** Who decides: the moderators, or the administrators where there is none. */
export async function listModerators(tx: Tx = db()): Promise<Moderator[]> {
  for (const role of ["moderator", "admin"] as const) {
    const grants = await tx.roleGrant.findMany({
      where: { role, person: { email: { not: null } } },
      distinct: ["personId"],
      orderBy: { personId: "asc" },
      select: { person: { select: { id: true, email: true, locale: true, dutyAtOnce: true } } },
    });
    const people = grants.flatMap(({ person: { email, dutyAtOnce, ...rest } }) =>
      email ? [{ ...rest, email, atOnce: dutyAtOnce }] : [],
    );
    if (people.length > 0) return people;
  }
  return [];
}

const name = { nameSq: true, nameSr: true, nameEn: true } as const;
/** What a moderator's e-mail says of a report: nothing that was typed, which may be the very thing that was flagged. */
export const dutyReport = { ref: true, municipality: { select: name }, category: { select: name } } as const;

type Names = { nameSq: string; nameSr: string; nameEn: string };
/** A report that waits for a moderator: flagged so often, or for a look (no reasons then). */
export type OnDuty = {
  ref: string;
  municipality: Names;
  category: Names;
  since: Date;
  count: number;
  reasons: FlagReason[];
};

/** Reports with flags that wait since before a moment, the longest waiting first. */
export async function listFlaggedBefore(before: Date): Promise<OnDuty[]> {
  const rows = await db().flag.findMany({
    where: { settledAt: null, createdAt: { lt: before }, report: { isPublic: true } },
    orderBy: { createdAt: "asc" },
    select: { reason: true, createdAt: true, report: { select: dutyReport } },
  });
  const found = new Map<string, OnDuty>();
  for (const { reason, createdAt, report } of rows) {
    const one = found.get(report.ref) ?? { ...report, since: createdAt, count: 0, reasons: [] };
    one.count++;
    if (!one.reasons.includes(reason)) one.reasons.push(reason);
    found.set(report.ref, one);
  }
  return [...found.values()];
}

/** Reports without an e-mail that have waited for a look longer than a working day at a moment. */
export async function listLongUnseen(at: Date): Promise<OnDuty[]> {
  const rows = await db().report.findMany({
    where: { status: "unconfirmed", lookSince: { lt: at } },
    orderBy: { lookSince: "asc" },
    select: { lookSince: true, ...dutyReport },
  });
  return rows.flatMap(({ lookSince, ...report }) =>
    lookSince && addWorkdays(lookSince, 1) < at ? [{ ...report, since: lookSince, count: 1, reasons: [] }] : [],
  );
}
