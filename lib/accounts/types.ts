/** The shapes of this subject's data that components draw. */
export type { DemoAccount, GrantRow } from "./queries";
