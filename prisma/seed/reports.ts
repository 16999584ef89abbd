import { v7 as uuidv7 } from "uuid";
import type { Tx } from "../../lib/db/client";
import type { Prisma } from "../../lib/db/generated/client";
import outlines from "../../lib/geo/data/outlines.json";
import places from "../../lib/geo/data/places.json";
import { locate, type Rings } from "../../lib/geo/locate";
import { addWorkdays } from "../../lib/municipalities/workdays";
import { newRef } from "../../lib/reports/ref";
import { chance } from "./chance";
import { type DemoEvent, live } from "./life";
import { neighbours, type People } from "./people";
import { demoRows } from "./rows/index";
import type { DemoRow } from "./rows/row";

type Slug = keyof typeof demoRows;

/** A demonstration report as it went in, for what comes after: photos. */
export type MadeReport = {
  id: string;
  row: DemoRow;
  createdAt: Date;
  fixed: { id: string; at: Date; own: boolean } | undefined;
};

const settlements = new Map(
  (places.places as [string, string, string, string | null, number, number][]).map(([slug, , name, , lat, lon]) => [
    `${slug} ${name}`,
    { lat, lon },
  ]),
);
const all = new Map(Object.entries(outlines.municipalities) as [string, Rings][]);

/** A spot within some 300 metres of a place, well inside its municipality. */
function spot(slug: Slug, row: DemoRow): { lat: number; lon: number } {
  const near = settlements.get(`${slug} ${row.place}`);
  if (!near) throw new Error(`no place ${row.place} in ${slug}`);
  // What repeats a report stands where that one does, give or take a few metres.
  const draw = chance(row.repeats ?? row.title);
  const nudge = row.repeats ? 0.00007 : 0;
  for (let tries = 0; tries < 50; tries++) {
    const lat = Number((near.lat + nudge + (draw(5001) - 2500) / 1e6).toFixed(6));
    const lon = Number((near.lon + nudge + (draw(6001) - 3000) / 1e6).toFixed(6));
    const located = locate({ lat, lon }, all);
    if (located.kind === "inside" && located.municipality === slug) return { lat, lon };
  }
  throw new Error(`${row.place} lies too near a border`);
}

/**
 * Adds the demonstration reports with their stories, followers and supporters.
 * @param now stories end before it
 */
