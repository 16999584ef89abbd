import { z } from "zod";
import { type ErrorCode, errorCodes } from "../errors";
import { publicStatuses, statuses } from "./status";

/** An issue's message is the error code whose words the person reads. */
const say = (code: ErrorCode) => ({ error: code });

const text = (max: number) => z.string().trim().max(max, say("too_long"));
const degrees = (limit: number) =>
  z.coerce.number(say("place_missing")).min(-limit, say("place_missing")).max(limit, say("place_missing"));

/** An empty field of a form is an absent one. */
export const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);

/** Where: WGS84 degrees. */
export const placeSchema = z.object({
  lat: z.preprocess(blank, degrees(85)),
  lon: z.preprocess(blank, degrees(180)),
  placeText: text(200).default(""),
});

/** What is wrong. */
export const problemSchema = z.object({
  categoryId: z.string(say("category_missing")).regex(/^[a-z-]{2,40}$/, say("category_missing")),
  title: text(120).min(5, say("too_short")),
  details: text(4000).default(""),
});

/** Who tells. The e-mail is needed where nobody is signed in. */
export const personSchema = z.object({
  email: z.preprocess(
    blank,
    z
      .string(say("required"))
      .trim()
      .toLowerCase()
      .max(254, say("too_long"))
      .pipe(z.email(say("invalid_email"))),
  ),
  name: text(80).default(""),
  nameShown: z.preprocess((value) => value === "on" || value === true, z.boolean()),
});

/** Who tells without an e-mail, where the municipality takes that: they come back by a private link. */
export const withoutEmailSchema = personSchema.extend({ email: z.null() });

/** Who called, for whom a report is entered; every part of it may be left out. */
export const callerSchema = z.object({
  callerName: text(80).default(""),
  callerPhone: text(40).default(""),
  callerEmail: z.preprocess(
    blank,
    z
      .string()
      .trim()
      .toLowerCase()
      .max(254, say("too_long"))
      .pipe(z.email(say("invalid_email")))
      .optional(),
  ),
});

/** Who says "me too" about which report, by e-mail. */
export const joinSchema = personSchema.pick({ email: true }).extend({ reportId: z.uuid(say("not_found")) });

/** Everything a draft may hold so far; whatever is missing is asked for before it is sent. */
export const draftSchema = z.object({
  lat: z.number().optional(),
  lon: z.number().optional(),
  /** Coordinates as typed, while they can't be read. */
  latText: z.string().optional(),
  lonText: z.string().optional(),
  placeText: z.string().optional(),
  /**
   * What the photos said of the place, until the person has confirmed one: "used", the position above is a photo's;
   * "none", they don't say; "outside", not in Kosovo. The day is the camera's.
   */
  photoPlace: z
    .object({ outcome: z.enum(["used", "none", "outside"]), day: z.string().optional(), id: z.string().optional() })
    .optional(),
  /** Chosen by the person within 250 m of a border. */
  municipalityId: z.string().optional(),
  categoryId: z.string().optional(),
  title: z.string().optional(),
  details: z.string().optional(),
  /** Answers to the questions of kinds, by question id, as typed. */
  answers: z.record(z.string(), z.string()).optional(),
  /** Entered for somebody who called; counts only for who may do that. */
  phone: z.boolean().optional(),
  callerName: z.string().optional(),
  callerPhone: z.string().optional(),
  callerEmail: z.string().optional(),
  /** For which kind at which place the person said that what is near is something else. */
  nearSeen: z.string().optional(),
  email: z.string().optional(),
  /** Chosen where the municipality takes reports without an e-mail. */
  noEmail: z.boolean().optional(),
  /** When that was first chosen, in milliseconds since 1970: programs don't wait. */
  noEmailSince: z.number().optional(),
  name: z.string().optional(),
  nameShown: z.boolean().optional(),
});
export type DraftData = z.infer<typeof draftSchema>;

const reportId = z.uuid(say("not_found"));

/** A form that names a report and no more. */
export const reportSchema = z.object({ reportId });

