import "server-only";
import { db, type Tx } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { type ErrorCode, Refusal } from "../errors";
import type { Draft } from "./drafts";
import type { Happening } from "./record";
import { newRef } from "./ref";
import { placeSchema, problemSchema } from "./schema";
import { answersIn, categoryExists, municipalityOf } from "./steps";

/** What is common to every way from a draft to a report. */

export type Complete = {
  lat: number;
  lon: number;
  placeText: string;
  municipalityId: string;
  categoryId: string;
  title: string;
  details: string;
  answers: { questionId: string; value: string }[];
};

/** @throws Refusal naming the first thing a draft still lacks */
export async function complete({ data }: Draft): Promise<Complete> {
  const place = placeSchema.safeParse(data);
  if (!place.success) throw new Refusal("place_missing");
  const problem = problemSchema.safeParse(data);
  if (!problem.success) throw new Refusal((problem.error.issues[0]?.message ?? "invalid") as ErrorCode);
  if (!(await categoryExists(problem.data.categoryId))) throw new Refusal("category_missing");
  const municipalityId = await municipalityOf(place.data, data.municipalityId);
  const { answers, fields } = await answersIn({ ...data, categoryId: problem.data.categoryId });
  const [wrong] = Object.values(fields);
  if (wrong) throw new Refusal(wrong, fields);
  return { ...place.data, ...problem.data, municipalityId, answers };
}

/** A report that was sent: `needsConfirmation` until the link in the e-mail is opened, `needsLook` until somebody looked at it. */
export type Filed = { ref: string; needsConfirmation: boolean; needsLook: boolean };

/**
 * Does the filing of a draft in one transaction, once: whoever comes second gets what the first one filed.
 * @param file makes the report; `create` marks the draft as sent
 */
export function fileOnce(draft: Draft, file: (tx: Tx) => Promise<Filed>): Promise<Filed> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from report_draft where id = ${draft.id}::uuid for update`;
    const sent = await tx.reportDraft.findUniqueOrThrow({ where: { id: draft.id }, select: { reportId: true } });
    return sent.reportId ? filed(sent.reportId, tx) : file(tx);
  });
}

type Fields = Omit<
  Prisma.ReportUncheckedCreateInput,
  "ref" | "status" | "sourceKey" | "answers" | "contact" | "events" | "photos"
> & { answers: Complete["answers"]; contact?: { name: string | null; phone: string | null; email: string | null } };

/** Makes an unconfirmed report of a draft, with its answers and photos, and empties the draft of what was typed. */
export async function create(
  tx: Tx,
  draft: Draft,
  { answers, contact, ...fields }: Fields,
  by: Pick<Happening, "actorKind" | "actorId">,
) {
  const created = await tx.report.create({
    data: {
      ...fields,
      answers: { create: answers },
      ...(contact && { contact: { create: contact } }),
      ref: await freeRef(tx),
      status: "unconfirmed",
      sourceKey: `draft:${draft.id}`,
    },
    select: { id: true, ref: true, category: true, municipality: true },
  });
  await tx.reportEvent.create({
    data: { reportId: created.id, kind: "submitted", ...by, isPublic: false, statusTo: "unconfirmed" },
  });
  await tx.photo.updateMany({ where: { draftId: draft.id }, data: { reportId: created.id } });
  await tx.reportDraft.update({ where: { id: draft.id }, data: { reportId: created.id, data: {} } });
  return created;
}

/** What became of a report that was sent. */
export async function filed(reportId: string, tx: Tx = db()): Promise<Filed> {
  const { ref, status, lookSince } = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { ref: true, status: true, lookSince: true },
  });
  const waits = status === "unconfirmed";
  return { ref, needsConfirmation: waits && !lookSince, needsLook: waits && Boolean(lookSince) };
}

/** A reference nobody has; twenty million make a second try rare. */
async function freeRef(tx: Tx): Promise<string> {
  for (;;) {
    const ref = newRef();
    if (!(await tx.report.findUnique({ where: { ref }, select: { id: true } }))) return ref;
  }
}
