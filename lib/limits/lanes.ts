import { Refusal } from "../errors";

/**
 * Lets only so much work of a kind go on at once in this process; the rest waits its turn.
 * @param atOnce how many run
 * @param waiting how many may wait
 * @returns what runs a piece of work in its turn, and throws Refusal "too_many" where too many wait already
 */
export function lanes(atOnce: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new Refusal("too_many");
      // Whoever finishes hands its place on: nobody who comes in between takes it.
      await new Promise<void>((go) => queue.push(go));
    } else running++;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}