/** What a citizen adds to a report. */
export const updateSchema = z.object({ reportId, text: text(2000).default("") });

/** Whether a fix holds. */
export const fixAnswers = ["yes", "partly", "no"] as const;
export const fixAnswerSchema = z.object({
  answer: z.enum(fixAnswers, say("invalid")),
  text: text(2000).default(""),
});
export type FixAnswer = z.infer<typeof fixAnswerSchema>;

/** Whether a problem that nobody heard of for weeks is still there. */
export const stillAnswers = ["still", "gone", "unknown"] as const;
export const stillAnswerSchema = z.object({ answer: z.enum(stillAnswers, say("invalid")) });
export type StillAnswer = z.infer<typeof stillAnswerSchema>;

/** The word of a link in an e-mail. */
export const tokenSchema = z.string().max(200).catch("");

/** The words of a report, corrected. */
export const correctSchema = problemSchema.pick({ title: true, details: true }).extend({ reportId });

export const flagReasons = ["abuse", "personal_data", "false_claim", "spam", "other"] as const;
/** "This shouldn't be here." */
export const flagSchema = z.object({
  reportId,
  eventId: z.preprocess(blank, z.uuid(say("not_found")).optional()),
  reason: z.enum(flagReasons, say("required")),
  text: text(1000).default(""),
});
export type FlagInput = z.infer<typeof flagSchema>;

/** What a moderator does with what was flagged. */
export const moderateSchema = z.object({
  reportId,
  eventId: z.preprocess(blank, z.uuid(say("not_found")).optional()),
  reason: text(1000).default(""),
  act: z.enum(["hide", "dismiss"], say("invalid")),
});

export const hideSchema = z.object({
  reportId: z.uuid(say("not_found")),
  reason: text(1000).min(1, say("required")),
});

/** Which version of which report a form was drawn from. */
export const subjectSchema = z.object({
  reportId: z.uuid(say("not_found")),
  version: z.coerce.number(say("stale")).int(),
});
export type Subject = z.infer<typeof subjectSchema>;

/** What becomes of a report that waits for a look. */
export const approveSchema = subjectSchema;
export const refuseSchema = subjectSchema.extend({ reason: text(1000).min(1, say("required")) });

export const answerSchema = subjectSchema.extend({ text: text(4000).min(1, say("answer_missing")) });
export const noteSchema = subjectSchema.extend({ text: text(4000).min(1, say("required")) });
export const assignSchema = subjectSchema.extend({
  assigneeId: z.preprocess(blank, z.uuid(say("invalid")).optional()),
});

/** A move to another status; what each one needs besides is asked by the state machine. */
export const moveSchema = subjectSchema.extend({
  to: z.enum(statuses, say("move_unlawful")),
  text: text(4000).default(""),
  plannedFor: z.preprocess(blank, z.iso.date(say("planned_missing")).optional()),
  referredTo: text(200).default(""),
  duplicateOf: text(20).default(""),
});
export type Move = z.infer<typeof moveSchema>;

/** Days back from today; absent for all time. */
export const periods = ["30", "90", "365"] as const;

const oneOrMany = <T extends z.ZodType>(item: T) =>
  z
    .preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item))
    .catch([] as never[]);

/** Past a target date, or once marked fixed and not so. */
export const onlyKinds = ["overdue", "reopened"] as const;

/** What is shown where no status is chosen: what is open and moved within six months, all that is open, or everything. */
export const scopes = ["current", "open", "all"] as const;
export type Scope = (typeof scopes)[number];

/** Orders of a list. */
export const sorts = ["newest", "affected", "waiting", "nearest"] as const;
export type Sort = (typeof sorts)[number];

const nonsense = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);
const decimals = (limit: number) => z.preprocess(blank, z.coerce.number().min(-limit).max(limit).optional());

