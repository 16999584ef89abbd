import "server-only";
import { config } from "../config";
import type { Tx } from "../db/client";
import type { Texts } from "../i18n/texts";
import { type Followed, nameOf } from "./describe";
import type { FollowKey } from "./schema";
import { type Stop, stopToken } from "./tokens";

/** Whether one of the follows is of the report itself, not of its area. */
export const ofReport = (causes: FollowKey[]): boolean => causes.some((key) => key.startsWith("report:"));

/** How a letter's reader gets no more like it: by a page, and by a bare POST from their mail program. */
export function stopLink({ t, locale }: Texts, stop: Stop) {
  const query = new URLSearchParams({ token: stopToken(stop) });
  return {
    label: t("digest" in stop ? "follows.mail.stop_digest" : "follows.mail.stop"),
    url: `${config().BASE_URL}/${locale}/follows/stop?${query}`,
    post: `${config().BASE_URL}/api/unsubscribe?${query}&locale=${locale}`,
  };
}

const names = { nameSq: true, nameSr: true, nameEn: true } as const;
/** What is read of a follow to call it by its name. */
export const namedArea = {
  id: true,
  kind: true,
  radius: true,
  municipality: { select: names },
  category: { select: names },
  place: { select: { nameSq: true, nameSr: true, municipality: { select: names } } },
} as const;

/** The names of the follows that caused letters, read once for all of them. */
export async function followNames(tx: Tx, readers: { causes: FollowKey[] }[]) {
  const ids = readers.flatMap(({ causes }) =>
    causes.filter((key) => key.startsWith("area:")).map((key) => key.slice("area:".length)),
  );
  const rows = ids.length === 0 ? [] : await tx.areaFollow.findMany({ where: { id: { in: ids } }, select: namedArea });
  const areas = new Map<string, Followed>(rows.map((row) => [`area:${row.id}`, row]));
  const inWords = (words: Texts, causes: FollowKey[]): string[] => [
    ...new Set(
      causes.flatMap((key) => {
        const followed = areas.get(key);
        return followed ? [nameOf(words, followed)] : [];
      }),
    ),
  ];
  return {
    /** Each area in words; what has been ended since is left out. */
    inWords,
    /** Why somebody got a letter, with the follows that caused it. */
    reason: (words: Texts, causes: FollowKey[]): string => {
      const list = [...(ofReport(causes) ? [words.t("follows.name.this_report")] : []), ...inWords(words, causes)];
      return words.t("follows.mail.reason", { list: list.join("; ") });
    },
  };
}
