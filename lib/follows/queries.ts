import "server-only";
import { type Actor, personId } from "../accounts/actor";
import { db, type Tx } from "../db/client";
import type { Followed } from "./describe";
import { namedArea } from "./letters";
import { reachOf } from "./places";
import type { Cadence, FollowKey, Target } from "./schema";
import { readStop, readWish } from "./tokens";

const names = { nameSq: true, nameSr: true, nameEn: true } as const;
const namedPlace = { nameSq: true, nameSr: true, municipality: { select: names } } as const;

/** Of an area followed: what its row holds. */
type Area = {
  municipalityId: string | null;
  categoryId: string | null;
  placeId: string | null;
  lat: number | null;
  lon: number | null;
  radius: number | null;
};

const nothing: Area = { municipalityId: null, categoryId: null, placeId: null, lat: null, lon: null, radius: null };

/** What can be followed, found: what it is called, and what a follow's row holds. */
export type Found =
  | { kind: "report"; id: string; followed: Followed }
  | { kind: Exclude<Followed["kind"], "report">; area: Area; followed: Followed };

/** Looks up what somebody wants to follow; null where it isn't there, or isn't public. */
export async function findTarget(target: Target, tx: Tx = db()): Promise<Found | null> {
  if (target.kind === "report") {
    const report = await tx.report.findFirst({
      where: { ref: target.ref, isPublic: true },
      select: { id: true, ref: true, title: true },
    });
    return report && { kind: "report", id: report.id, followed: { kind: "report", report } };
  }
  const slug = "municipality" in target ? target.municipality : undefined;
  // One after the other: in a transaction there is one connection.
  const municipality = slug
    ? await tx.municipality.findUnique({ where: { slug }, select: { slug: true, ...names } })
    : null;
  const category =
    "category" in target
      ? await tx.category.findUnique({ where: { slug: target.category }, select: { slug: true, ...names } })
      : null;
  const place = await findPlace(target, tx);
  const { kind } = target;
  if (slug && !municipality) return null;
  if (kind === "category" && !category) return null;
  if (kind === "neighbourhood" && !place) return null;
  const circle =
    kind === "circle"
      ? { lat: target.lat, lon: target.lon, radius: target.radius }
      : kind === "neighbourhood" && place
        ? { lat: place.lat, lon: place.lon, radius: reachOf(place.kind) }
        : {};
  const area = {
    ...nothing,
    municipalityId: municipality?.slug ?? null,
    categoryId: category?.slug ?? null,
    placeId: place?.id ?? null,
    ...circle,
  };
  return { kind, area, followed: { kind, municipality, category, place, radius: area.radius } };
}

const placeFields = { id: true, kind: true, lat: true, lon: true, ...namedPlace } as const;

/** How far a place may be that a circle is named after, in metres. */
const NAMED_WITHIN = 3000;

/** A neighbourhood by its id, or the place nearest to a circle's middle. */
async function findPlace(target: Target, tx: Tx) {
  if (target.kind === "neighbourhood") return tx.place.findUnique({ where: { id: target.place }, select: placeFields });
  if (target.kind !== "circle") return null;
  const [nearest] = await tx.$queryRaw<{ id: string }[]>`
    select id from place where metres_between(lat, lon, ${target.lat}, ${target.lon}) < ${NAMED_WITHIN}
    order by metres_between(lat, lon, ${target.lat}, ${target.lon}), id limit 1`;
  return nearest ? tx.place.findUnique({ where: { id: nearest.id }, select: placeFields }) : null;
}

/** One thing a person follows. */
export type OwnFollow = {
  key: FollowKey;
  followed: Followed;
  cadence: Cadence;
  createdAt: Date;
  /** What it is in an address. */
  target: Target | null;
};

const ownArea = {
  ...namedArea,
  cadence: true,
  createdAt: true,
  municipalityId: true,
  categoryId: true,
  placeId: true,
  lat: true,
  lon: true,
} as const;

type AreaRow = Area & { id: string; kind: Exclude<Followed["kind"], "report"> };

