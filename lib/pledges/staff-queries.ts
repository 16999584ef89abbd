import "server-only";
import { z } from "zod";
import { type Actor, personId } from "../accounts/actor";
import { config } from "../config";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { isTranslated } from "./mandate-commands";
import { canChange, canEdit, canReadStaff, canReview } from "./policy";
import { type Stage, stageOf } from "./status";
import { wordsOf } from "./words";

const municipality = { select: { slug: true, nameSq: true, nameSr: true, nameEn: true } } as const;
const newest = [{ createdAt: "desc" }, { id: "desc" }] satisfies Prisma.AssessmentOrderByWithRelationInput[];

/** What stands in an address may be anything. */
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

const visible = (): Prisma.MandateWhereInput => (config().DEMO ? {} : { sample: false });

/** Every mandate with its six and where their newest assessments stand, and what waits for this actor; null for who may not. */
export async function staffBoard(actor: Actor) {
  if (!canReadStaff(actor)) return null;
  const mandates = await db().mandate.findMany({
    where: visible(),
    orderBy: [{ sample: "asc" }, { fromDate: "desc" }, { municipalityId: "asc" }],
    include: {
      municipality,
      pledges: { orderBy: { slot: "asc" }, include: { assessments: { orderBy: newest } } },
    },
  });
  const me = personId(actor);
  const rows = mandates.map(({ pledges, ...mandate }) => ({
    id: mandate.id,
    municipality: mandate.municipality,
    mayorName: mandate.mayorName,
    fromDate: mandate.fromDate,
    toDate: mandate.toDate,
    sample: mandate.sample,
    published: mandate.publishedAt !== null,
    pledges: pledges.map((pledge) => ({
      id: pledge.id,
      slot: pledge.slot,
      text: wordsOf(pledge, "text"),
      translated: isTranslated(pledge),
      stages: pledge.assessments.map((assessment) => ({
        id: assessment.id,
        stage: stageOf(assessment),
        status: assessment.status,
        mine: assessment.authorId === me,
      })),
    })),
  }));
  const open = rows.flatMap(({ pledges, ...mandate }) =>
    pledges.flatMap(({ stages, ...pledge }) => stages.map((assessment) => ({ ...assessment, pledge, mandate }))),
  );
  const waiting = canEdit(actor)
    ? open.filter(({ stage, mine }) => (mine ? stage === "draft" || stage === "sent_back" : stage === "waiting"))
    : [];
  return { rows, waiting, mayEdit: canEdit(actor) };
}

/** A mandate to write the six of; null when it isn't there or not for this actor. */
export async function staffMandate(actor: Actor, id: string) {
  if (!canReadStaff(actor) || !isId(id)) return null;
  const mandate = await db().mandate.findUnique({
    where: { id },
    include: {
      municipality,
      pledges: {
        orderBy: { slot: "asc" },
        include: { assessments: { where: { publishedAt: { not: null } }, select: { id: true } } },
      },
    },
  });
  if (!mandate) return null;
  return {
    ...mandate,
    mayEdit: canEdit(actor),
    pledges: mandate.pledges.map(({ assessments, ...pledge }) => ({
      ...pledge,
      translated: isTranslated(pledge),
      frozen: assessments.length > 0,
    })),
  };
}

const listed = {
  id: true,
  status: true,
  asOf: true,
  authorId: true,
  submittedAt: true,
  publishedAt: true,
  reviewNote: true,
  correctsId: true,
} as const;

/** A pledge to assess, with every assessment of it, the newest first. */
export async function staffPledge(actor: Actor, id: string) {
  if (!canReadStaff(actor) || !isId(id)) return null;
  const pledge = await db().pledge.findUnique({
    where: { id },
    include: { mandate: { include: { municipality } }, assessments: { select: listed, orderBy: newest } },
  });
  if (!pledge) return null;
  return {
    ...pledge,
    mayEdit: canEdit(actor),
    assessments: pledge.assessments.map((assessment) => ({
      ...assessment,
      stage: stageOf(assessment),
      mine: assessment.authorId === personId(actor),
    })),
  };
}

/** An assessment with everything a second reader has to see, and what this actor may do with it. */
export async function staffAssessment(actor: Actor, id: string) {
  if (!canReadStaff(actor) || !isId(id)) return null;
  const assessment = await db().assessment.findUnique({
    where: { id },
    include: {
      evidence: { orderBy: { position: "asc" } },
      replies: { orderBy: { at: "asc" } },
      author: { select: { name: true, email: true } },
      reviewer: { select: { name: true, email: true } },
      corrects: { include: { evidence: { orderBy: { position: "asc" } } } },
      corrections: { where: { publishedAt: { not: null } }, select: { id: true } },
      pledge: { include: { mandate: { include: { municipality } } } },
    },
  });
  if (!assessment) return null;
  const stage: Stage = stageOf(assessment);
  return {
    ...assessment,
    stage,
    mine: assessment.authorId === personId(actor),
    mayChange: canChange(actor, assessment) && stage !== "published",
    mayReview: canReview(actor, assessment) && stage === "waiting",
    mayCorrect: canEdit(actor) && stage === "published" && assessment.corrections.length === 0,
    mayReply: canEdit(actor) && stage === "published",
  };
}