/** What a view of public reports is filtered by; stands in the address bar, and a value that makes no sense is left out. */
export const filterSchema = z.object({
  municipality: nonsense(z.string().regex(/^[a-z]{2,30}$/)),
  category: nonsense(z.string().regex(/^[a-z-]{2,40}$/)),
  status: oneOrMany(
    z.enum(publicStatuses as [string, ...string[]]).transform((value) => value as (typeof publicStatuses)[number]),
  ),
  period: nonsense(z.enum(periods)),
  only: nonsense(z.enum(onlyKinds)),
  /** Words looked for, as typed. */
  q: z.preprocess(
    (value) => (Array.isArray(value) ? value[0] : value),
    nonsense(
      z.preprocess((value) => (typeof value === "string" ? blank(value.trim().slice(0, 100)) : value), z.string()),
    ),
  ),
  /** An address without it means what is current; a filter made by the program without it means everything. */
  show: z.enum(scopes).catch("current").optional(),
});
export type ReportFilter = z.infer<typeof filterSchema>;

/** How a list is ordered; a position in WGS84 degrees belongs to "nearest". */
export const orderSchema = z
  .object({
    sort: z.enum(sorts).catch("newest"),
    lat: decimals(85).catch(undefined),
    lon: decimals(180).catch(undefined),
  })
  .transform(({ sort, lat, lon }): Order => {
    if (sort !== "nearest") return { sort };
    return lat === undefined || lon === undefined ? { sort: "newest" } : { sort, at: { lat, lon } };
  });
export type Order = { sort: Exclude<Sort, "nearest"> } | { sort: "nearest"; at: { lat: number; lon: number } };

/** The parameters of an address as Next's pages get them. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The filter that stands in an address. */
export function readFilter(params: URLSearchParams | SearchParams): ReportFilter {
  const given =
    params instanceof URLSearchParams ? { ...Object.fromEntries(params), status: params.getAll("status") } : params;
  return filterSchema.parse({ show: "current", ...given });
}

/** What a filter shows: who chooses a status, or what is overdue or reopened, sees all that has it. */
export function scopeOf({ show, status, only }: Pick<ReportFilter, "show" | "status" | "only">): Scope {
  return status.length > 0 || only ? "all" : (show ?? "all");
}

/** A filter as it stands in an address, without question mark; always in the same order, so that caches know it again. */
export function filterQuery(filter: ReportFilter): string {
  const { municipality, category, status, period, only, q } = filter;
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (municipality) query.set("municipality", municipality);
  if (category) query.set("category", category);
  for (const one of publicStatuses) if (status.includes(one)) query.append("status", one);
  if (period) query.set("period", period);
  if (only) query.set("only", only);
  const show = filter.show ?? "all";
  if (show !== "current" && status.length === 0 && !only) query.set("show", show);
  return query.toString();
}

/** A filter and an order as they stand in an address, without question mark. */
export function viewQuery(filter: ReportFilter, order: Order): string {
  const query = new URLSearchParams(filterQuery(filter));
  if (order.sort !== "newest") query.set("sort", order.sort);
  if (order.sort === "nearest") {
    query.set("lat", order.at.lat.toFixed(5));
    query.set("lon", order.at.lon.toFixed(5));
  }
  return query.toString();
}

/** Views of the desk. */
export const deskViews = ["new", "mine", "overdue", "open", "closed", "all"] as const;
export type DeskView = (typeof deskViews)[number];

const slug = (max: number) =>
  z
    .string()
    .regex(/^[a-z-]+$/)
    .max(max)
    .optional()
    .catch(undefined);

/** What stands in the address of a desk; a value that makes no sense is left out. */
export const deskQuerySchema = z.object({
  m: slug(30),
  view: z.enum(deskViews).catch("new"),
  category: slug(40),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** What stands in the address of a report at the desk: the view one came from, and what has just been done. */
export const deskReportQuerySchema = z.object({
  from: z.enum(deskViews).catch("new"),
  done: z.enum(["told", "noted", "assigned"]).optional().catch(undefined),
  problem: z.enum(errorCodes).optional().catch(undefined),
  v: z.coerce.number().int().min(0).catch(0),
});
export type DeskReportQuery = z.infer<typeof deskReportQuerySchema>;
