import { FollowButton } from "@/components/follows/follow-button";
import { FollowWays } from "@/components/follows/follow-ways";
import { currentActor } from "@/lib/accounts/session";
import { nameOf } from "@/lib/follows/describe";
import { findOwnFollow, findTarget } from "@/lib/follows/queries";
import type { Target } from "@/lib/follows/schema";
import type { Texts } from "@/lib/i18n/texts";
import { filterQuery, type ReportFilter } from "@/lib/reports/schema";

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

/** What a list is filtered to: a kind of problem, a municipality, or a kind in a municipality. */
function targetOf({ category, municipality }: ReportFilter): Target | undefined {
  if (category) return { kind: "category", category, municipality };
  return municipality ? { kind: "municipality", municipality } : undefined;
}

/** The ways to follow beneath a list: what it is filtered to, its feed, and what no list shows. */
export function FollowList({ words, filter }: { words: Texts; filter: ReportFilter }) {
  const target = targetOf(filter);
  const query = filterQuery(filter);
  const feed = `/feeds/${words.locale}/reports.atom${query && `?${query}`}`;
  return (
    <section aria-labelledby="follow" className="space-y-2">
      <h2 id="follow" className="text-lg">
        {words.t("follows.here.title")}
      </h2>
      {target && <FollowHere words={words} target={target} />}
      <FollowWays words={words} feed={target ? undefined : feed} />
    </section>
  );
}
