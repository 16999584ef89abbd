import { FollowButton } from "@/components/follows/follow-button";
import { currentActor } from "@/lib/accounts/session";
import { nameOf } from "@/lib/follows/describe";
import { findOwnFollow, findTarget } from "@/lib/follows/queries";
import type { Target } from "@/lib/follows/schema";
import type { Texts } from "@/lib/i18n/texts";
import type { ReportFilter } from "@/lib/reports/schema";

/** The way to follow what a page shows: a municipality, a kind of problem, an area. Nothing where it can't be followed. */
export async function FollowHere({ words, target }: { words: Texts; target: Target }) {
  const actor = await currentActor();
  const found = await findTarget(target);
  if (!found) return null;
  const own = await findOwnFollow(actor, target);
  return (
    <FollowButton words={words} target={target} name={nameOf(words, found.followed)} cadence={own?.cadence ?? null} />
  );
}

/** The way to follow what a list is filtered to: a kind of problem, a municipality, or a kind in a municipality. */
export function FollowFilter({ words, filter: { category, municipality } }: { words: Texts; filter: ReportFilter }) {
  if (category) return <FollowHere words={words} target={{ kind: "category", category, municipality }} />;
  if (municipality) return <FollowHere words={words} target={{ kind: "municipality", municipality }} />;
  return null;
}
