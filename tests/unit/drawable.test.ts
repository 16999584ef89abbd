import { expect, test } from "vitest";
import { drawable } from "@/lib/i18n/drawable";

test("letters of Albanian and Serbian stay as they are", () => {
  const words = "Gropë e thellë çdo ditë – „Šuma”, đubre, žičara; ćošak: 50 €…";
  expect(drawable(words)).toBe(words);
});

test("an e with its dots typed apart is one letter", () => {
  expect(drawable("gropë")).toBe("gropë");
});

test("Cyrillic becomes Latin, double letters too", () => {
  expect(drawable("Љуљашка код школе, Ђаковица, џеп, Њива")).toBe("Ljuljaška kod škole, Đakovica, džep, Njiva");
});

test("what no typeface here can draw is left out", () => {
  expect(drawable("Gropë 🕳️🚗 te shkolla 中文\n\tsot")).toBe("Gropë te shkolla sot");
  expect(drawable("🙂")).toBe("");
});