export async function seedReports(tx: Tx, people: People, now = new Date()): Promise<MadeReport[]> {
  const context = await readContext(tx);
  const reports: Prisma.ReportCreateManyInput[] = [];
  const events: (Prisma.ReportEventCreateManyInput & { at: Date })[] = [];
  const follows: Prisma.FollowCreateManyInput[] = [];
  const supports: Prisma.SupportCreateManyInput[] = [];
  const feedback: Prisma.FeedbackCreateManyInput[] = [];
  const made: MadeReport[] = [];
  const refs = new Set<string>();
  const byTitle = new Map<string, { id: string; ref: string; createdAt: Date }>();

  const rows = (Object.keys(demoRows) as Slug[]).flatMap((slug) => demoRows[slug].map((row) => ({ slug, row })));
  // Those that repeat others come after them.
  rows.sort((a, b) => Number(Boolean(a.row.repeats)) - Number(Boolean(b.row.repeats)));
  for (const { slug, row } of rows) {
    const original = row.repeats ? byTitle.get(row.repeats) : undefined;
    const { events: story, standing } = live(row, now, original);
    const { createdAt, assigned, ...columns } = standing;
    const draw = chance(`${row.title}.`);
    let ref = newRef(draw);
    while (refs.has(ref)) ref = newRef(draw);
    refs.add(ref);
    const id = uuidv7({ msecs: createdAt.getTime() });
    const reporter = row.mine ? "citizen" : (neighbours[draw(neighbours.length)] ?? "citizen");
    const reporterId = people.get(reporter) ?? null;
    const actors = {
      reporter: reporterId,
      official: people.get(`official.${slug}`) ?? null,
      manager: people.get(`manager.${slug}`) ?? null,
    };
    const supporters =
      row.life === "duplicate"
        ? []
        : some(neighbours, draw, draw(4) === 0 ? 12 : 4).filter((name) => name !== reporter);
    const confirmedAt = columns.confirmedAt as Date;

    reports.push({
      ...columns,
      id,
      ref,
      createdAt,
      municipalityId: slug,
      categoryId: row.category,
      ...spot(slug, row),
      title: row.title,
      details: row.details,
      placeText: row.where ? `${row.place}, ${row.where}` : row.place,
      language: row.language ?? "sq",
      source: "web",
      reporterId,
      ...(row.mine && { reporterName: "Qytetari (shembull)", nameShown: true }),
      sourceKey: `demo:${ref}`,
      answerDueAt: addWorkdays(confirmedAt, context.answerDays(slug)),
      fixDueAt: addWorkdays(confirmedAt, context.fixDays(slug, row.category)),
      departmentId: context.department(slug, row.category),
      assigneeId: assigned ? actors.official : null,
      duplicateOfId: original?.id ?? null,
      supportCount: supporters.length,
    });
    byTitle.set(row.title, { id, ref, createdAt });
    let fixed: MadeReport["fixed"];
    const voices: Prisma.FeedbackCreateManyInput[] = [];
    for (const { by, ...event } of story) {
      const eventId = uuidv7({ msecs: event.at.getTime() });
      // Whoever reopens a report denies its fix.
      if (event.statusFrom === "fixed" && fixed?.own && reporterId)
        voices.push(answer(fixed, id, reporterId, "no", event.at));
      if (event.statusTo === "fixed") fixed = { id: eventId, at: event.at, own: event.actorKind === "municipality" };
      events.push({
        ...event,
        id: eventId,
        reportId: id,
        actorId: by ? actors[by] : null,
        ...assignment(event, actors.official),
      });
    }
    const asked = supporters.map((name) => people.get(name)).find(Boolean);
    if (standing.status === "fixed" && fixed?.own && asked && draw(2) === 0)
      voices.push(answer(fixed, id, asked, draw(4) === 0 ? "partly" : "yes", fixed.at));
    feedback.push(...voices);
    const joined = new Set([reporterId, ...supporters.map((name) => people.get(name))]);
    for (const personId of joined) if (personId) follows.push({ reportId: id, personId, createdAt });
    for (const name of supporters) {
      const personId = people.get(name);
      if (personId) supports.push({ reportId: id, personId, createdAt });
    }
    if (original && reporterId) follows.push({ reportId: original.id, personId: reporterId, createdAt });
    made.push({ id, row, createdAt, fixed });
  }
  // The order of events is the order in which things happened.
  events.sort((a, b) => a.at.getTime() - b.at.getTime());
  await tx.report.createMany({ data: reports });
  await tx.reportEvent.createMany({ data: events });
  await tx.follow.createMany({ data: follows, skipDuplicates: true });
  await tx.support.createMany({ data: supports });
  await tx.feedback.createMany({ data: feedback });
  return made;
}

const answer = (
  fix: { id: string },
  reportId: string,
  personId: string,
  said: "yes" | "partly" | "no",
  createdAt: Date,
): Prisma.FeedbackCreateManyInput => ({ eventId: fix.id, reportId, personId, answer: said, createdAt });

const assignment = (event: Omit<DemoEvent, "by">, assigneeId: string | null) =>
  event.kind === "assigned" ? { data: { assigneeId } } : {};

function some(list: string[], draw: (below: number) => number, most: number): string[] {
  const count = draw(most + 1);
  const from = draw(list.length);
  return Array.from({ length: count }, (_, i) => list[(from + i * 3) % list.length] ?? "").filter(
    (name, i, names) => names.indexOf(name) === i,
  );
}

/** Targets and departments as the database has them. */
async function readContext(tx: Tx) {
  const [municipalities, categories, routes] = await Promise.all([
    tx.municipality.findMany({ select: { slug: true, targetAnswerDays: true, targetFixDays: true } }),
    tx.category.findMany({ select: { slug: true, targetFixDays: true } }),
    tx.categoryRoute.findMany(),
  ]);
  const municipality = new Map(municipalities.map((row) => [row.slug, row]));
  const category = new Map(categories.map((row) => [row.slug, row]));
  const route = new Map(routes.map((row) => [`${row.municipalityId} ${row.categoryId}`, row.departmentId]));
  return {
    answerDays: (slug: string) => municipality.get(slug)?.targetAnswerDays ?? 3,
    fixDays: (slug: string, of: string) =>
      category.get(of)?.targetFixDays ?? municipality.get(slug)?.targetFixDays ?? 20,
    department: (slug: string, of: string) => route.get(`${slug} ${of}`) ?? null,
  };
}
