import "server-only";
import { config } from "../config";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { currentOf, isSlot, type Slot } from "./status";
import type { AssessmentView, BoardRow, MandateLink, MandateView, MunicipalityName, PledgeView } from "./types";
import { wordsOf } from "./words";

/** What the public may see: samples in demonstration mode alone. */
const visible = (): Prisma.MandateWhereInput => (config().DEMO ? {} : { sample: false });

const mandateFields = {
  id: true,
  key: true,
  mayorName: true,
  party: true,
  fromDate: true,
  toDate: true,
  source: true,
  sourceUrl: true,
  sample: true,
  active: true,
  publishedAt: true,
} satisfies Prisma.MandateSelect;
type MandateRow = Prisma.MandateGetPayload<{ select: typeof mandateFields }>;

const boardPledge = {
  slot: true,
  textSq: true,
  textSr: true,
  textEn: true,
  sector: true,
  deadline: true,
  assessments: {
    where: { publishedAt: { not: null } },
    select: { id: true, status: true, asOf: true, publishedAt: true, correctsId: true },
  },
} satisfies Prisma.PledgeSelect;
type BoardPledge = Prisma.PledgeGetPayload<{ select: typeof boardPledge }>;

const mandateView = ({ id: _, active: __, publishedAt, ...mandate }: MandateRow): MandateView => ({
  ...mandate,
  published: publishedAt !== null,
});

/** Published rows carry their moment; said once for the types. */
const published = <T extends { publishedAt: Date | null }>(rows: readonly T[]) =>
  rows.flatMap((row) => (row.publishedAt ? [{ ...row, publishedAt: row.publishedAt }] : []));

function pledgeView(pledge: BoardPledge): PledgeView[] {
  if (!isSlot(pledge.slot)) return [];
  const current = currentOf(published(pledge.assessments));
  return [
    {
      slot: pledge.slot,
      text: wordsOf(pledge, "text"),
      sector: pledge.sector,
      deadline: pledge.deadline,
      status: current?.status ?? "unrated",
      asOf: current?.asOf ?? null,
    },
  ];
}

/** The six of a published mandate; of any other nothing is told. */
async function sixOf(mandate: MandateRow): Promise<PledgeView[]> {
  if (!mandate.publishedAt) return [];
  const rows = await db().pledge.findMany({
    where: { mandateId: mandate.id },
    select: boardPledge,
    orderBy: { slot: "asc" },
  });
  return rows.flatMap(pledgeView);
}

/**
 * Which mandate is shown where nobody asked for one: the newest real one, unless its commitments aren't written
 * and demonstration mode has a sample to show.
 */
function chosen<T extends Pick<MandateRow, "key" | "sample" | "fromDate" | "publishedAt">>(
  mandates: readonly T[],
  key: string | undefined,
): T | undefined {
  if (key) return mandates.find((mandate) => mandate.key === key);
  const newest = mandates
    .filter(({ sample }) => !sample)
    .sort((a, b) => b.fromDate.getTime() - a.fromDate.getTime())[0];
  const written = mandates.find(({ publishedAt, key: other }) => publishedAt && other === newest?.key);
  return written ?? mandates.find(({ sample, publishedAt }) => sample && publishedAt) ?? newest;
}

const linkOf = ({ key, fromDate, toDate, sample }: MandateLink): MandateLink => ({ key, fromDate, toDate, sample });

/** One link for each mandate there is, the newest first, the sample last. */
function linksOf(mandates: readonly MandateLink[]): MandateLink[] {
  const byKey = new Map(mandates.map((mandate) => [mandate.key, linkOf(mandate)]));
  return [...byKey.values()].sort(
    (a, b) => Number(a.sample) - Number(b.sample) || b.fromDate.getTime() - a.fromDate.getTime(),
  );
}

const municipalityFields = { slug: true, nameSq: true, nameSr: true, nameEn: true } as const;

/**
 * The board: the seven with the six of one mandate.
 * @param key the year a mandate began, or "sample"; where it names none, the one shown by default
 */
