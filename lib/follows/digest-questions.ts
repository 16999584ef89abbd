import "server-only";
import type { Actor } from "../accounts/actor";
import type { Tx } from "../db/client";
import type { Locale } from "../i18n/locales";
import { canJudgeFix } from "../reports/policy";
import { fixChoices } from "../reports/questions";

type Choices = ReturnType<typeof fixChoices>;

/**
 * The buttons "is it fixed?" for those events of a digest that its reader may judge and hasn't: a fix by the municipality
 * that still stands, of a report they filed or follow.
 * @param eventIds what the digest tells of
 * @returns by event
 */
export async function fixQuestions(
  tx: Tx,
  personId: string,
  eventIds: string[],
  locale: Locale,
): Promise<Map<string, Choices>> {
  const fixes = await tx.reportEvent.findMany({
    where: {
      id: { in: eventIds },
      statusTo: "fixed",
      actorKind: "municipality",
      report: { status: "fixed", isPublic: true },
      feedback: { none: { personId } },
    },
    select: {
      id: true,
      at: true,
      report: {
        select: {
          municipalityId: true,
          reporterId: true,
          follows: { where: { personId }, select: { personId: true } },
          events: { where: { statusTo: { not: null } }, orderBy: { seq: "desc" }, take: 1, select: { id: true } },
        },
      },
    },
  });
  if (fixes.length === 0) return new Map();
  const grants = { role: true, municipalityId: true, departmentId: true } as const;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { id: true, email: true, name: true, locale: true, grants: { select: grants } },
  });
  const reader: Actor = { kind: "person", ...person };
  const open = fixes.filter(
    ({ id, report }) => report.events[0]?.id === id && canJudgeFix(reader, report, report.follows.length > 0),
  );
  return new Map(open.map(({ id, at }) => [id, fixChoices(locale, { personId, aboutId: id, askedAt: at })]));
}
