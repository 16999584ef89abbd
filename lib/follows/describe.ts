import { localName } from "../i18n/locales";
import type { Texts } from "../i18n/texts";

type Names = { nameSq: string; nameSr: string | null; nameEn?: string | null };

/** What is followed, with the names it is called by. A report without one is called "a report". */
export type Followed =
  | { kind: "report"; report?: { ref: string; title: string } }
  | {
      kind: "municipality" | "category" | "neighbourhood" | "circle";
      municipality: Names | null;
      category: Names | null;
      place: (Names & { municipality: Names }) | null;
      radius: number | null;
    };

/** A length in metres as people say it: "500 m", "2 km". */
export const distance = ({ number }: Texts, metres: number): string =>
  metres < 1000 ? `${number(metres)} m` : `${number(metres / 1000)} km`;

/** What is followed, in words: "Potholes – Peja", "within 500 m of a point near Ulpiana". */
export function nameOf(words: Texts, followed: Followed): string {
  const { t, locale } = words;
  if (followed.kind === "report")
    return followed.report ? t("follows.name.report", followed.report) : t("follows.name.this_report");
  const name = (names: Names | null) => (names ? localName(names, locale) : "");
  const { municipality, category, place } = followed;
  const radius = distance(words, followed.radius ?? 0);
  switch (followed.kind) {
    case "municipality":
      return t("follows.name.municipality", { municipality: name(municipality) });
    case "category":
      return municipality
        ? t("follows.name.category_in", { category: name(category), municipality: name(municipality) })
        : t("follows.name.category", { category: name(category) });
    case "neighbourhood":
      return t("follows.name.neighbourhood", { place: name(place), municipality: name(place?.municipality ?? null) });
    case "circle":
      return place
        ? t("follows.name.circle_near", { radius, place: name(place) })
        : t("follows.name.circle", { radius });
  }
}
