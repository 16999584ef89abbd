import type { Readable } from "node:stream";
import { parse } from "csv-parse/sync";

/** A file that can't be read as a whole; the message is a sentence for the person who imports. */
export class ImportFileError extends Error {
  override name = "ImportFileError";
}

/** A record with the number of its first line; without the record where the line is broken. */
export type CsvRead<Column extends string> = { line: number; record: Record<Column, string> | undefined };

/** A text within quotes may go over so many lines; a quote that isn't closed by then was never meant. */
const MOST_LINES = 60;
const MOST_CHARACTERS = 1_000_000;

/** Physical lines of a stream with their numbers. Bytes that are no UTF-8 become U+FFFD. */
async function* readLines(input: Readable): AsyncGenerator<{ line: number; text: string }> {
  input.setEncoding("utf8");
  let rest = "";
  let line = 0;
  for await (const chunk of input) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MOST_CHARACTERS)
      throw new ImportFileError(`Line ${line + lines.length + 1} has no end: is this a CSV file?`);
    for (const text of lines) yield { line: ++line, text: text.replace(/\r$/, "") };
  }
  if (rest !== "") yield { line: ++line, text: rest };
}

const isBalanced = (text: string): boolean => (text.split('"').length - 1) % 2 === 0;

function fieldsOf(text: string): string[] | undefined {
  try {
    const [fields, more] = parse(text) as string[][];
    return more ? undefined : fields;
  } catch {
    return undefined;
  }
}

/**
 * Records of a CSV file (RFC 4180, comma, UTF-8 with or without a mark, first line the column names), one at a time.
 * A broken line costs itself and none after it: what follows an opened quote is read again from the next line.
 * @param columns names that must be there; others are left out
 * @throws ImportFileError when a column is missing
 */
export async function* readCsv<Column extends string>(
  input: Readable,
  columns: readonly Column[],
): AsyncGenerator<CsvRead<Column>> {
  let names: string[] | undefined;
  let pending: { line: number; text: string }[] = [];

  /** Takes what can be taken from the lines at hand. @param final no more will come */
  function* take(final: boolean): Generator<CsvRead<Column>> {
    for (;;) {
      const [first] = pending;
      if (!first) return;
      let text = first.text;
      let count = 1;
      while (!isBalanced(text) && count < Math.min(pending.length, MOST_LINES)) text += `\n${pending[count++]?.text}`;
      if (!isBalanced(text) && count < MOST_LINES && !final) return;
      const fields = isBalanced(text) && text !== "" ? fieldsOf(text) : undefined;
      const good = fields !== undefined && fields.length === names?.length;
      pending = pending.slice(good ? count : 1);
      if (text === "") continue;
      yield { line: first.line, record: good ? pick(names ?? [], fields, columns) : undefined };
    }
  }

  for await (const next of readLines(input)) {
    if (!names) {
      names = fieldsOf(next.text.replace(/^\uFEFF/, "")) ?? [];
      const missing = columns.filter((name) => !names?.includes(name));
      if (missing.length > 0) throw new ImportFileError(`The file lacks the columns ${missing.join(", ")}.`);
      continue;
    }
    pending.push(next);
    yield* take(false);
  }
  if (!names) throw new ImportFileError("The file is empty.");
  yield* take(true);
}

function pick<Column extends string>(names: string[], fields: string[], columns: readonly Column[]) {
  return Object.fromEntries(columns.map((name) => [name, fields[names.indexOf(name)] ?? ""])) as Record<Column, string>;
}
