/** What many runs of something took, in milliseconds. */
export type Took = { median: number; p99: number };

const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Runs something so many times, one after the other, after a tenth as many to warm up; `i` lets each ask for something else. */
export async function measure(runs: number, run: (i: number) => Promise<unknown>): Promise<Took> {
  for (let i = 0; i < runs / 10; i++) await run(i);
  const took: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await run(i);
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  return { median: at(took, 0.5), p99: at(took, 0.99) };
}

/** Runs something with so many at once. @returns how many a second */
export async function perSecond(atOnce: number, runs: number, run: (i: number) => Promise<unknown>): Promise<number> {
  await Promise.all(Array.from({ length: atOnce }, (_, i) => run(i)));
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < runs) await run(next++);
    }),
  );
  return runs / ((performance.now() - started) / 1000);
}

export const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

/** A line of a table in Markdown. */
export const line = (...cells: (string | number)[]): string => `| ${cells.join(" | ")} |`;
