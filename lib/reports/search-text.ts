/** Letters that aren't a plain one with a mark: their Latin form. */
const letters = new Map(
  [
    ["Đđ", "d"],
    ["ı", "i"],
    ["Łł", "l"],
    ["Øø", "o"],
    ...["Аа a", "Бб b", "Вв v", "Гг g", "Дд d", "Ђђ d", "Ее e", "Жж z", "Зз z", "Ии i", "Јј j", "Кк k", "Лл l"].map(
      pair,
    ),
    ...["Љљ lj", "Мм m", "Нн n", "Њњ nj", "Оо o", "Пп p", "Рр r", "Сс s", "Тт t", "Ћћ c", "Уу u", "Фф f"].map(pair),
    ...["Хх h", "Цц c", "Чч c", "Џџ dz", "Шш s"].map(pair),
  ].flatMap(([from = "", to = ""]) => [...from].map((letter) => [letter, to] as const)),
);

function pair(text: string): string[] {
  return text.split(" ");
}

/** Spellings of one sound: Albanian (or without the right keyboard) as Serbian would have it, accents gone. */
const sounds = [
  ["xh", "dz"],
  ["sh", "s"],
  ["zh", "z"],
  ["gj", "d"],
  ["dj", "d"],
  ["q", "c"],
] as const;

const otherSpelling = (word: string): string => sounds.reduce((spelt, [from, to]) => spelt.replaceAll(from, to), word);

/** Small letters a to z and digits, words apart by one space. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]+/g, "")
    .replace(/[^ -~]/gu, (letter) => letters.get(letter) ?? letter)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The column report.search_text, as the database makes it (search_text() in the migrations). */
export function searchText(text: string): string {
  const words = plain(text);
  const others = words
    .split(" ")
    .filter((word) => otherSpelling(word) !== word)
    .map(otherSpelling);
  return ` ${[words, ...others].join(" ")} `;
}

/** More words than these nobody types. */
const MOST_WORDS = 8;

/**
 * What to look for in report.search_text.
 * @param query as typed
 * @returns for each word the pieces of text of which one must be in it: parts of words from three letters on, shorter ones at the beginning of a word
 */
export function searchPieces(query: string): string[][] {
  const words = plain(query).split(" ").filter(Boolean).slice(0, MOST_WORDS);
  return [...new Set(words)].map((word) =>
    [...new Set([word, otherSpelling(word)])].map((form) => (form.length < 3 ? ` ${form}` : form)),
  );
}
