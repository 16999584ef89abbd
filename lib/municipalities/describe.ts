import type { Located } from "../geo/locate";
import { type Locale, localName } from "../i18n/locales";
import { texts } from "../i18n/texts";
import type { MunicipalitySummary } from "./queries";

/** Where a position lies, in words, and the municipalities to choose from where a border is near. */
export type PlaceWords = { kind: Located["kind"]; words: string; candidates: { slug: string; name: string }[] };

/** Says in a language where a position lies. */
export function describeLocated(located: Located, all: MunicipalitySummary[], locale: Locale): PlaceWords {
  const { t, number } = texts(locale);
  const named = (slug: string) => {
    const row = all.find((municipality) => municipality.slug === slug);
    return row ? localName(row, locale) : slug;
  };
  const { kind } = located;
  switch (kind) {
    case "inside":
      return {
        kind,
        words: t("report_form.where.is_inside", { municipality: named(located.municipality) }),
        candidates: [],
      };
    case "border":
      return {
        kind,
        words: t("report_form.where.is_border"),
        candidates: located.candidates.map((slug) => ({ slug, name: named(slug) })),
      };
    case "elsewhere":
      return {
        kind,
        words: t("report_form.where.is_elsewhere", {
          municipality: named(located.nearest),
          km: number(Math.max(0.1, Math.round(located.metres / 100) / 10)),
        }),
        candidates: [],
      };
    case "outside":
      return { kind, words: t("report_form.where.is_outside"), candidates: [] };
  }
}
