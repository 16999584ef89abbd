import type { Prisma } from "../db/generated/client";
import type { ReportFilter } from "./schema";

/** The shared condition of everything public: `isPublic`, and whatever the view is filtered by. */
export function publicWhere(filter: ReportFilter, now = new Date()): Prisma.ReportWhereInput {
  return {
    isPublic: true,
    ...(filter.municipality && { municipalityId: filter.municipality }),
    ...(filter.category && { categoryId: filter.category }),
    ...(filter.status.length > 0 && { status: { in: [...filter.status] } }),
    ...(filter.period && { createdAt: { gte: periodStart(filter.period, now) } }),
  };
}

/** The moment a period of days began. */
export function periodStart(days: string, now = new Date()): Date {
  return new Date(now.getTime() - Number(days) * 24 * 3600 * 1000);
}
