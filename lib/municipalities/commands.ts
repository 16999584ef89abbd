import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db, type Tx } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { attempt, Refusal, type Result } from "../errors";
import { canEditKinds, canSetMunicipality } from "./policy";
import type { InstitutionInput, KindInput, QuestionInput } from "./schema";

const audit = (tx: Tx, actor: Actor, action: string, subject: string, data: Prisma.InputJsonValue) =>
  tx.auditEvent.create({ data: { actorId: personId(actor), action, subject, data } });

/** Runs an editor's change of a kind that exists. */
function edit(actor: Actor, slug: string, act: (tx: Tx) => Promise<unknown>): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      if (!canEditKinds(actor)) throw new Refusal("forbidden");
      if ((await tx.category.count({ where: { slug } })) === 0) throw new Refusal("not_found");
      await act(tx);
    }),
  );
}

/** Says what a kind of problem is called, and how near another of it is likely the same. */
export function setKind(actor: Actor, { slug, ...data }: KindInput): Promise<Result> {
  return edit(actor, slug, async (tx) => {
    await tx.category.update({ where: { slug }, data });
    await audit(tx, actor, "kind.set", `category:${slug}`, data);
  });
}

/**
 * Says who does a kind of work, by municipality; one without a name does it itself.
 * @param by institution by the municipality's slug; municipalities that are left out stay as they are
 */
export function setInstitutions(
  actor: Actor,
  { slug, by }: { slug: string; by: Record<string, InstitutionInput> },
): Promise<Result> {
  return edit(actor, slug, async (tx) => {
    for (const [municipalityId, { name, phone, website }] of Object.entries(by)) {
      const key = { municipalityId, categoryId: slug };
      const data = { name, phone: phone ?? null, website: website ?? null };
      if (name === "") await tx.categoryInstitution.deleteMany({ where: key });
      else
        await tx.categoryInstitution.upsert({
          where: { municipalityId_categoryId: key },
          create: { ...key, ...data },
          update: data,
        });
    }
    await audit(tx, actor, "kind.institutions", `category:${slug}`, by);
  });
}

/** Adds a question to what is asked about reports of a kind; it comes last. */
export function addQuestion(actor: Actor, { slug, ...question }: QuestionInput): Promise<Result> {
  return edit(actor, slug, async (tx) => {
    const position = await tx.categoryQuestion.count({ where: { categoryId: slug } });
    await tx.categoryQuestion.create({ data: { ...question, categoryId: slug, position } });
    await audit(tx, actor, "kind.question", `category:${slug}`, question);
  });
}

/** Asks a question no more; what was answered stays. */
export function retireQuestion(actor: Actor, { slug, id }: { slug: string; id: string }): Promise<Result> {
  return edit(actor, slug, async (tx) => {
    const { count } = await tx.categoryQuestion.updateMany({
      where: { id, categoryId: slug, retiredAt: null },
      data: { retiredAt: new Date() },
    });
    if (count === 0) throw new Refusal("not_found");
    await audit(tx, actor, "kind.question_retired", `category:${slug}`, { id });
  });
}

/** Says whether a municipality takes reports without an e-mail. Those that wait for a look stay. */
export function setAnonymousReports(
  actor: Actor,
  { slug, allowed }: { slug: string; allowed: boolean },
): Promise<Result> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      if (!canSetMunicipality(actor, slug)) throw new Refusal("forbidden");
      const { count } = await tx.municipality.updateMany({ where: { slug }, data: { anonymousReports: allowed } });
      if (count === 0) throw new Refusal("not_found");
      await audit(tx, actor, "municipality.anonymous_reports", `municipality:${slug}`, { allowed });
    }),
  );
}