/** What a row of an area follows, as it stands in an address. */
function targetOf({ kind, municipalityId, categoryId, placeId, lat, lon, radius }: AreaRow): Target | null {
  if (kind === "municipality" && municipalityId) return { kind, municipality: municipalityId };
  if (kind === "category" && categoryId)
    return { kind, category: categoryId, municipality: municipalityId ?? undefined };
  if (kind === "neighbourhood" && placeId) return { kind, place: placeId };
  if (kind === "circle" && lat !== null && lon !== null && radius !== null) return { kind, lat, lon, radius };
  return null;
}

/** Everything a person follows: areas first, then reports, the newest first. */
export async function listFollows(actor: Actor): Promise<OwnFollow[]> {
  const own = personId(actor);
  if (!own) return [];
  return listFollowsOf(own);
}

/** @param only when given, those of these alone */
async function listFollowsOf(own: string, only?: FollowKey[]): Promise<OwnFollow[]> {
  const ids = (kind: string) => only?.filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length));
  const [areaIds, reportIds] = [ids("area:"), ids("report:")];
  const [areas, reports] = await Promise.all([
    db().areaFollow.findMany({
      where: { personId: own, ...(areaIds && { id: { in: areaIds } }) },
      orderBy: { createdAt: "desc" },
      select: ownArea,
    }),
    db().follow.findMany({
      where: { personId: own, report: { isPublic: true }, ...(reportIds && { reportId: { in: reportIds } }) },
      orderBy: { createdAt: "desc" },
      take: 200,
      select: { cadence: true, createdAt: true, report: { select: { id: true, ref: true, title: true } } },
    }),
  ]);
  return [
    ...areas.map((row) => ({
      key: `area:${row.id}` as const,
      followed: row,
      cadence: row.cadence,
      createdAt: row.createdAt,
      target: targetOf(row),
    })),
    ...reports.map(({ report, ...row }) => ({
      ...row,
      key: `report:${report.id}` as const,
      followed: { kind: "report" as const, report },
      target: { kind: "report" as const, ref: report.ref },
    })),
  ];
}

/** How a person follows something; null where they don't. */
export async function findOwnFollow(
  actor: Actor,
  target: Target,
): Promise<{ key: FollowKey; cadence: Cadence } | null> {
  const own = personId(actor);
  const found = own ? await findTarget(target) : null;
  if (!own || !found) return null;
  if (found.kind === "report") {
    const row = await db().follow.findUnique({ where: { reportId_personId: { reportId: found.id, personId: own } } });
    return row && { key: `report:${row.reportId}`, cadence: row.cadence };
  }
  const row = await db().areaFollow.findFirst({ where: { ...found.area, kind: found.kind, personId: own } });
  return row && { key: `area:${row.id}`, cadence: row.cadence };
}

/**
 * What an unsubscribe link would end, of what still stands. Only what the link itself names: an e-mail is passed on
 * more easily than one thinks, and what else somebody follows is nobody's business.
 * @returns null when the link isn't one of ours
 */
export async function findStop(
  token: string,
): Promise<{ digest: "daily" | "weekly" | null; follows: OwnFollow[] } | null> {
  const stop = readStop(token);
  if (!stop) return null;
  if ("digest" in stop) return { digest: stop.digest === "weekly" ? "weekly" : "daily", follows: [] };
  return { digest: null, follows: await listFollowsOf(stop.personId, stop.follows) };
}

/** What a confirmation link asks for; null when the link isn't one of ours, or what it wants to follow isn't there any more. */
export async function findWish(token: string, now = Date.now()) {
  const wish = readWish(token);
  const found = wish && (await findTarget(wish.target));
  return found ? { wish, followed: found.followed, expired: wish.until < now } : null;
}

/** How many things a person follows. */
export async function countFollows(actor: Actor): Promise<number> {
  const own = personId(actor);
  if (!own) return 0;
  const [areas, reports] = await Promise.all([
    db().areaFollow.count({ where: { personId: own } }),
    db().follow.count({ where: { personId: own, report: { isPublic: true } } }),
  ]);
  return areas + reports;
}
