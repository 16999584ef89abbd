import "server-only";
import { type Actor, isConfirmed } from "../accounts/actor";
import { db } from "../db/client";
import { Refusal } from "../errors";
import { findMunicipality, locatePosition } from "../municipalities/queries";
import { questionsOf } from "../municipalities/questions";
import { checkAnswers } from "./answers";
import type { Draft } from "./drafts";
import { canEnterForOthers } from "./policy";
import { callerSchema, type DraftData, personSchema, placeSchema, problemSchema, withoutEmailSchema } from "./schema";
import type { Step } from "./types";

/** Chosen near a border for "none of these". */
export const OTHER_MUNICIPALITY = "other";

/**
 * The municipality a draft belongs to.
 * @param chosen what the person said where the border is near
 * @throws Refusal outside, border_choice, border_other
 */
export async function municipalityOf(
  position: { lat: number; lon: number },
  chosen: string | undefined,
): Promise<string> {
  const located = await locatePosition(position);
  if (located.kind === "inside") return located.municipality;
  if (located.kind !== "border") throw new Refusal("outside");
  if (chosen === OTHER_MUNICIPALITY) throw new Refusal("border_other");
  if (!chosen || !located.candidates.includes(chosen)) throw new Refusal("border_choice");
  return chosen;
}

/** Whether a municipality takes reports of people who give no e-mail. */
export async function takesWithoutEmail(municipalityId: string): Promise<boolean> {
  return (await findMunicipality(municipalityId))?.anonymousReports ?? false;
}

/**
 * What the person is said to be: who is signed in need not type their address.
 * @param withoutEmail whether the municipality takes reports without one
 */
export function whoIn(data: DraftData, actor: Actor, withoutEmail: boolean) {
  if (isConfirmed(actor)) return personSchema.safeParse({ ...data, email: actor.email });
  if (withoutEmail && data.noEmail) return withoutEmailSchema.safeParse({ ...data, email: null });
  return personSchema.safeParse(data);
}

/** Whether a draft is entered for somebody who called, by one who may do that. */
export const isForCaller = (data: DraftData, actor: Actor): boolean => data.phone === true && canEnterForOthers(actor);

/** Whether the category is one of those offered. */
export async function categoryExists(slug: string): Promise<boolean> {
  return (await db().category.count({ where: { slug } })) === 1;
}

/** The answers to what the draft's kind asks besides, and what is wrong with them. */
export async function answersIn({ categoryId, answers = {} }: DraftData) {
  return checkAnswers(categoryId ? await questionsOf(categoryId) : [], answers);
}

/** The first step whose answers a draft still lacks; "check" when it has them all. Photos may be left out: that step is only where all begins. */
export async function firstMissing(draft: Draft | null, actor: Actor): Promise<Step> {
  if (!draft) return "photo";
  const place = placeSchema.safeParse(draft.data);
  if (!place.success) return "where";
  let municipality: string;
  try {
    municipality = await municipalityOf(place.data, draft.data.municipalityId);
  } catch (error) {
    if (error instanceof Refusal) return "where";
    throw error;
  }
  const problem = problemSchema.safeParse(draft.data);
  if (!problem.success || !(await categoryExists(problem.data.categoryId))) return "problem";
  if (Object.keys((await answersIn(draft.data)).fields).length > 0) return "problem";
  if (isForCaller(draft.data, actor)) return callerSchema.safeParse(draft.data).success ? "check" : "you";
  return whoIn(draft.data, actor, await takesWithoutEmail(municipality)).success ? "check" : "you";
}