export async function pledgeBoard(
  key?: string,
): Promise<{ shown: MandateLink; links: MandateLink[]; rows: BoardRow[] }> {
  const municipalities = await db().municipality.findMany({
    orderBy: { slug: "asc" },
    select: {
      ...municipalityFields,
      mandates: {
        where: visible(),
        select: { ...mandateFields, pledges: { select: boardPledge, orderBy: { slot: "asc" } } },
      },
    },
  });
  const all = municipalities.flatMap(({ mandates }) => mandates);
  // One published real mandate is enough for the board to show the real ones.
  const byWritten = [...all].sort((a, b) => Number(b.publishedAt !== null) - Number(a.publishedAt !== null));
  const shown = chosen(byWritten, key) ?? chosen(byWritten, undefined);
  if (!shown) throw new Error("There is no mandate: the reference data is missing.");
  const rows = municipalities.map(({ mandates, ...municipality }) => {
    const mandate = mandates.find((row) => row.key === shown.key);
    if (!mandate) return { municipality, mandate: null, pledges: [] };
    const { pledges, ...row } = mandate;
    return { municipality, mandate: mandateView(row), pledges: row.publishedAt ? pledges.flatMap(pledgeView) : [] };
  });
  return { shown: linkOf(shown), links: linksOf(all), rows };
}

async function mandateOf(slug: string, key: string | undefined) {
  const municipality = await db().municipality.findUnique({
    where: { slug },
    select: { ...municipalityFields, mandates: { where: visible(), select: mandateFields } },
  });
  const mandate = municipality && chosen(municipality.mandates, key);
  if (!municipality || !mandate) return null;
  const { mandates, ...name } = municipality;
  return { municipality: name, mandate, links: linksOf(mandates) };
}

export type MandatePage = {
  municipality: MunicipalityName;
  mandate: MandateView;
  links: MandateLink[];
  pledges: PledgeView[];
};

/** A mayor's mandate with its six, or null. @param key as for the board */
export async function mandatePage(slug: string, key?: string): Promise<MandatePage | null> {
  const found = await mandateOf(slug, key);
  if (!found) return null;
  return { ...found, mandate: mandateView(found.mandate), pledges: await sixOf(found.mandate) };
}

const assessmentFields = {
  id: true,
  status: true,
  asOf: true,
  publishedAt: true,
  findingSq: true,
  findingSr: true,
  findingEn: true,
  methodVersion: true,
  correctsId: true,
  evidence: {
    select: { id: true, kind: true, title: true, publisher: true, date: true, url: true },
    orderBy: { position: "asc" },
  },
  replies: { select: { text: true, language: true, at: true }, orderBy: { at: "asc" } },
} satisfies Prisma.AssessmentSelect;

export type PledgePage = Omit<MandatePage, "pledges"> & {
  pledge: PledgeView & {
    measure: { sq: string; sr: string; en: string };
    sourceQuote: string;
    sourceUrl: string | null;
    sourceDate: Date | null;
  };
  /** Every published assessment, in the order of publication, the newest first. */
  assessments: AssessmentView[];
};

/** One commitment with everything that has been published of it, or null. Who wrote and reviewed isn't told by name. */
export async function pledgePage(slug: string, slot: Slot, key?: string): Promise<PledgePage | null> {
  const found = await mandateOf(slug, key);
  if (!found?.mandate.publishedAt) return null;
  const row = await db().pledge.findUnique({
    where: { mandateId_slot: { mandateId: found.mandate.id, slot } },
    include: {
      assessments: {
        where: { publishedAt: { not: null } },
        select: assessmentFields,
        orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      },
    },
  });
  const [pledge] = row ? pledgeView(row) : [];
  if (!row || !pledge) return null;
  const correctedBy = new Map(row.assessments.map(({ id, correctsId }) => [correctsId, id]));
  const { sourceQuote, sourceUrl, sourceDate } = row;
  return {
    ...found,
    mandate: mandateView(found.mandate),
    pledge: { ...pledge, measure: wordsOf(row, "measure"), sourceQuote, sourceUrl, sourceDate },
    assessments: published(row.assessments).map(({ correctsId, ...assessment }) => ({
      id: assessment.id,
      status: assessment.status,
      asOf: assessment.asOf,
      publishedAt: assessment.publishedAt,
      finding: wordsOf(assessment, "finding"),
      methodVersion: assessment.methodVersion,
      evidence: assessment.evidence,
      replies: assessment.replies,
      corrects: correctsId,
      correctedBy: correctedBy.get(assessment.id) ?? null,
    })),
  };
}
