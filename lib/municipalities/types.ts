/** Shapes that components draw; types alone, nothing of the database comes with them. */
export type { HolidayRow } from "./holiday-queries";
export type { CategorySummary } from "./queries";
export type { Institution, Question } from "./questions";
