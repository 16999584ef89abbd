import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { canEdit } from "./policy";
import type { PledgeInput } from "./schema";
import { isSlot, slots } from "./status";

/** What has to be there in three languages before a mandate goes public. */
const translated = ["textSq", "textSr", "textEn", "measureSq", "measureSr", "measureEn"] as const;
type Translated = Record<(typeof translated)[number], string>;

export const isTranslated = (pledge: Translated): boolean => translated.every((field) => pledge[field] !== "");

/**
 * Writes one of the six commitments of a mandate, or words it anew while no assessment of it is public.
 * After the mandate is published the three languages have to stay complete.
 * @returns the pledge's id
 */
export function setPledge(actor: Actor, { mandateId, slot, ...input }: PledgeInput): Promise<Result<{ id: string }>> {
  return attempt(async () => {
    if (!canEdit(actor)) throw new Refusal("forbidden");
    if (!isSlot(slot)) throw new Refusal("six_pledges");
    return db().$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from mandate where id = ${mandateId}::uuid for update`;
      const mandate = await tx.mandate.findUnique({ where: { id: mandateId } });
      if (!mandate) throw new Refusal("not_found");
      const before = await tx.pledge.findUnique({ where: { mandateId_slot: { mandateId, slot } } });
      if (before && (await tx.assessment.count({ where: { pledgeId: before.id, publishedAt: { not: null } } })) > 0)
        throw new Refusal("pledge_frozen");
      if (mandate.publishedAt) {
        const missing = translated.filter((field) => input[field] === "");
        if (missing.length > 0)
          throw new Refusal(
            "translation_missing",
            Object.fromEntries(missing.map((field) => [field, "translation_missing"])),
          );
      }
      const { id } = await tx.pledge.upsert({
        where: { mandateId_slot: { mandateId, slot } },
        create: { mandateId, slot, ...input },
        update: input,
      });
      await tx.auditEvent.create({
        data: {
          actorId: personId(actor),
          action: "pledge.write",
          subject: `pledge:${id}`,
          data: { before: before && wording(before), after: wording(input) },
        },
      });
      return { id };
    });
  });
}

/** What a record of a change has to show. */
function wording(pledge: Omit<PledgeInput, "mandateId" | "slot">) {
  const { sourceDate, deadline, sector, sourceQuote, sourceUrl } = pledge;
  return {
    ...Object.fromEntries(translated.map((field) => [field, pledge[field]])),
    ...{ sector, sourceQuote, sourceUrl },
    sourceDate: sourceDate?.toISOString() ?? null,
    deadline: deadline?.toISOString() ?? null,
  };
}

/** Makes a mandate's commitments public: exactly six, each in three languages. */
export function publishMandate(actor: Actor, mandateId: string): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      if (!canEdit(actor)) throw new Refusal("forbidden");
      await tx.$queryRaw`select 1 from mandate where id = ${mandateId}::uuid for update`;
      const mandate = await tx.mandate.findUnique({ where: { id: mandateId }, include: { pledges: true } });
      if (!mandate) throw new Refusal("not_found");
      if (mandate.publishedAt) throw new Refusal("mandate_published");
      if (mandate.pledges.length !== slots.length) throw new Refusal("six_pledges");
      if (!mandate.pledges.every(isTranslated)) throw new Refusal("translation_missing");
      await tx.mandate.update({ where: { id: mandateId }, data: { publishedAt: new Date() } });
      await tx.auditEvent.create({
        data: { actorId: personId(actor), action: "mandate.publish", subject: `mandate:${mandateId}` },
      });
    }),
  );
}
