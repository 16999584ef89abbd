/** Shapes that components draw. */
export type { DeskEvent, DeskReport, DeskRow, Neighbour } from "./desk-queries";
export type { Due } from "./due";
export type { NearbyReport } from "./nearby";
export type { Page, PublicReport, ReportCard, StoryEntry } from "./queries";
