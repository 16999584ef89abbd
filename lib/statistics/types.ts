/** Shapes that components draw. */
export type { Figures } from "./queries";
