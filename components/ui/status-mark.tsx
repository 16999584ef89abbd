import type { Texts } from "@/lib/i18n/texts";
import type { Status } from "@/lib/reports/status";
import { Shape } from "./shape";
import { statusShapes } from "./status-shapes";

/** Colour class of each status; always beside a shape and a word. */
export const statusColour: Record<Status, string> = {
  unconfirmed: "text-st-closed",
  expired: "text-st-closed",
  open: "text-st-open",
  acknowledged: "text-st-acknowledged",
  planned: "text-st-planned",
  in_progress: "text-st-in-progress",
  referred: "text-st-in-progress",
  fixed: "text-st-fixed",
  rejected: "text-st-closed",
  duplicate: "text-st-closed",
};

/** A status as shape and word. */
export function StatusMark({ status, t }: { status: Status; t: Texts["t"] }) {
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold ${statusColour[status]}`}>
      <Shape path={statusShapes[status]} className="shrink-0" />
      {t(`reports.status.${status}`)}
    </span>
  );
}
