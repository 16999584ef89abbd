import { z } from "zod";
import type { Located } from "../geo/locate";
import { type CategoryMapping, mapCategory } from "./import-mapping";

/** Columns a file must have, in any order; others are ignored. */
export const importColumns = [
  "sf_id",
  "created",
  "closed",
  "updated",
  "status",
  "category",
  "sf_category",
  "sf_type",
  "note",
  "channel",
  "municipality",
  "lat",
  "lon",
] as const;

export type ImportLine = Record<(typeof importColumns)[number], string>;

/** Why a line isn't taken, in the words of the rejects file. */
export const rejectReasons = {
  broken_line: "not a line of this file: quotes or number of columns are wrong",
  broken_encoding: "text is not valid UTF-8, or was damaged before",
  no_id: "no id, or one longer than 100 characters",
  duplicate_id: "the id stands on an earlier line of this file",
  unknown_status: "status is neither Open nor Closed",
  unknown_category: "the category is not in the mapping",
  invalid_date: "created is missing, or a date is not ISO 8601 with a time zone, or lies in the future",
  closed_without_date: "status is Closed but closed is empty",
  closed_before_created: "closed before it was created",
  invalid_position: "lat or lon is missing or not a number in range",
  outside: "the position lies in none of the municipalities",
} as const;

export type RejectReason = keyof typeof rejectReasons;

/** A line as a report, ready to be written. */
export type ImportedReport = {
  externalId: string;
  municipalityId: string;
  /** The file named another municipality than the outlines do. */
  moved: boolean;
  categoryId: string;
  title: string;
  lat: number;
  lon: number;
  createdAt: Date;
  updatedAt: Date | null;
  closedAt: Date | null;
  status: "open" | "fixed" | "rejected";
  note: string;
  origin: { channel: string; category: string; type: string };
};

type Surroundings = {
  mapping: CategoryMapping;
  locate: (position: { lat: number; lon: number }) => Located;
  now: Date;
};

/** What decoding leaves in the place of bytes that are no UTF-8, and the traces of text decoded twice ("Ã«" for "ë"). */
const DAMAGED = /\uFFFD|[\u00C2\u00C3\u00C4\u00C5][\u0080-\u00BF]/;

/** Closed, by its own words, without the thing being fixed. */
const UNFIXED =
  /\bduplicate\b|already been reported|\bcancel+ed\b|\binvalid\b|\binsufficient info|\bunfounded\b|unable to locate|(issue|defect) not found|not found at this location/i;

const instant = z.iso.datetime({ offset: true });

function moment(text: string, now: Date): Date | undefined {
  const parsed = instant.safeParse(text.trim());
  if (!parsed.success) return undefined;
  const at = new Date(parsed.data);
  return at > now ? undefined : at;
}

const degrees = (text: string, limit: number): number | undefined => {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Math.abs(value) <= limit ? value : undefined;
};

/** A line's text on one line, cut at so many characters. */
const clip = (text: string, most: number): string => {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
};

/**
 * Reads one line.
 * @returns the report, or why it isn't taken
 */
export function readLine(line: ImportLine, { mapping, locate, now }: Surroundings): ImportedReport | RejectReason {
  if (Object.values(line).some((text) => DAMAGED.test(text))) return "broken_encoding";
  const externalId = line.sf_id.trim();
  if (externalId === "" || externalId.length > 100) return "no_id";
  if (line.status !== "Open" && line.status !== "Closed") return "unknown_status";
  const categoryId = mapCategory(mapping, line.category, line.sf_category);
  if (!categoryId) return "unknown_category";

  const createdAt = moment(line.created, now);
  const closedAt = line.closed.trim() === "" ? null : moment(line.closed, now);
  const updatedAt = line.updated.trim() === "" ? null : moment(line.updated, now);
  if (!createdAt || closedAt === undefined || updatedAt === undefined) return "invalid_date";
  const closed = line.status === "Closed";
  if (closed && !closedAt) return "closed_without_date";
  if (closedAt && closedAt < createdAt) return "closed_before_created";

  const lat = degrees(line.lat, 85);
  const lon = degrees(line.lon, 180);
  if (lat === undefined || lon === undefined) return "invalid_position";
  const municipalityId = municipalityOf(locate({ lat, lon }), line.municipality);
  if (!municipalityId) return "outside";

  const note = line.note.trim().slice(0, 4000);
  return {
    externalId,
    municipalityId,
    moved: municipalityId !== line.municipality,
    categoryId,
    title: clip(line.sf_type, 120) || clip(line.sf_category, 120) || clip(line.category, 120),
    lat,
    lon,
    createdAt,
    updatedAt,
    closedAt: closed ? closedAt : null,
    status: closed ? (UNFIXED.test(note) ? "rejected" : "fixed") : "open",
    note,
    origin: { channel: line.channel, category: line.sf_category, type: line.sf_type },
  };
}

/** The outlines decide; near a border, the file's word counts if it names a neighbour. */
function municipalityOf(located: Located, said: string): string | undefined {
  if (located.kind === "inside") return located.municipality;
  return located.kind === "border" && located.candidates.includes(said) ? said : undefined;
}
