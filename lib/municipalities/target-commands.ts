import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { type Effect, effectOf } from "../reports/clock-effect";
import { queueWinding } from "../reports/clock-jobs";
import { readCalendar } from "./holidays";
import { canSetMunicipality } from "./policy";
import type { TargetInput } from "./schema";
import { readTargets, type TargetFacts, targetsOf } from "./targets";

type Row = TargetFacts["rows"][number];

/** The lines of a municipality's table that say something. */
const rowsOf = ({ slug, kinds }: TargetInput): Row[] =>
  Object.entries(kinds)
    .map(([categoryId, days]) => ({ municipalityId: slug, categoryId, ...days }))
    .filter(({ answerDays, fixDays }) => answerDays !== null || fixDays !== null);

/**
 * Sets the working days a municipality gives itself: for everything, and for some kinds of problems, and has the clocks of
 * its open reports wound anew. Kinds that are left out fall back to what holds for everything.
 */
export function setTargets(actor: Actor, input: TargetInput): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      const { slug, answerDays, fixDays } = input;
      if (!canSetMunicipality(actor, slug)) throw new Refusal("forbidden");
      const known = await tx.category.count({ where: { slug: { in: Object.keys(input.kinds) } } });
      if (known < Object.keys(input.kinds).length) throw new Refusal("not_found");
      const { count } = await tx.municipality.updateMany({
        where: { slug },
        data: { targetAnswerDays: answerDays, targetFixDays: fixDays },
      });
      if (count === 0) throw new Refusal("not_found");
      await tx.target.deleteMany({ where: { municipalityId: slug } });
      await tx.target.createMany({ data: rowsOf(input) });
      await tx.auditEvent.create({
        data: {
          actorId: personId(actor),
          action: "municipality.targets",
          subject: `municipality:${slug}`,
          data: input,
        },
      });
      await queueWinding(tx);
    }),
  );
}

/** How many open reports would be due at another moment by other targets; null for who may not set them. */
export async function targetEffect(actor: Actor, input: TargetInput): Promise<Effect | null> {
  const { slug, answerDays, fixDays } = input;
  if (!canSetMunicipality(actor, slug)) return null;
  const facts = await readTargets(db());
  const then: TargetFacts = {
    ...facts,
    municipalities: facts.municipalities.map((row) =>
      row.slug === slug ? { slug, targetAnswerDays: answerDays, targetFixDays: fixDays } : row,
    ),
    rows: [...facts.rows.filter(({ municipalityId }) => municipalityId !== slug), ...rowsOf(input)],
  };
  return effectOf({ targets: targetsOf(then), calendar: await readCalendar(db()) }, slug);
}
