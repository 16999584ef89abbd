import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { newRef } from "@/lib/reports/ref";
import { isClosed, type Status } from "@/lib/reports/status";
import { inside } from "./world";

type Given = Partial<Omit<Prisma.ReportUncheckedCreateInput, "status">> & { status?: Status };

/**
 * Puts a report straight into the database, as if it had lived to this point: for figures and maps, which don't ask how it came there.
 * @param given whatever differs from an open report of a pothole in the middle of Prishtina
 */
export async function plant(given: Given = {}): Promise<{ id: string; ref: string }> {
  const status = given.status ?? "open";
  const createdAt = given.createdAt ?? new Date();
  const seen = status !== "unconfirmed" && status !== "expired";
  return db().$transaction(async (tx) => {
    const report = await tx.report.create({
      data: {
        ref: newRef(),
        municipalityId: "prishtina",
        categoryId: "potholes",
        ...inside.prishtina,
        title: "A deep hole before the school",
        language: "sq",
        source: "web",
        createdAt,
        confirmedAt: seen ? createdAt : null,
        closedAt: isClosed(status) ? createdAt : null,
        plannedFor: status === "planned" ? new Date("2030-01-01") : null,
        referredTo: status === "referred" ? "KRU Prishtina" : null,
        ...given,
        status,
      },
      select: { id: true, ref: true },
    });
    await addStatus(tx, report.id, status, given.statusAt);
    return report;
  });
}

/** Moves a planted report to another status. */
export async function become(id: string, status: Status): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.report.update({ where: { id }, data: { status, closedAt: isClosed(status) ? new Date() : null } });
    await addStatus(tx, id, status);
  });
}

const addStatus = (tx: Prisma.TransactionClient, reportId: string, statusTo: Status, at?: Date | string) =>
  tx.reportEvent.create({
    data: {
      reportId,
      kind: "status",
      actorKind: "system",
      isPublic: statusTo !== "unconfirmed" && statusTo !== "expired",
      statusTo,
      ...(at && { at }),
    },
  });
