import { fold } from "../geo/fold";

/** A kind of problem and the words it is known by, folded; made by `wordsOf`. */
export type Kind = { slug: string; words: string[] };

/** The words of names and synonyms, folded, each once. */
export const wordsOf = (...texts: string[]): string[] => [
  ...new Set(
    fold(texts.join(" "))
      .split(" ")
      .filter((word) => word.length > 2),
  ),
];

/** Letters to change, add, drop or swap with their neighbour to make one word of the other; gives up beyond `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}

/** Letters two words begin with in common. */
function shared(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

/** How alike a typed word and a known one are, 0 to 1: the same, its beginning, another ending, a slip of the finger. */
function likeness(typed: string, known: string): number {
  if (typed === known) return 1;
  if (typed.length >= 3 && known.startsWith(typed)) return 0.9;
  const stem = shared(typed, known);
  // Albanian and Serbian decline: "rruga", "rrugës"; "rupa", "rupe".
  if (stem >= 3 && stem >= Math.min(typed.length, known.length) - 1 && Math.abs(typed.length - known.length) <= 3)
    return 0.85;
  const most = typed.length >= 7 ? 2 : typed.length >= 4 ? 1 : 0;
  const slips = most > 0 ? distance(typed, known, most) : 1;
  if (slips > most) return 0;
  return 0.8 - 0.1 * slips;
}

/**
 * The kinds that what was typed may mean, the likeliest first; wrong letters and missing accents are forgiven.
 * A word that fits many kinds says less than one that fits one.
 */
export function rankKinds(typed: string, kinds: Kind[]): string[] {
  const score = new Map<string, number>();
  for (const word of wordsOf(typed).slice(0, 20)) {
    const found = kinds.flatMap(({ slug, words }) => {
      const best = words.reduce((most, known) => Math.max(most, likeness(word, known)), 0);
      return best > 0 ? [{ slug, best }] : [];
    });
    for (const { slug, best } of found) score.set(slug, (score.get(slug) ?? 0) + best ** 2 / found.length);
  }
  return [...score].sort((a, b) => b[1] - a[1]).map(([slug]) => slug);
}
