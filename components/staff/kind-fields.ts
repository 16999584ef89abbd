import type { ErrorCode } from "@/lib/errors";
import { locales, localeTags, localName } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { questionKinds } from "@/lib/municipalities/schema";
import type { WorkGroup } from "./work-form";

/** What the forms of a kind can complain of. */
export const kindErrors = [
  "forbidden",
  "not_found",
  "required",
  "too_long",
  "invalid",
  "invalid_number",
  "invalid_url",
] as const satisfies readonly ErrorCode[];

const suffix = { sq: "Sq", sr: "Sr", en: "En" } as const;

/** What a kind is called, and how near another of it is likely the same. */
export const kindFields = (t: Texts["t"], kind: { synonyms: string; nearbyMetres: number }): WorkGroup[] => [
  {
    fields: [
      {
        name: "synonyms",
        label: t("staff.kinds.synonyms"),
        hint: t("staff.kinds.synonyms_hint"),
        kind: "long",
        rows: 6,
        value: kind.synonyms,
        optional: true,
      },
      {
        name: "nearbyMetres",
        label: t("staff.kinds.nearby"),
        hint: t("staff.kinds.nearby_hint"),
        kind: "text",
        value: String(kind.nearbyMetres),
      },
    ],
  },
];

type Institution = { municipalityId: string; name: string; phone: string | null; website: string | null };

/** Who does a kind of work, a row a municipality. */
export const institutionFields = (
  { t, locale }: Texts,
  municipalities: { slug: string; nameSq: string; nameSr: string; nameEn: string }[],
  institutions: Institution[],
): WorkGroup[] =>
  municipalities.map((municipality) => {
    const { slug } = municipality;
    const now = institutions.find(({ municipalityId }) => municipalityId === slug);
    return {
      title: localName(municipality, locale),
      columns: "three",
      fields: [
        { name: `name-${slug}`, label: t("staff.kinds.name"), kind: "text", value: now?.name ?? "", optional: true },
        { name: `phone-${slug}`, label: t("staff.kinds.phone"), kind: "text", value: now?.phone ?? "", optional: true },
        {
          name: `website-${slug}`,
          label: t("staff.kinds.website"),
          kind: "url",
          value: now?.website ?? "",
          optional: true,
        },
      ],
    };
  });

const yesNo = (t: Texts["t"]) => [
  { value: "0", label: t("staff.kinds.no") },
  { value: "1", label: t("staff.kinds.yes") },
];

/** A new question. */
export const questionGroups = (t: Texts["t"]): WorkGroup[] => [
  {
    title: t("staff.kinds.wording"),
    columns: "three",
    fields: locales.map((locale) => ({
      name: `name${suffix[locale]}`,
      label: t(`staff.field.${locale}`),
      kind: "text" as const,
      lang: localeTags[locale],
    })),
  },
  {
    columns: "three",
    fields: [
      {
        name: "kind",
        label: t("staff.kinds.answer_is"),
        kind: "choice",
        choices: questionKinds.map((kind) => ({ value: kind, label: t(`staff.kinds.kind.${kind}`) })),
      },
      { name: "required", label: t("staff.kinds.required"), kind: "choice", choices: yesNo(t) },
      { name: "isPublic", label: t("staff.kinds.public"), kind: "choice", choices: yesNo(t) },
    ],
  },
  {
    fields: [
      {
        name: "choices",
        label: t("staff.kinds.choices"),
        hint: t("staff.kinds.choices_hint"),
        kind: "long",
        optional: true,
      },
    ],
  },
];
