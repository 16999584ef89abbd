import { randomInt } from "node:crypto";

/** No vowels, no letters or digits that look or sound alike: nothing to misread, nothing to misspell, no words by chance. */
const LETTERS = "BCDFGHJKMNPRSTVXZ";
const DIGITS = "23456789";

/**
 * A new public reference such as "KTR-4829": three letters, four digits, said over a telephone without spelling.
 * 17³ × 8⁴ ≈ 20 million, drawn from a cryptographic source: not to be guessed or counted. The database refuses one that is taken.
 * @param below draws a whole number from 0 to n − 1; another than the cryptographic source only where nothing is to be guessed: in demonstration data
 */
export function newRef(below: (n: number) => number = randomInt): string {
  const pick = (from: string, n: number) => Array.from({ length: n }, () => from[below(from.length)]).join("");
  return `${pick(LETTERS, 3)}-${pick(DIGITS, 4)}`;
}

/** The reference a person meant: lower case, a missing hyphen and spaces are forgiven. Undefined when it can't be one. */
export function parseRef(text: string): string | undefined {
  const match = /^\s*([a-z]{3})[\s\p{Pd}._/#]*(\d{4})\s*$/iu.exec(text);
  return match ? `${match[1]?.toUpperCase()}-${match[2]}` : undefined;
}
