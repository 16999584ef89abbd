import type { Words } from "./types";

type Row<Name extends string> = Record<`${Name}${"Sq" | "Sr" | "En"}`, string>;

/** Gathers the three columns of a text. */
export const wordsOf = <Name extends string>(row: Row<Name>, name: Name): Words => ({
  sq: row[`${name}Sq`],
  sr: row[`${name}Sr`],
  en: row[`${name}En`],
});
