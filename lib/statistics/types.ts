/** Shapes that components draw. */

export type { FixFeedback } from "./feedback";
export type { PeriodFigures } from "./periods";
export type { Figures } from "./queries";
export type { Kept, KeptPeriods } from "./targets";
