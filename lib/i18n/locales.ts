/** The three languages, in the order they are offered; the first is the default. */
export const locales = ["sq", "sr", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "sq";

/** Names of the languages in themselves. */
export const localeNames: Record<Locale, string> = { sq: "Shqip", sr: "Srpski", en: "English" };

/** BCP 47 tags for `lang` attributes and Intl: Serbian here is in Latin script. */
export const localeTags: Record<Locale, string> = { sq: "sq", sr: "sr-Latn", en: "en-GB" };

/** Cookie that keeps a person's choice of language. */
export const LOCALE_COOKIE = "locale";

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (locales as readonly string[]).includes(value);
}

/** The form of a thing's name in a language; the Albanian one where a form is missing. */
export function localName(
  thing: { nameSq: string; nameSr: string | null; nameEn?: string | null },
  locale: Locale,
): string {
  const form = { sq: thing.nameSq, sr: thing.nameSr, en: thing.nameEn }[locale];
  return form || thing.nameSq;
}
