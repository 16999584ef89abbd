import "server-only";
import type { Actor } from "../accounts/actor";
import { db } from "../db/client";
import { canEditKinds } from "./policy";
import { questionFields, toQuestion } from "./questions";

const name = { nameSq: true, nameSr: true, nameEn: true } as const;

/** Every kind with how many questions it asks, for whoever edits them; null for everybody else. */
export async function listKinds(actor: Actor) {
  if (!canEditKinds(actor)) return null;
  return db().category.findMany({
    orderBy: { position: "asc" },
    select: {
      slug: true,
      ...name,
      icon: true,
      nearbyMetres: true,
      _count: { select: { questions: { where: { retiredAt: null } } } },
    },
  });
}

/** A kind as its editors see it; null where there is none, or the actor doesn't edit them. */
export async function findKind(actor: Actor, slug: string) {
  if (!canEditKinds(actor)) return null;
  const row = await db().category.findUnique({
    where: { slug },
    select: {
      slug: true,
      ...name,
      icon: true,
      synonyms: true,
      nearbyMetres: true,
      institutions: true,
      questions: { where: { retiredAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }], select: questionFields },
    },
  });
  return row && { ...row, questions: row.questions.map(toQuestion) };
}
