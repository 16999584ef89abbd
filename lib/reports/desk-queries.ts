import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { canReadInternal, canSeeDesk } from "./policy";
import type { Page } from "./queries";
import type { DeskView } from "./schema";
import { closedStatuses, openStatuses, type PublicStatus } from "./status";

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
      return {
        ...isOpen,
        OR: [
          { firstResponseAt: null, answerDueAt: { lt: now } },
          { fixDueAt: { lt: now }, status: { not: "referred" } },
        ],
      };
    case "open":
      return isOpen;
    case "closed":
      return { status: { in: [...closedStatuses] } };
    case "all":
      return {};
  }
}

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
  firstResponseAt: true,
  plannedFor: true,
  placeText: true,
  category: { select: { slug: true, icon: true, ...name } },
  department: { select: name },
  assignee: { select: { id: true, name: true, email: true } },
} satisfies Prisma.ReportSelect;

export type DeskRow = Prisma.ReportGetPayload<{ select: typeof rowFields }>;

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
): Promise<(Page<DeskRow> & { total: number }) | null> {
  if (!canSeeDesk(actor, municipalityId)) return null;
  const where = {
    isPublic: true,
    municipalityId,
    ...viewWhere(view, personId(actor), options.now ?? new Date()),
    ...(options.category && { categoryId: options.category }),
  };
  const newestFirst = view === "closed" || view === "all";
  const page = Math.max(1, options.page ?? 1);
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
  return { rows, total, next: page * DESK_PAGE < total ? String(page + 1) : null };
}

/** How many reports wait in the views an official watches; null when the actor may not see this desk. */
export async function countDesk(
  actor: Actor,
  municipalityId: string,
  now = new Date(),
): Promise<Record<"new" | "mine" | "overdue" | "open", number> | null> {
  if (!canSeeDesk(actor, municipalityId)) return null;
  const count = (view: DeskView) =>
    db().report.count({ where: { isPublic: true, municipalityId, ...viewWhere(view, personId(actor), now) } });
  const [fresh, mine, overdue, open] = await Promise.all([
    count("new"),
    count("mine"),
    count("overdue"),
    count("open"),
  ]);
  return { new: fresh, mine, overdue, open };
}

const photoFields = { id: true, role: true, width: true, height: true } as const;

/**
 * A report as its municipality sees it: with internal notes and who did what. Contact details of the reporter are not in it.
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
  const { reporterId: _, events, ...report } = row;
  return {
    ...report,
    status: report.status as PublicStatus,
    // Citizens are never named to the desk through the story.
    events: events.map(({ actor: who, ...event }) => ({
      ...event,
      by: event.actorKind === "citizen" ? null : (who?.name ?? who?.email ?? null),
    })),
  };
}
export type DeskReport = NonNullable<Awaited<ReturnType<typeof findDeskReport>>>;

/** Colleagues a report of the municipality can be given to. */
export async function listColleagues(actor: Actor, municipalityId: string): Promise<{ id: string; name: string }[]> {
  if (!canSeeDesk(actor, municipalityId)) return [];
  const grants = await db().roleGrant.findMany({
    where: { municipalityId, role: { in: ["official", "manager"] } },
    distinct: ["personId"],
    select: { person: { select: { id: true, name: true, email: true } } },
  });
  return grants
    .map(({ person }) => ({ id: person.id, name: person.name ?? person.email }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
