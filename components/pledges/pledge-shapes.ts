import type { PledgeStatus } from "@/lib/pledges/status";

/** Shape of each status in a box of 16 × 16, filled even-odd. No two are alike without their colour. */
export const pledgeShapes: Record<PledgeStatus, string> = {
  fulfilled: "m6 13.800-5-5L3.200 6.600 6 9.400l6.800-7L15 4.600Z",
  partially_fulfilled: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2v10A5 5 0 0 1 8 3Z",
  initiated: "M8 1 15.500 14.500H.5Z",
  not_started: "M2 6.500h12v3H2Z",
  broken:
    "M3.600 1.400 8 5.800l4.400-4.400 2.200 2.200L10.200 8l4.400 4.400-2.200 2.200L8 10.200l-4.400 4.400-2.200-2.200L5.800 8 1.400 3.600Z",
  unrated: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 2.200a4.800 4.800 0 1 0 0 9.600 4.800 4.800 0 0 0 0-9.600Z",
};
