import "server-only";
import { anonymous } from "../accounts/actor";
import { config } from "../config";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { nameOf } from "../follows/describe";
import { findTarget } from "../follows/queries";
import { feedPath, type Target, targetQuery } from "../follows/schema";
import { KEY_ZOOM, keyRange, tileAt } from "../geo/tiles";
import { type Locale, localeTags, localName } from "../i18n/locales";
import { type Texts, texts } from "../i18n/texts";
import { photoUrl } from "../photos/sizes";
import { publicWhere } from "../reports/filters";
import { findPublicReport } from "../reports/queries";
import { filterQuery, filterSchema, type ReportFilter } from "../reports/schema";
import type { PublicStatus } from "../reports/status";
import type { Feed, FeedEntry } from "./atom";
import type { Asked } from "./schema";

/** A feed holds so many of the newest entries. */
const ENTRIES = 40;

const names = { nameSq: true, nameSr: true, nameEn: true } as const;
const fields = {
  id: true,
  ref: true,
  title: true,
  details: true,
  language: true,
  status: true,
  statusAt: true,
  createdAt: true,
  lat: true,
  lon: true,
  municipality: { select: names },
  category: { select: { slug: true, ...names } },
  photos: { where: { role: "problem" }, orderBy: { position: "asc" }, take: 1, select: { id: true } },
} satisfies Prisma.ReportSelect;

const site = (path: string): string => config().BASE_URL + path;

/** The newest public reports that fit. */
async function listReports(where: Prisma.ReportWhereInput, { t, locale }: Texts): Promise<FeedEntry[]> {
  const rows = await db().report.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: ENTRIES,
    select: fields,
  });
  return rows.map((row) => {
    const category = localName(row.category, locale);
    const [photo] = row.photos;
    return {
      id: row.id,
      title: row.title,
      url: site(`/${locale}/reports/${row.ref}`),
      published: row.createdAt,
      updated: row.statusAt,
      text: [
        `${category}, ${localName(row.municipality, locale)} · ${t(`reports.status.${row.status as PublicStatus}`)} · ${row.ref}`,
        row.details,
      ]
        .filter(Boolean)
        .join("\n\n"),
      language: localeTags[row.language],
      category: { term: row.category.slug, label: category },
      position: { lat: row.lat, lon: row.lon },
      photo: photo && site(photoUrl(photo.id, "large")),
    };
  });
}

/** Tiles are at least so wide in Kosovo at zoom 0, in metres: a circle lies in the nine around its middle. */
const NARROWEST = 29_000_000;

/** Ids of the newest public reports in a circle: found by their map tiles, then by the true distance. */
async function idsWithin(lat: number, lon: number, radius: number): Promise<string[]> {
  const zoom = Math.min(17, Math.floor(Math.log2(NARROWEST / radius)));
  const { x, y } = tileAt({ lat, lon }, zoom);
  const tiles = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => keyRange(zoom, x + dx, y + dy, KEY_ZOOM)));
  const inTile = tiles.map(({ from, to }) => Prisma.sql`(map_key >= ${from} and map_key < ${to})`);
  const rows = await db().$queryRaw<{ id: string }[]>`
    select id from report
    where is_public and (${Prisma.join(inTile, " or ")}) and metres_between(lat, lon, ${lat}, ${lon}) <= ${radius}
    order by created_at desc, id desc limit ${ENTRIES}`;
  return rows.map(({ id }) => id);
}

const nothing: ReportFilter = filterSchema.parse({});

/** The steps of a public report, the newest first. */
async function reportFeed(ref: string, words: Texts): Promise<{ title: string; entries: FeedEntry[] } | null> {
  const report = await findPublicReport(ref, anonymous);
  if (!report) return null;
  const { t, locale } = words;
  const language = localeTags[locale];
  const url = site(`/${locale}/reports/${ref}`);
  const entries = report.story.map(({ id, at, statusTo, text, actorKind }) => {
    const status = statusTo && t(`reports.status.${statusTo}`);
    const what = status ? t("reports.story.became", { status }) : t("reports.story.answered");
    const by =
      actorKind === "municipality" ? localName(report.municipality, locale) : t(`reports.story.by_${actorKind}`);
    return { id, title: `${by}: ${what}`, url, published: at, updated: at, text: text ?? what, language };
  });
  return {
    title: t("follows.name.report", { ref, title: report.title }),
    entries: entries.reverse().slice(0, ENTRIES),
  };
}

async function areaFeed(target: Exclude<Target, { kind: "report" }>, words: Texts) {
  const found = await findTarget(target);
  if (!found || found.kind === "report") return null;
  const { area } = found;
  const where =
    area.lat !== null && area.lon !== null && area.radius !== null
      ? { id: { in: await idsWithin(area.lat, area.lon, area.radius) }, isPublic: true }
      : publicWhere({
          ...nothing,
          municipality: area.municipalityId ?? undefined,
          category: area.categoryId ?? undefined,
        });
  return { title: nameOf(words, found.followed), entries: await listReports(where, words) };
}

/** The page that shows what an area's feed tells of. */
function pageOf(locale: Locale, target: Target): string {
  if (target.kind === "report") return `/${locale}/reports/${target.ref}`;
  if (target.kind === "municipality") return `/${locale}/municipalities/${target.municipality}`;
  if (target.kind === "category")
    return `/${locale}/reports?${filterQuery({ ...nothing, category: target.category, municipality: target.municipality })}`;
  return `/${locale}/follows/new?${targetQuery(target)}`;
}

/** The feed of an address; null where there is nothing public of that name. */
export async function findFeed(asked: Asked, locale: Locale): Promise<Feed | null> {
  const words = texts(locale);
  const made =
    asked.kind === "list"
      ? { title: words.t("reports.list.title"), entries: await listReports(publicWhere(asked.filter), words) }
      : asked.kind === "report"
        ? await reportFeed(asked.ref, words)
        : await areaFeed(asked, words);
  if (!made) return null;
  const query = asked.kind === "list" ? filterQuery(asked.filter) : "";
  const path = asked.kind === "list" ? `/feeds/${locale}/reports.atom${query && `?${query}`}` : feedPath(locale, asked);
  const page = asked.kind === "list" ? `/${locale}/reports${query && `?${query}`}` : pageOf(locale, asked);
  const times = made.entries.map(({ updated }) => updated.getTime());
  return {
    title: `${made.title} – ${words.t("common.brand.name")}`,
    self: site(path),
    page: site(page),
    language: localeTags[locale],
    author: words.t("common.brand.name"),
    // A feed without entries was always so.
    updated: new Date(times.length > 0 ? Math.max(...times) : 0),
    entries: made.entries,
  };
}
