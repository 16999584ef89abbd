import type { Status } from "@/lib/reports/status";

const diamond = "M8 .5 15.500 8 8 15.500 .5 8Z";
const halfDisc = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2v10A5 5 0 0 1 8 3Z";
const square = "M1.500 1.500h13v13h-13Zm2 2v9h9v-9Zm2 2h5v5h-5Z";
const triangle = "M8 1 15.500 14.500H.5Z";
const arrow = "M1 6.500h7V2l7 6-7 6V9.500H1Z";
const check = "m6 13.800-5-5L3.200 6.600 6 9.400l6.800-7L15 4.600Z";
const bar = "M2 6.500h12v3H2Z";
const double = "M1 1h9v9H1Zm5 11h6V6h3v9H6Z";
const ring = "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9Z";

/** Shape of each status in a box of 16 × 16, filled even-odd: the map and the pages draw the same ones. */
export const statusShapes: Record<Status, string> = {
  unconfirmed: ring,
  expired: ring,
  open: diamond,
  acknowledged: halfDisc,
  planned: square,
  in_progress: triangle,
  referred: arrow,
  fixed: check,
  rejected: bar,
  duplicate: double,
};
