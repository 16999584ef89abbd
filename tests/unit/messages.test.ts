import { describe, expect, test } from "vitest";
import { errorCodes } from "@/lib/errors";
import { locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { texts } from "@/lib/i18n/texts";

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
const all = Object.fromEntries(locales.map((locale) => [locale, new Map(flat(messages[locale] as unknown as Tree))]));
const argumentsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1]))].sort();

describe("messages", () => {
  test("the three languages have the same keys, with the same arguments", () => {
    for (const locale of locales) {
      expect([...(all[locale]?.keys() ?? [])].sort()).toEqual([...(all.en?.keys() ?? [])].sort());
      for (const [key, text] of all[locale] ?? [])
        expect([key, argumentsOf(text)]).toEqual([key, argumentsOf(all.en?.get(key) ?? "")]);
    }
  });

  test("every error that people can meet has words", () => {
    for (const locale of locales) expect(Object.keys(messages[locale].errors).sort()).toEqual([...errorCodes].sort());
  });

  test("Serbian says few and many, and never Cyrillic", () => {
    const { t } = texts("sr");
    expect([1, 2, 5, 21, 22].map((count) => t("reports.count", { count }))).toEqual([
      "1 prijava",
      "2 prijave",
      "5 prijava",
      "21 prijava",
      "22 prijave",
    ]);
    for (const [, text] of all.sr ?? []) expect(text).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(texts("sr").date(new Date("2026-11-24T12:00:00Z"))).toBe("24. novembar 2026.");
  });

  test("quotation marks are each language's own", () => {
    for (const [key, text] of all.sq ?? []) expect([key, text]).not.toEqual([key, expect.stringMatching(/["“]/)]);
    for (const [key, text] of all.sr ?? []) expect([key, text]).not.toEqual([key, expect.stringMatching(/["”]/)]);
  });

  test("dates speak the language, in Kosovo's time", () => {
    const late = new Date("2026-11-24T23:30:00Z");
    expect(texts("sq").date(late)).toBe("25 nëntor 2026");
    expect(texts("en").date(late)).toBe("25 November 2026");
  });

  test("a Serbian date ends with a point of its own, and hours go to 24 everywhere", () => {
    // A moment ends with its hour instead; reports and mails give days.
    for (const [key, text] of all.sr ?? [])
      if (/^(reports|mail)\./.test(key)) expect(text, key).not.toMatch(/\{(date|day)\}\./);
    for (const locale of locales)
      expect(texts(locale).date(new Date("2026-11-24T21:05:00Z"), "moment")).toContain("22:05");
  });
});
