import type { Locale } from "../i18n/locales";
import type { EvidenceKind, PledgeStatus, Sector, Slot } from "./status";

/** The same text in the three languages. */
export type Words = Record<Locale, string>;

/** What the pledge pages are drawn from. Dates are calendar days (midnight UTC) unless they say otherwise. */
export type MunicipalityName = { slug: string; nameSq: string; nameSr: string; nameEn: string };

export type MandateView = {
  key: string;
  /** Null for a sample: no real person stands beside an invented pledge. */
  mayorName: string | null;
  party: string | null;
  fromDate: Date;
  toDate: Date;
  source: string;
  sourceUrl: string | null;
  sample: boolean;
  /** Whether its six commitments are public. */
  published: boolean;
};

export type MandateLink = Pick<MandateView, "key" | "fromDate" | "toDate" | "sample">;

/** One of the six; `status` is that of the assessment that counts, unrated where there is none. */
export type PledgeView = {
  slot: Slot;
  text: Words;
  sector: Sector;
  status: PledgeStatus;
  /** Day of the facts of the assessment that counts. */
  asOf: Date | null;
  deadline: Date | null;
};

export type BoardRow = { municipality: MunicipalityName; mandate: MandateView | null; pledges: PledgeView[] };

export type EvidenceView = {
  id: string;
  kind: EvidenceKind;
  title: string;
  publisher: string;
  date: Date | null;
  url: string | null;
};

export type AssessmentView = {
  id: string;
  status: PledgeStatus;
  asOf: Date;
  /** A moment. */
  publishedAt: Date;
  finding: Words;
  methodVersion: string;
  evidence: EvidenceView[];
  /** Replies of the mayor's office, whole; `at` is a moment. */
  replies: { text: string; language: Locale; at: Date }[];
  /** Id of the assessment that this one corrects, and of the one that corrects it. */
  corrects: string | null;
  correctedBy: string | null;
};
