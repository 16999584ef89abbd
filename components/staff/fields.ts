import type { ErrorCode } from "@/lib/errors";
import { type Locale, locales, localeTags } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/i18n/texts";
import { evidenceKinds, type PledgeStatus, pledgeStatuses, type Sector, sectors } from "@/lib/pledges/status";
import type { WorkField, WorkGroup } from "./work-form";

/** A calendar day as a date field wants it. */
const isoDay = (day: Date | null | undefined): string => day?.toISOString().slice(0, 10) ?? "";

const suffix: Record<Locale, "Sq" | "Sr" | "En"> = { sq: "Sq", sr: "Sr", en: "En" };

/** The same text in three fields, one a language. */
function inThree(
  t: Texts["t"],
  name: string,
  values: Record<string, unknown>,
  more: Partial<WorkField> = {},
): WorkField[] {
  return locales.map((locale) => {
    const field = `${name}${suffix[locale]}`;
    const value = values[field];
    return {
      name: field,
      label: t(`staff.field.${locale}`),
      kind: "long",
      lang: localeTags[locale],
      value: typeof value === "string" ? value : "",
      ...more,
    };
  });
}

/** What the forms of this desk can complain of. */
export const staffErrors = [
  "forbidden",
  "not_found",
  "required",
  "too_long",
  "invalid",
  "invalid_date",
  "invalid_url",
  "six_pledges",
  "translation_missing",
  "pledge_frozen",
  "as_of_range",
  "broken_source",
  "evidence_missing",
  "already_published",
  "own_assessment",
  "not_submitted",
  "stale",
] as const satisfies readonly ErrorCode[];

type PledgeValues = Partial<{
  sector: Sector;
  sourceQuote: string;
  sourceUrl: string | null;
  sourceDate: Date | null;
  deadline: Date | null;
}>;

/** Fields of one of the six commitments. */
export function pledgeGroups(t: Texts["t"], pledge: PledgeValues = {}): WorkGroup[] {
  return [
    { title: t("staff.field.text"), columns: "three", fields: inThree(t, "text", pledge, { rows: 3 }) },
    { title: t("staff.field.measure"), columns: "three", fields: inThree(t, "measure", pledge) },
    {
      title: t("staff.field.source"),
      fields: [
        {
          name: "sourceQuote",
          label: t("staff.field.quote"),
          hint: t("staff.field.quote_hint"),
          kind: "long",
          value: pledge.sourceQuote ?? "",
        },
      ],
    },
    {
      columns: "two",
      fields: [
        {
          name: "sourceUrl",
          label: t("staff.field.source_url"),
          kind: "url",
          value: pledge.sourceUrl ?? "",
          optional: true,
        },
        {
          name: "sourceDate",
          label: t("staff.field.source_date"),
          kind: "date",
          value: isoDay(pledge.sourceDate),
          optional: true,
        },
        {
          name: "sector",
          label: t("staff.field.sector"),
          kind: "choice",
          value: pledge.sector ?? "",
          choices: [
            { value: "", label: t("staff.field.choose") },
            ...sectors.map((value) => ({ value, label: t(`pledges.sector.${value}`) })),
          ],
        },
        {
          name: "deadline",
          label: t("staff.field.deadline"),
          kind: "date",
          value: isoDay(pledge.deadline),
          optional: true,
        },
      ],
    },
  ];
}

type AssessmentValues = Partial<{
  status: PledgeStatus;
  asOf: Date;
  evidence: { kind: string; title: string; publisher: string; date: Date | null; url: string | null }[];
}>;

/**
 * Fields of an assessment.
 * @param spare empty rows of evidence after those that are filled
 */
export function assessmentGroups(t: Texts["t"], spare: number, assessment: AssessmentValues = {}): WorkGroup[] {
  const rows = [...(assessment.evidence ?? []), ...Array.from({ length: spare }, () => undefined)];
  return [
    {
      columns: "two",
      fields: [
        {
          name: "status",
          label: t("staff.field.status"),
          kind: "choice",
          value: assessment.status ?? "",
          choices: [
            { value: "", label: t("staff.field.choose") },
            ...pledgeStatuses.map((value) => ({ value, label: t(`pledges.status.${value}`) })),
          ],
        },
        {
          name: "asOf",
          label: t("staff.field.as_of"),
          hint: t("staff.field.as_of_hint"),
          kind: "date",
          value: isoDay(assessment.asOf),
        },
      ],
    },
    {
      title: t("staff.field.finding"),
      hint: t("staff.field.finding_hint"),
      columns: "three",
      fields: inThree(t, "finding", assessment, { rows: 8 }),
    },
    ...rows.map(
      (row, number): WorkGroup => ({
        title: t("staff.field.evidence", { number: String(number + 1) }),
        ...(number === 0 && { hint: t("staff.field.evidence_hint") }),
        columns: "row",
        fields: [
          {
            name: `evidence.${number}.kind`,
            label: t("staff.field.kind"),
            kind: "choice",
            value: row?.kind ?? "document",
            choices: evidenceKinds.map((value) => ({ value, label: t(`pledges.kind.${value}`) })),
          },
          {
            name: `evidence.${number}.title`,
            label: t("staff.field.evidence_title"),
            kind: "text",
            value: row?.title ?? "",
          },
          {
            name: `evidence.${number}.publisher`,
            label: t("staff.field.publisher"),
            kind: "text",
            value: row?.publisher ?? "",
          },
          { name: `evidence.${number}.date`, label: t("staff.field.date"), kind: "date", value: isoDay(row?.date) },
          { name: `evidence.${number}.url`, label: t("staff.field.url"), kind: "url", value: row?.url ?? "" },
        ],
      }),
    ),
  ];
}
