import type { Prisma } from "../../lib/db/generated/client";
import { addWorkdays, isWorkday } from "../../lib/municipalities/workdays";
import { isClosed, isLawful, type Mover, type Status } from "../../lib/reports/status";
import { chance } from "./chance";
import type { DemoRow } from "./rows/row";
import { fixedWords, notes, referredTo, words } from "./words";

export type DemoEvent = Omit<Prisma.ReportEventCreateManyInput, "reportId" | "actorId"> & {
  at: Date;
  /** Who did it; undefined for nobody in particular. */
  by?: "reporter" | "official" | "manager";
};

/** What the story leaves behind in the report's own row. */
export type Standing = Pick<
  Prisma.ReportCreateManyInput,
  | "status"
  | "statusAt"
  | "confirmedAt"
  | "closedAt"
  | "firstResponseAt"
  | "plannedFor"
  | "referredTo"
  | "reopenedCount"
  | "version"
> & { createdAt: Date; assigned: boolean };

type Options = { text?: string; data?: { plannedFor?: string; referredTo?: string; duplicateOf?: string } };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The story of an invented report, told by the rules that real ones follow (lib/reports/record.ts, lib/reports/status.ts).
 * @param now nothing happens after it
 * @param original the report that this one repeats
 */
export function live(row: DemoRow, now: Date, original?: { ref: string; createdAt: Date }) {
  const story = new Story(row, now, original?.createdAt);
  story.submit();
  const say = words[row.language ?? "sq"];
  const fixed = { text: fixedWords[row.language ?? "sq"][row.category] ?? fixedWords[row.language ?? "sq"].other };
  const answer = (days: number) => story.move("acknowledged", days, { text: story.pick(say.acknowledged) });
  const work = (days: number) => story.move("in_progress", days, { text: story.pick(say.working) });
  const plan = (days: number, on: Date) =>
    story.move("planned", days, { text: story.pick(say.planned), data: { plannedFor: on.toISOString().slice(0, 10) } });
  const first = 1 + story.draw(4);

  switch (row.life) {
    case "new":
      break;
    case "answered":
      story.event({ kind: "answer", text: story.pick(say.answer) }, first);
      break;
    case "acknowledged":
      answer(first);
      break;
    case "planned":
      answer(first);
      story.note(2);
      plan(3, addWorkdays(now, 5 + story.draw(20)));
      break;
    case "missed":
      answer(first);
      plan(4, addWorkdays(story.created, 18));
      break;
    case "working":
      answer(first);
      story.note(2);
      work(6 + story.draw(6));
      break;
    case "gone":
      answer(first);
      story.move("fixed", 9, { text: story.pick(say.gone) }, "reporter");
      break;
    case "referred": {
      const to = referredTo[row.language ?? "sq"];
      story.move("referred", first, {
        text: story.pick(say.referred),
        data: { referredTo: to[row.category] ?? to.other },
      });
      break;
    }
    case "rejected":
      answer(first);
      story.move("rejected", 7, { text: say.rejected[row.category === "noise" ? say.rejected.length - 1 : 0] ?? "" });
      break;
    case "duplicate":
      story.move("duplicate", 1, { text: story.pick(say.duplicate), data: { duplicateOf: original?.ref ?? "" } });
      break;
    default:
      answer(first);
      if (story.draw(2)) plan(3, addWorkdays(story.created, 12));
      if (story.draw(3)) work(8 + story.draw(4));
      story.move("fixed", 5 + story.draw(14), fixed);
      if (row.life === "fixed") break;
      story.move("open", 8, { text: story.pick(say.reopened) }, "reporter");
      if (row.life === "reopened") break;
      answer(2);
      story.move("fixed", 6, { text: story.pick(say.refixed) });
  }
  return { events: story.events, standing: story.standing };
}

class Story {
  readonly events: DemoEvent[] = [];
  readonly created: Date;
  readonly draw: (below: number) => number;
  readonly standing: Standing;
  private at: Date;

  constructor(
    row: DemoRow,
    private readonly now: Date,
    notBefore?: Date,
  ) {
    this.draw = chance(row.title);
    const day = new Date(Math.floor(now.getTime() / DAY - row.age) * DAY);
    const typed = day.getTime() + (6 * 60 + this.draw(13 * 60)) * MINUTE;
    this.created = new Date(Math.max(typed, notBefore ? notBefore.getTime() + 95 * MINUTE : 0));
    this.at = this.created;
    this.standing = {
      createdAt: this.created,
      status: "unconfirmed",
      reopenedCount: 0,
      version: 1,
      assigned: false,
    };
  }

  pick = (list: string[]): string => list[this.draw(list.length)] ?? "";

  submit(): void {
    this.events.push({
      kind: "submitted",
      at: this.created,
      actorKind: "citizen",
      isPublic: false,
      statusTo: "unconfirmed",
    });
    this.at = new Date(this.created.getTime() + (1 + this.draw(9)) * MINUTE);
    this.standing.confirmedAt = this.at;
    this.apply("open", {}, "reporter");
  }

  /** An official's act without a change of status, so many working days after the last thing that happened. */
  event(what: { kind: "answer" | "note"; text: string }, days: number): void {
    this.advance(days);
    this.events.push({
      ...what,
      at: this.at,
      actorKind: "municipality",
      isPublic: what.kind === "answer",
      by: "official",
    });
    this.standing.version = (this.standing.version ?? 1) + 1;
    if (what.kind === "answer") this.standing.firstResponseAt ??= this.at;
  }

  /** The manager gives it to the official, who notes what they found. */
  note(days: number): void {
    this.advance(days);
    this.events.push({ kind: "assigned", at: this.at, actorKind: "municipality", isPublic: false, by: "manager" });
    this.standing.version = (this.standing.version ?? 1) + 1;
    this.standing.assigned = true;
    this.event({ kind: "note", text: this.pick(notes) }, 0);
  }

  move(to: Status, days: number, options: Options, mover: Mover = "municipality"): void {
    if (!isLawful(this.standing.status, to, mover)) throw new Error(`${this.standing.status} → ${to} is unlawful`);
    this.advance(days);
    this.apply(to, options, mover);
    if (to === "open") this.standing.reopenedCount = (this.standing.reopenedCount ?? 0) + 1;
  }

  private apply(to: Status, { text, data }: Options, mover: Mover): void {
    const own = mover === "municipality";
    this.events.push({
      kind: "status",
      at: this.at,
      actorKind: own ? "municipality" : "citizen",
      by: own ? "official" : "reporter",
      isPublic: true,
      statusFrom: this.standing.status,
      statusTo: to,
      ...(text && { text }),
      ...(data && { data }),
    });
    Object.assign(this.standing, {
      status: to,
      statusAt: this.at,
      closedAt: isClosed(to) ? this.at : null,
      plannedFor: data?.plannedFor ? new Date(data.plannedFor) : null,
      referredTo: data?.referredTo ?? null,
      version: (this.standing.version ?? 1) + 1,
      ...(own && { assigned: true, firstResponseAt: this.standing.firstResponseAt ?? this.at }),
    });
  }

  /** Office hours of the working day so many later; never before what happened last, never in the future. */
  private advance(days: number): void {
    const day = addWorkdays(this.at, days);
    while (!isWorkday(day)) day.setUTCDate(day.getUTCDate() + 1);
    const meant = day.setUTCHours(7 + this.draw(8), this.draw(60), this.draw(60), 0);
    const latest = this.now.getTime() - 5 * MINUTE;
    const earliest = this.at.getTime() + 4 * MINUTE;
    this.at = new Date(Math.max(earliest, Math.min(meant, latest)));
  }
}
