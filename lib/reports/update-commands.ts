import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db } from "../db/client";
import { attempt, failed, Refusal, type Result } from "../errors";
import { spend } from "../limits/limits";
import { keepPhoto } from "../photos/keep";
import { settle } from "./flags";
import { readFormPhoto } from "./form-photo";
import { canAddUpdate, canModerate } from "./policy";
import { lockReport, record } from "./record";

/**
 * Adds words or a photo, or both, to a public report; public at once. Whoever adds follows it from now on.
 * @param photo file of a photo, if any
 */
export async function addUpdate(
  actor: Actor,
  { reportId, text }: { reportId: string; text: string },
  photo?: Buffer,
): Promise<Result> {
  const author = personId(actor);
  const facts = { isPublic: true, municipalityId: true, reporterId: true };
  const report = await db().report.findUnique({ where: { id: reportId }, select: facts });
  if (!author || (report && !canAddUpdate(actor, report))) return failed("forbidden");
  if (!report?.isPublic) return failed("not_found");
  const spent = await attempt(() => spend("update_person", author));
  if (!spent.ok) return spent;
  const read = await readFormPhoto(photo);
  if (!read.ok) return read;
  if (!text && !read.value) return failed("required", { text: "required" });
  return attempt(() =>
    db().$transaction(async (tx) => {
      const locked = await lockReport(tx, { reportId });
      if (!locked.isPublic) throw new Refusal("not_found");
      const eventId = await record(tx, locked, {
        kind: "comment",
        actorKind: "citizen",
        actorId: author,
        isPublic: true,
        text: text || undefined,
      });
      if (read.value) await keepPhoto(tx, read.value, { reportId, eventId, role: "update" });
      await tx.follow.createMany({ data: [{ reportId, personId: author }], skipDuplicates: true });
    }),
  );
}

/**
 * Takes what a citizen added from public view, or brings it back: its words and photos. Nothing is deleted, and the
 * story says that something was hidden.
 * @param reason words for the record
 */
export function hideUpdate(
  actor: Actor,
  { eventId, hidden, reason }: { eventId: string; hidden: boolean; reason: string },
): Promise<Result<{ ref: string }>> {
  return attempt(() =>
    db().$transaction(async (tx) => {
      if (!canModerate(actor)) throw new Refusal("forbidden");
      const event = await tx.reportEvent.findFirst({
        where: { id: eventId, isPublic: true, actorKind: "citizen" },
        select: { reportId: true },
      });
      if (!event) throw new Refusal("not_found");
      const report = await lockReport(tx, event);
      if (hidden) await tx.eventHiding.createMany({ data: [{ eventId }], skipDuplicates: true });
      else await tx.eventHiding.deleteMany({ where: { eventId } });
      await record(tx, report, {
        kind: hidden ? "comment_hidden" : "comment_shown",
        actorKind: "staff",
        actorId: personId(actor),
        isPublic: false,
        text: reason || undefined,
        data: { eventId },
      });
      await tx.auditEvent.create({
        data: {
          actorId: personId(actor),
          action: hidden ? "update.hide" : "update.unhide",
          subject: `report:${report.id}`,
          data: { eventId },
        },
      });
      if (hidden) await settle(tx, actor, { reportId: report.id, eventId });
      return { ref: report.ref };
    }),
  );
}
