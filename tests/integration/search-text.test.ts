import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { searchPieces, searchText } from "@/lib/reports/search-text";

const ofDatabase = async (texts: string[]): Promise<string[]> => {
  const rows = await db().$queryRaw<{ text: string }[]>`
    select search_text(raw) as text from unnest(${texts}::text[]) with ordinality as given(raw, i) order by i`;
  return rows.map(({ text }) => text);
};

test("the database folds a text as the program does, whatever is in it", async () => {
  const spelling = fc.array(fc.constantFrom(..."šŠđĐćčžŽëËçÇшЏЉљЖqQxXhHsSzZgGjJdDıİłØß 0-'.\u0301".split("")), {
    maxLength: 30,
  });
  // What can't be kept as text: half characters and NUL.
  const anything = fc
    .string({ unit: "binary", maxLength: 60 })
    .filter((text) => !/\p{Surrogate}/u.test(text) && !text.includes("\0"));
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          anything,
          spelling.map((all) => all.join("")),
        ),
        { minLength: 200, maxLength: 200 },
      ),
      async (texts) => {
        expect(await ofDatabase(texts)).toEqual(texts.map(searchText));
      },
    ),
    { numRuns: 20 },
  );
});

/** Whether a query finds a text. */
const finds = async (query: string, text: string): Promise<boolean> => {
  const [folded = ""] = await ofDatabase([text]);
  return searchPieces(query).every((pieces) => pieces.some((piece) => folded.includes(piece)));
};

test.each([
  ["prishtina", "Rruga në Prishtinë e Priština"],
  ["Prishtina", "Ulica u Prištini, Priština"],
  ["PRIŠTIN", "Rrugë e Prishtinës"],
  ["Gjakov", "Put za Đakovicu"],
  ["djakovic", "Put za Đakovicu"],
  ["đakovic", "Rruga per Gjakovice"],
  ["приштин", "Rrugë e Prishtinës"],
  ["mag", "Gropë në rrugën magjistrale"],
  ["ndricim", "Ndriçimi publik"],
  ["gropë e madhe", "MADHE, e thellë: grope"],
  ["hoxh", "Lagjja Hodža"],
  ["ul", "Lagjja Ulpiana"],
  ["ktr 4829", "KTR-4829 Gropë"],
])("“%s” finds “%s”", async (query, text) => expect(await finds(query, text)).toBe(true));

test.each([
  ["pi", "Lagjja Ulpiana"],
  ["gropë ferizaj", "Gropë në Prizren"],
])("“%s” doesn't find “%s”", async (query, text) => expect(await finds(query, text)).toBe(false));
