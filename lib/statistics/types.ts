/** Shapes that components draw. */

export type { FixFeedback } from "./feedback";
export type { Figures } from "./queries";
