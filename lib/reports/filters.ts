import { Prisma } from "../db/generated/client";
import type { ReportFilter } from "./schema";
import { scopeOf } from "./schema";
import { searchPieces } from "./search-text";
import { openStatuses, type Status } from "./status";

/** The shared condition of everything public: `isPublic`, and whatever the view is filtered by. */
export function publicWhere(filter: ReportFilter, now = new Date()): Prisma.ReportWhereInput {
  const scope = scopeOf(filter);
  return {
    isPublic: true,
    ...(filter.municipality && { municipalityId: filter.municipality }),
    ...(filter.category && { categoryId: filter.category }),
    ...(filter.status.length > 0 && { status: { in: [...filter.status] } }),
    ...(scope === "current" && { isCurrent: true }),
    ...(scope === "open" && { status: { in: [...openStatuses] } }),
    ...(filter.period && { createdAt: { gte: periodStart(filter.period, now) } }),
    ...(filter.only === "reopened" && { reopenedCount: { gt: 0 } }),
    ...(filter.only === "overdue" && { overdueAt: { lt: now } }),
    AND: searchPieces(filter.q ?? "").map((pieces) => ({
      OR: pieces.map((piece) => ({ searchText: { contains: piece } })),
    })),
  };
}

/** Open and past a target: no first answer by its date, or (unless referred) not closed by its date. */
export const isOverdue = (now: Date): Prisma.ReportWhereInput => ({ overdueAt: { lt: now } });

/** Statuses written out, so that the planner sees which of the partial indexes fits. */
const listed = (statuses: readonly Status[]) => Prisma.raw(statuses.map((one) => `'${one}'`).join(", "));

export const isOpenSql = Prisma.sql`status in (${listed(openStatuses)})`;

const alike = (piece: string) => Prisma.sql`search_text like ${`%${piece}%`}`;

/** What the words looked for ask of `report`; nothing where there are none. */
export const searchSql = ({ q }: ReportFilter): Prisma.Sql[] =>
  searchPieces(q ?? "").map((pieces) => Prisma.sql`(${Prisma.join(pieces.map(alike), " or ")})`);

/** What a filter asks of the columns that `report` and `map_cell` share, besides category and municipality. */
export function statusSql(filter: ReportFilter): Prisma.Sql[] {
  const scope = scopeOf(filter);
  return [
    ...(filter.status.length > 0 ? [Prisma.sql`status in (${listed(filter.status)})`] : []),
    ...(scope === "all" ? [] : [isOpenSql]),
    ...(scope === "current" ? [Prisma.sql`not dormant`] : []),
  ];
}

/** What a filter asks of `report` that the kept counts don't know. */
export const finerSql = ({ period, only }: ReportFilter, now: Date): Prisma.Sql[] => [
  ...(period ? [Prisma.sql`created_at >= ${periodStart(period, now)}`] : []),
  ...(only === "reopened" ? [Prisma.sql`reopened_count > 0`] : []),
  ...(only === "overdue" ? [Prisma.sql`overdue_at < ${now}`] : []),
];

/** Everything a filter asks of `report`. */
export const reportSql = (filter: ReportFilter, now: Date): Prisma.Sql =>
  allOf([
    Prisma.sql`is_public`,
    ...(filter.municipality ? [Prisma.sql`municipality_id = ${filter.municipality}`] : []),
    ...(filter.category ? [Prisma.sql`category_id = ${filter.category}`] : []),
    ...statusSql(filter),
    ...finerSql(filter, now),
    ...searchSql(filter),
  ]);

/** Conditions that must all hold. */
export const allOf = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.join(conditions, " and ") : Prisma.sql`true`;

/** The moment a period of days began. */
export function periodStart(days: string, now = new Date()): Date {
  return new Date(now.getTime() - Number(days) * 24 * 3600 * 1000);
}
