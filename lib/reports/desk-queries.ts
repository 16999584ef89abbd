import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { answerFields, toQuestion } from "../municipalities/questions";
import type { Answer } from "./answers";
import { isOverdue } from "./filters";
import { canReadInternal, canSeeDesk, canWork } from "./policy";
import type { Page } from "./queries";
import { type DeskView, deskViews } from "./schema";
import { closedStatuses, openStatuses, type PublicStatus, type Status } from "./status";
import type { StoryEntry } from "./story";

const name = { nameSq: true, nameSr: true, nameEn: true } as const;

/** What a view of the desk holds. Answers are overdue until the first one is given, fixes until the report is closed. */
function viewWhere(view: DeskView, me: string | null, now: Date): Prisma.ReportWhereInput {
  const isOpen = { status: { in: [...openStatuses] } };
  switch (view) {
    case "new":
      return { status: "open", firstResponseAt: null };
    case "mine":
      return { ...isOpen, assigneeId: me ?? "00000000-0000-0000-0000-000000000000" };
    case "overdue":
      return isOverdue(now);
    case "open":
      return isOpen;
    case "closed":
      return { status: { in: [...closedStatuses] } };
    case "all":
      return {};
  }
}

const deskWhere = (
  municipalityId: string,
  view: DeskView,
  me: string | null,
  now: Date,
  category: string | undefined,
): Prisma.ReportWhereInput => ({
  isPublic: true,
  municipalityId,
  ...viewWhere(view, me, now),
  ...(category && { categoryId: category }),
});

const isNewestFirst = (view: DeskView): boolean => view === "closed" || view === "all";

const rowFields = {
  id: true,
  ref: true,
  title: true,
  status: true,
  createdAt: true,
  statusAt: true,
  version: true,
  supportCount: true,
  reopenedCount: true,
  answerDueAt: true,
  fixDueAt: true,
  pausedAt: true,
  firstResponseAt: true,
  plannedFor: true,
  placeText: true,
  category: { select: { slug: true, icon: true, ...name } },
  department: { select: name },
  assignee: { select: { id: true, name: true, email: true } },
} satisfies Prisma.ReportSelect;

type Row = Prisma.ReportGetPayload<{ select: typeof rowFields }>;

/** A report in the list of a desk. */
export type DeskRow = Omit<Row, "status"> & { status: PublicStatus };

const toRow = (row: Row): DeskRow => ({ ...row, status: row.status as PublicStatus });

const DESK_PAGE = 50;

/**
 * Reports of one municipality for its own people: the oldest first where they wait, the newest first where they are done.
 * @returns null when the actor may not see this desk
 */
export async function listDesk(
  actor: Actor,
  municipalityId: string,
  view: DeskView,
  options: { category?: string | undefined; page?: number; now?: Date } = {},
): Promise<(Page<DeskRow> & { total: number; pages: number }) | null> {
  if (!canSeeDesk(actor, municipalityId)) return null;
  const where = deskWhere(municipalityId, view, personId(actor), options.now ?? new Date(), options.category);
  const newestFirst = isNewestFirst(view);
  const page = options.page ?? 1;
  const [rows, total] = await Promise.all([
    db().report.findMany({
      where,
      select: rowFields,
      take: DESK_PAGE,
      skip: (page - 1) * DESK_PAGE,
      orderBy: [{ createdAt: newestFirst ? "desc" : "asc" }, { id: "asc" }],
    }),
    db().report.count({ where }),
  ]);
  return {
    rows: rows.map(toRow),
    total,
    pages: Math.max(1, Math.ceil(total / DESK_PAGE)),
    next: page * DESK_PAGE < total ? String(page + 1) : null,
  };
}

/** How many reports each view holds; null when the actor may not see this desk. */
export async function countDesk(
  actor: Actor,
  municipalityId: string,
  options: { category?: string | undefined; now?: Date } = {},
): Promise<Record<DeskView, number> | null> {
  if (!canSeeDesk(actor, municipalityId)) return null;
  const now = options.now ?? new Date();
  const counts = await Promise.all(
    deskViews.map(async (view) => {
      const where = deskWhere(municipalityId, view, personId(actor), now, options.category);
      return [view, await db().report.count({ where })] as const;
    }),
  );
  return Object.fromEntries(counts) as Record<DeskView, number>;
}

const photoFields = { id: true, role: true, width: true, height: true } as const;

/**
 * A report as its municipality sees it: with internal notes and who did what. Contact details of the reporter are not in it; those of a caller are, for its own people.
 * @returns null when there is none, or the actor may not see its inside
 */
