/** Shapes that components draw. */
export type { Page, PublicReport, ReportCard, StoryEntry } from "./queries";
