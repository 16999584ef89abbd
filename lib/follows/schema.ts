import { z } from "zod";
import type { ErrorCode } from "../errors";

const say = (code: ErrorCode) => ({ error: code });

/** How soon a follow tells of what happened; the strongest first. */
export const cadences = ["instant", "daily", "weekly"] as const;
export type Cadence = (typeof cadences)[number];

/** A circle's radius in metres. */
export const MIN_RADIUS = 200;
export const MAX_RADIUS = 5000;
/** Those that are offered. */
export const radii = [200, 500, 1000, 2000, 5000] as const;

const slug = z.string().regex(/^[a-z-]{2,40}$/);
const absent = z.preprocess((value) => value || undefined, slug.optional());

/** What can be followed. Positions in WGS84 degrees, radius in metres; coordinates to five places, about a metre. */
export const targetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("report"), ref: z.string().regex(/^[A-Z]{3}-\d{4}$/) }),
  z.object({ kind: z.literal("municipality"), municipality: slug }),
  z.object({ kind: z.literal("category"), category: slug, municipality: absent }),
  z.object({ kind: z.literal("neighbourhood"), place: z.uuid() }),
  z.object({
    kind: z.literal("circle"),
    lat: z.coerce.number().min(-85).max(85).transform(fivePlaces),
    lon: z.coerce.number().min(-180).max(180).transform(fivePlaces),
    radius: z.coerce.number().int().min(MIN_RADIUS).max(MAX_RADIUS),
  }),
]);
export type Target = z.infer<typeof targetSchema>;

function fivePlaces(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** The target that stands in an address or a form; undefined where none can be read. */
export function readTarget(params: URLSearchParams | FormData | Record<string, unknown>): Target | undefined {
  const given = params instanceof URLSearchParams || params instanceof FormData ? Object.fromEntries(params) : params;
  return targetSchema.safeParse(given).data;
}

/** A target's fields, for an address or hidden inputs. */
export function targetFields(target: Target): [name: string, value: string][] {
  return Object.entries(target).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
}

/** A target as it stands in an address, without question mark. */
export const targetQuery = (target: Target): string => new URLSearchParams(targetFields(target)).toString();

/** How soon one is told where nothing was chosen: at once of what is near, in a summary where much happens. */
export const usualCadence = ({ kind }: Target): Cadence =>
  kind === "municipality" || kind === "category" ? "daily" : "instant";

export const cadenceSchema = z.enum(cadences, say("invalid"));

/** Names one follow of a person: "report:ID" of the report, or "area:ID". */
export const followKeySchema = z.string().regex(/^(report|area):[0-9a-f-]{36}$/, say("not_found"));
export type FollowKey = `report:${string}` | `area:${string}`;

/** An e-mail that wants to follow. */
export const requestSchema = z.object({
  email: z
    .string(say("required"))
    .trim()
    .toLowerCase()
    .min(1, say("required"))
    .max(254, say("too_long"))
    .pipe(z.email(say("invalid_email"))),
  cadence: cadenceSchema,
});

/** The Atom feed of what can be followed. */
export function feedPath(locale: string, target: Target): string {
  const base = `/feeds/${locale}`;
  switch (target.kind) {
    case "report":
      return `${base}/reports/${target.ref}.atom`;
    case "municipality":
      return `${base}/municipalities/${target.municipality}.atom`;
    case "category":
      return `${base}/categories/${target.category}.atom${target.municipality ? `?municipality=${target.municipality}` : ""}`;
    case "neighbourhood":
      return `${base}/neighbourhoods/${target.place}.atom`;
    case "circle":
      return `${base}/circle.atom?lat=${target.lat}&lon=${target.lon}&radius=${target.radius}`;
  }
}
