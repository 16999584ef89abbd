import { Prisma } from "../db/generated/client";
import type { ReportFilter } from "./schema";
import { openStatuses } from "./status";

/** The shared condition of everything public: `isPublic`, and whatever the view is filtered by. */
export function publicWhere(filter: ReportFilter, now = new Date()): Prisma.ReportWhereInput {
  return {
    isPublic: true,
    ...(filter.municipality && { municipalityId: filter.municipality }),
    ...(filter.category && { categoryId: filter.category }),
    ...(filter.status.length > 0 && { status: { in: [...filter.status] } }),
    ...(filter.period && { createdAt: { gte: periodStart(filter.period, now) } }),
    ...(filter.only === "reopened" && { reopenedCount: { gt: 0 } }),
    ...(filter.only === "overdue" && { AND: [isOverdue(now)] }),
  };
}

/** Open and past a target: no first answer by its date, or (unless referred) not closed by its date. */
export function isOverdue(now: Date): Prisma.ReportWhereInput {
  return {
    status: { in: [...openStatuses] },
    OR: [
      { firstResponseAt: null, answerDueAt: { lt: now } },
      { fixDueAt: { lt: now }, status: { not: "referred" } },
    ],
  };
}

/** The same as a condition on the columns of `report`. */
export const isOverdueSql = (now: Date): Prisma.Sql => Prisma.sql`(
  status = any(${[...openStatuses]}::"ReportStatus"[])
  and ((first_response_at is null and answer_due_at < ${now}) or (fix_due_at < ${now} and status <> 'referred'))
)`;

/** The moment a period of days began. */
export function periodStart(days: string, now = new Date()): Date {
  return new Date(now.getTime() - Number(days) * 24 * 3600 * 1000);
}
