import "server-only";
import { db } from "../db/client";
import { readAnswerToken } from "./answer-links";
import { isOpen } from "./status";

/**
 * What a link in an e-mail asks, for the page it leads to.
 * `given` is what the person answered of this fix so far; `isOver` says that the report has moved on.
 * @returns null for a link that asks nothing: not ours, run out, or about a report the public doesn't see
 */
export async function findQuestion(token: string) {
  const question = readAnswerToken(token);
  if (!question) return null;
  const fixed = question.kind === "fixed";
  const photo = { id: true, role: true, width: true, height: true } as const;
  const report = await db().report.findFirst({
    where: { isPublic: true, ...(fixed ? { events: { some: { id: question.aboutId } } } : { id: question.aboutId }) },
    select: {
      ref: true,
      title: true,
      language: true,
      status: true,
      placeText: true,
      createdAt: true,
      municipality: { select: { nameSq: true, nameSr: true, nameEn: true } },
      category: { select: { icon: true, nameSq: true, nameSr: true, nameEn: true } },
      photos: { where: { role: "problem" }, orderBy: { position: "asc" }, take: 1, select: photo },
      events: {
        where: { statusTo: { not: null } },
        orderBy: { seq: "desc" },
        take: 1,
        select: { id: true, at: true, text: true, photos: { where: { role: "proof" }, take: 1, select: photo } },
      },
    },
  });
  if (!report) return null;
  const { events, photos, ...rest } = report;
  const [last] = events;
  const given = fixed
    ? await db().feedback.findUnique({
        where: { eventId_personId: { eventId: question.aboutId, personId: question.personId } },
        select: { answer: true },
      })
    : null;
  return {
    ...rest,
    kind: question.kind,
    before: photos[0] ?? null,
    fix: fixed && last ? { at: last.at, text: last.text, proof: last.photos[0] ?? null } : null,
    given: given?.answer ?? null,
    isOver: fixed ? last?.id !== question.aboutId : !isOpen(report.status),
  };
}

export type AskedQuestion = NonNullable<Awaited<ReturnType<typeof findQuestion>>>;