export async function findDeskReport(actor: Actor, ref: string) {
  const row = await db().report.findFirst({
    where: { ref, confirmedAt: { not: null } },
    select: {
      ...rowFields,
      details: true,
      language: true,
      lat: true,
      lon: true,
      municipalityId: true,
      reporterId: true,
      referredTo: true,
      hiddenAt: true,
      duplicateOf: { select: { ref: true, title: true } },
      answers: { select: answerFields },
      source: true,
      contact: { select: { name: true, phone: true, email: true } },
      photos: { where: { role: "problem" }, orderBy: { position: "asc" }, select: photoFields },
      events: {
        orderBy: { seq: "asc" },
        select: {
          id: true,
          kind: true,
          at: true,
          actorKind: true,
          isPublic: true,
          statusFrom: true,
          statusTo: true,
          text: true,
          data: true,
          actor: { select: { name: true, email: true } },
          photos: { select: photoFields },
        },
      },
    },
  });
  if (!row || !canReadInternal(actor, row)) return null;
  const { reporterId: _, events, answers, contact, ...report } = row;
  const names = await namesOf(events.flatMap(({ data }) => assigneeOf(data) ?? []));
  return {
    ...report,
    canWork: canWork(actor, row) && row.hiddenAt === null,
    status: report.status as PublicStatus,
    // Who called is the municipality's own to know, not the administrator's.
    contact: canWork(actor, row) ? contact : null,
    answers: answers.map(({ value, question }): Answer => ({ value, question: toQuestion(question) })),
    // Citizens are never named to the desk through the story.
    events: events.map(({ actor: who, data, ...event }) => ({
      ...event,
      statusTo: event.statusTo as Status | null,
      by: event.actorKind === "citizen" ? null : (who?.name ?? who?.email ?? null),
      data: (data ?? {}) as StoryEntry["data"],
      assignee: names.get(assigneeOf(data) ?? "") ?? null,
    })),
  };
}
/** Whom an assignment names. */
const assigneeOf = (data: unknown) => (data as { assigneeId?: string | null } | null)?.assigneeId ?? undefined;

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const people = await db().person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, email: true },
  });
  return new Map(people.map((person) => [person.id, person.name ?? person.email ?? ""]));
}

export type DeskReport = NonNullable<Awaited<ReturnType<typeof findDeskReport>>>;
export type DeskEvent = DeskReport["events"][number];

/** Colleagues a report of the municipality can be given to. */
export async function listColleagues(actor: Actor, municipalityId: string): Promise<{ id: string; name: string }[]> {
  if (!canSeeDesk(actor, municipalityId)) return [];
  const grants = await db().roleGrant.findMany({
    where: { municipalityId, role: { in: ["official", "manager"] } },
    distinct: ["personId"],
    select: { person: { select: { id: true, name: true, email: true } } },
  });
  return grants
    .map(({ person }) => ({ id: person.id, name: person.name ?? person.email ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The report to go on with in a view after one: the next in its order, or the first that waits; null where none is left. */
export async function findNext(
  actor: Actor,
  { id, municipalityId, createdAt }: Pick<DeskReport, "id" | "municipalityId" | "createdAt">,
  view: DeskView,
): Promise<{ ref: string; title: string } | null> {
  if (!canSeeDesk(actor, municipalityId)) return null;
  const where = { ...deskWhere(municipalityId, view, personId(actor), new Date(), undefined), id: { not: id } };
  const newestFirst = isNewestFirst(view);
  const orderBy = { createdAt: newestFirst ? "desc" : "asc" } as const;
  const select = { ref: true, title: true };
  const after = newestFirst ? { lt: createdAt } : { gt: createdAt };
  return (
    (await db().report.findFirst({ where: { ...where, createdAt: after }, orderBy, select })) ??
    (newestFirst ? null : db().report.findFirst({ where, orderBy, select }))
  );
}

/** A report near another, that may be of the same thing. */
export type Neighbour = { ref: string; title: string; status: PublicStatus; sameCategory: boolean; metres: number };

/**
 * Reports of the same municipality within 200 m of one, that it may be a duplicate of: of the same kind first, then the nearest.
 * @returns five at the most; distances in metres, on a plane, which is exact enough so near
 */
export async function listNeighbours(actor: Actor, report: DeskReport): Promise<Neighbour[]> {
  if (!canSeeDesk(actor, report.municipalityId)) return [];
  const reach = 200;
  const north = 111_320;
  const east = north * Math.cos((report.lat * Math.PI) / 180);
  const rows = await db().report.findMany({
    where: {
      isPublic: true,
      municipalityId: report.municipalityId,
      id: { not: report.id },
      status: { not: "duplicate" },
      lat: { gte: report.lat - reach / north, lte: report.lat + reach / north },
      lon: { gte: report.lon - reach / east, lte: report.lon + reach / east },
    },
    select: { ref: true, title: true, status: true, lat: true, lon: true, category: { select: { slug: true } } },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  return rows
    .map(({ lat, lon, category, status, ...row }) => ({
      ...row,
      status: status as PublicStatus,
      sameCategory: category.slug === report.category.slug,
      metres: Math.round(Math.hypot((lat - report.lat) * north, (lon - report.lon) * east)),
    }))
    .filter(({ metres }) => metres <= reach)
    .sort((a, b) => Number(b.sameCategory) - Number(a.sameCategory) || a.metres - b.metres)
    .slice(0, 5);
}
