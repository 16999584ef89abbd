import { expect, test } from "vitest";
import { lanes } from "@/lib/limits/lanes";

test("only so many at once, in their order, and no more wait than may", async () => {
  const inTurn = lanes(2, 3);
  let running = 0;
  let most = 0;
  const ended: number[] = [];
  const work = (n: number) =>
    inTurn(async () => {
      most = Math.max(most, ++running);
      await new Promise((go) => setTimeout(go, 5));
      running--;
      ended.push(n);
      if (n === 1) throw new Error("broke");
      return n;
    });
  const all = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(work));
  expect(all.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
    "rejected",
    "rejected",
  ]);
  expect(all[5]).toMatchObject({ reason: { code: "too_many" } });
  expect(most).toBe(2);
  expect(ended).toEqual([0, 1, 2, 3, 4]);
  // Work that broke gave its place back.
  expect(await work(7)).toBe(7);
});
