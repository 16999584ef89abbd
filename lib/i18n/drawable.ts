/** Serbian Cyrillic in Latin, letter by letter, as Serbian's own rule has it. */
const latin: Record<string, string> = Object.fromEntries(
  (
    "аa бb вv гg дd ђđ еe жž зz иi јj кk лl љlj мm нn њnj оo пp рr сs тt ћć уu фf хh цc чč џdž шš " +
    "АA БB ВV ГG ДD ЂĐ ЕE ЖŽ ЗZ ИI ЈJ КK ЛL ЉLj МM НN ЊNj ОO ПP РR СS ТT ЋĆ УU ФF ХH ЦC ЧČ ЏDž ШŠ"
  )
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/**
 * A text as a picture can draw it: the letters our typefaces have. Cyrillic becomes Latin; what has no letter there
 * (emoji, other scripts) is left out, because drawing it would need another typeface from the network.
 */
export function drawable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u0400-\u04ff]/g, (letter) => latin[letter] ?? "")
    .replace(/[^\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
