import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const lib = join(import.meta.dirname, "../../lib");

/** Files in which things are made to happen. */
const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((path) =>
  /^[^/]+\/(([a-z]+-)?commands|drafts)\.ts$/.test(path),
);

type Found = { file: string; name: string; first: string; writes: boolean };

/** Exported functions, as they stand in the source: the first parameter, and whether the function changes anything. */
function exported(file: string): Found[] {
  const source = readFileSync(join(lib, file), "utf8");
  const heads = source.matchAll(/^export (?:async )?(?:function (\w+)|const (\w+)[^=\n]*= (?:async )?)\(?/gm);
  return [...heads].map((head) => {
    const rest = source.slice(head.index + head[0].length);
    const text = rest.slice(0, rest.search(/\n(?=export |\/\*\*|function |async function |const |type )/));
    return {
      file,
      name: head[1] ?? head[2] ?? "",
      first: /^\(?\s*(\w+\??: \w+)/.exec(text)?.[1] ?? "",
      writes:
        /Promise<Result/.test(text) ||
        /(tx|db\(\))\.\w+\.(create|update|upsert|delete)|\$executeRaw|\brecord\(|\benqueue\(/.test(text),
    };
  });
}

describe("who does it is said first", () => {
  const commands = files.flatMap(exported).filter(({ writes }) => writes);

  test("there are commands to look at", () => {
    expect(files).toContain("reports/desk-commands.ts");
    const names = commands.map(({ name }) => name);
    for (const name of ["moveReport", "submitReport", "grantRole", "saveDraft", "followReport"])
      expect(names).toContain(name);
  });

  test.each(commands.map(({ file, name, first }) => [`${file}: ${name}`, first]))("%s takes an actor", (_, first) => {
    expect(first).toMatch(/^_?actor: (Actor|PersonActor)$/);
  });
});
