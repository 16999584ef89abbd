import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db, type Tx } from "../db/client";
import { attempt, Refusal, type Result } from "../errors";
import { enqueue } from "../jobs/queue";
import { spend } from "../limits/limits";
import { removePhotos } from "../photos/keep";
import { correctableUntil } from "./due";
import { isReporter, waitsForLook } from "./policy";
import { followOwn, type KnownReport, lockReport, record } from "./record";
import { isLawful, isOpen } from "./status";

/** Runs a reporter's command on their own report, locked. */
function own<T>(actor: Actor, reportId: string, act: (tx: Tx, report: KnownReport) => Promise<T>): Promise<Result<T>> {
  return attempt(async () => {
    const id = personId(actor);
    if (!id) throw new Refusal("forbidden");
    await spend("act_person", id);
    return db().$transaction(async (tx) => {
      const report = await lockReport(tx, { reportId });
      if (!isReporter(actor, report)) throw new Refusal(report.isPublic ? "forbidden" : "not_found");
      return act(tx, report);
    });
  });
}

/**
 * Corrects the words of a report, within the hour. The public reads the new ones and that they were corrected; the
 * earlier ones stay in its inner record. What nobody has looked at yet is corrected at any time, and nothing of the
 * earlier words stays; whoever is about to look at it has to read it again.
 */
export function correctReport(
  actor: Actor,
  { reportId, title, details }: { reportId: string; title: string; details: string },
  now = new Date(),
): Promise<Result<{ unseen: boolean }>> {
  return own(actor, reportId, async (tx, report) => {
    const waits = waitsForLook(report);
    if (!report.isPublic && !waits) throw new Refusal("not_found");
    const until = correctableUntil(report.confirmedAt);
    if (!waits && (!until || now > until)) throw new Refusal("hour_over");
    const before = await tx.report.findUniqueOrThrow({
      where: { id: reportId },
      select: { title: true, details: true },
    });
    if (before.title === title && before.details === details) return { unseen: waits };
    await record(
      tx,
      report,
      {
        kind: "corrected",
        actorKind: "citizen",
        actorId: personId(actor),
        isPublic: false,
        ...(!waits && { data: before }),
      },
      { title, details },
    );
    return { unseen: waits };
  });
}

/** The reporter's name is shown no longer, anywhere in public. */
export function hideName(actor: Actor, { reportId }: { reportId: string }): Promise<Result> {
  return own(actor, reportId, async (tx, report) => {
    const { nameShown } = await tx.report.findUniqueOrThrow({ where: { id: reportId }, select: { nameShown: true } });
    if (!nameShown) return;
    const who = { actorKind: "citizen", actorId: personId(actor), isPublic: false } as const;
    await record(tx, report, { kind: "name_hidden", ...who }, { nameShown: false });
  });
}

/** What became of a report that was taken back: it left the public view, others keep it there, or nobody had seen it yet. */
export type Withdrawn = "hidden" | "stays" | "unseen";

/**
 * The reporter takes an open report back (docs/decisions/016). Theirs alone, it leaves the public view; where others
 * stand on it, it stays and they leave it: no name, no follow. One that nobody has looked at yet is gone, words and photos.
 */
export async function withdrawReport(actor: Actor, { reportId }: { reportId: string }): Promise<Result<Withdrawn>> {
  const result = await withdraw(actor, reportId);
  if (result.ok && result.value === "unseen") await removePhotos({ reportId });
  return result;
}

const withdraw = (actor: Actor, reportId: string): Promise<Result<Withdrawn>> =>
  own(actor, reportId, async (tx, report) => {
    if (waitsForLook(report)) {
      await takeBackUnseen(tx, report, personId(actor));
      return "unseen";
    }
    if (!report.isPublic) throw new Refusal("not_found");
    if (report.withdrawnAt || !isOpen(report.status)) throw new Refusal("move_unlawful");
    const stays = await othersStandOn(tx, report);
    const now = new Date();
    const eventId = await record(
      tx,
      report,
      { kind: "withdrawn", actorKind: "citizen", actorId: personId(actor), isPublic: stays },
      { withdrawnAt: now, nameShown: false, ...(stays ? {} : { hiddenAt: now }) },
    );
    if (stays) await tx.follow.deleteMany({ where: { reportId, personId: personId(actor) ?? "" } });
    else await enqueue(tx, "report_gone", { eventId });
    return stays ? "stays" : "hidden";
  });

/** Nothing of it has been read by anybody, so nothing of it is kept but that there was one. */
async function takeBackUnseen(tx: Tx, report: KnownReport, actorId: string | null): Promise<void> {
  if (!isLawful(report.status, "expired", "reporter")) throw new Refusal("move_unlawful");
  await tx.reportAnswer.deleteMany({ where: { reportId: report.id } });
  await record(
    tx,
    report,
    { kind: "status", actorKind: "citizen", actorId, isPublic: false, statusTo: "expired" },
    { withdrawnAt: new Date(), reporterName: null, nameShown: false, title: "", details: "", placeText: "" },
  );
}

/** Brings a report back that its reporter withdrew whole, as it was but for the name. */
export function restoreReport(actor: Actor, { reportId }: { reportId: string }): Promise<Result> {
  return own(actor, reportId, async (tx, report) => {
    const { hiddenAt } = await tx.report.findUniqueOrThrow({ where: { id: reportId }, select: { hiddenAt: true } });
    // Hidden by moderators since, or never hidden at all.
    if (!report.withdrawnAt || hiddenAt?.getTime() !== report.withdrawnAt.getTime()) throw new Refusal("forbidden");
    await record(
      tx,
      report,
      { kind: "unhidden", actorKind: "citizen", actorId: personId(actor), isPublic: false },
      { withdrawnAt: null, hiddenAt: null },
    );
    await followOwn(tx, report);
  });
}

/** Somebody else is affected, added to it or had theirs merged into it; or it was called fixed once and wasn't. */
async function othersStandOn(tx: Tx, report: KnownReport): Promise<boolean> {
  if (report.reopenedCount > 0) return true;
  const others = { not: report.reporterId ?? "" };
  const { _count } = await tx.report.findUniqueOrThrow({
    where: { id: report.id },
    select: {
      _count: {
        select: {
          supports: true,
          duplicates: true,
          events: { where: { kind: "comment", actorId: others, hiding: null } },
        },
      },
    },
  });
  return _count.supports + _count.duplicates + _count.events > 0;
}
