/** Shapes that components draw. */
export type { Answer } from "./answers";
export type { Effect } from "./clock-effect";
export type { DeskEvent, DeskReport, DeskRow, Neighbour } from "./desk-queries";
export type { Due } from "./due";
export type { FlaggedThing } from "./flag-queries";
export type { OwnWaiting, ToLookAt, UnseenReport } from "./look-queries";
export type { NearbyReport } from "./nearby";
export type { PreviewReport } from "./preview-queries";
export type { Page, PublicReport, ReportCard } from "./queries";
export type { AskedQuestion } from "./question-queries";
export type { StoryEntry } from "./story";

/** The pages of filing a report, in their order; the address of each is /report/NAME, of the first /report. */
export const steps = ["photo", "where", "problem", "you", "check"] as const;
export type Step = (typeof steps)[number];

/** Path of a step under a language's. */
export const stepPath = (step: Step | "near" | "sent"): string => (step === "photo" ? "/report" : `/report/${step}`);
