import type { Order, Sort } from "./schema";

/** Where a page of a list begins: behind (or, going back, before) this report; in the order "nearest", at this number. */
export type Cursor = {
  sort: Sort;
  back: boolean;
  /** Milliseconds, "me too"s or how many are nearer, as the order has it. */
  key: number;
  /** The report's; empty in the order "nearest". */
  id: string;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const letterOf: Record<Sort, string> = { newest: "n", affected: "a", waiting: "w", nearest: "d" };

/** A cursor as it stands in an address: nothing to be read or made up by hand. */
export const writeCursor = ({ sort, back, key, id }: Cursor): string =>
  Buffer.from(`${letterOf[sort]}${back ? "-" : "+"}${key}_${id}`).toString("base64url");

/** The cursor of an address; undefined, which is the first page, for anything else or another order's. */
export function readCursor(text: string | undefined, order: Order): Cursor | undefined {
  if (!text) return undefined;
  // As it was written until November 2026: the newest first, only forward.
  const plain = /^\d{1,14}_/.test(text) ? `n+${text}` : Buffer.from(text, "base64url").toString();
  const match = /^([nawd])([+-])(\d{1,14})_(.*)$/.exec(plain);
  const [, letter, way, key, id = ""] = match ?? [];
  if (letter !== letterOf[order.sort] || !(letter === "d" ? id === "" : UUID.test(id))) return undefined;
  return { sort: order.sort, back: way === "-", key: Number(key), id };
}
