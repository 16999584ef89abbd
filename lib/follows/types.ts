/** Shapes that components draw. */
export type { Followed } from "./describe";
export type { OwnFollow } from "./queries";
