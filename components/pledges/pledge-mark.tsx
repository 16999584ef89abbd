import { Shape } from "@/components/ui/shape";
import type { Texts } from "@/lib/i18n/texts";
import type { PledgeStatus } from "@/lib/pledges/status";
import { pledgeShapes } from "./pledge-shapes";

/** Colour of the words of each status. */
const inkOf: Record<PledgeStatus, string> = {
  fulfilled: "text-st-fixed",
  partially_fulfilled: "text-st-partial",
  initiated: "text-st-in-progress",
  not_started: "text-st-closed",
  broken: "text-st-broken",
  unrated: "text-st-closed",
};

/** A tile is filled where something happened, and an outline where nothing did: the board reads from afar, without colour too. */
const tileOf: Record<PledgeStatus, string> = {
  fulfilled: "bg-st-fixed text-card",
  partially_fulfilled: "bg-st-partial text-card",
  initiated: "bg-st-in-progress text-card",
  not_started: "border-2 border-st-closed text-st-closed",
  broken: "bg-st-broken text-card",
  unrated: "border-2 border-dotted border-st-closed text-st-closed",
};

const sizes = {
  sm: { tile: "size-6", shape: 12 },
  md: { tile: "size-9", shape: 18 },
  lg: { tile: "size-12", shape: 24 },
};

/** The drawing alone, for where the word stands beside it. */
export function PledgeTile({ status, size = "md" }: { status: PledgeStatus; size?: keyof typeof sizes }) {
  const { tile, shape } = sizes[size];
  return (
    <span className={`inline-grid shrink-0 place-items-center rounded-md ${tile} ${tileOf[status]}`}>
      <Shape path={pledgeShapes[status]} size={shape} />
    </span>
  );
}

/** A status as drawing and word. */
export function PledgeMark({
  status,
  t,
  size = "sm",
}: {
  status: PledgeStatus;
  t: Texts["t"];
  size?: keyof typeof sizes;
}) {
  return (
    <span className={`inline-flex items-center gap-2 font-semibold ${inkOf[status]}`}>
      <PledgeTile status={status} size={size} />
      {t(`pledges.status.${status}`)}
    </span>
  );
}

/** A slot of a mandate whose commitments aren't written: an empty frame, not a rating. */
export function EmptySlot() {
  return <span aria-hidden="true" className="inline-block size-9 rounded-md border-2 border-dashed border-muted/60" />;
}
