import { demoAddress } from "../../lib/accounts/demo";
import type { Tx } from "../../lib/db/client";
import { METHOD_VERSION, type PledgeStatus, type Slot, slots } from "../../lib/pledges/status";
import type { Words } from "../../lib/pledges/types";
import { sampleEvidence, sampleFindings, sampleMistake, samplePledges, sampleReply } from "./pledge-texts";

type Rated = Exclude<PledgeStatus, "unrated">;

/** Where each sample's six stand, slot by slot; null: not rated yet. */
const standing: Record<string, readonly (Rated | null)[]> = {
  prishtina: ["fulfilled", "partially_fulfilled", "initiated", "not_started", "initiated", null],
  mitrovica: ["partially_fulfilled", "initiated", "not_started", "fulfilled", null, "initiated"],
  gjakova: ["fulfilled", "fulfilled", "partially_fulfilled", "initiated", "not_started", "broken"],
  peja: ["initiated", "not_started", "partially_fulfilled", null, "fulfilled", "partially_fulfilled"],
  gjilan: ["not_started", "initiated", "fulfilled", "partially_fulfilled", "initiated", "not_started"],
  ferizaj: ["partially_fulfilled", "fulfilled", null, "initiated", "broken", "not_started"],
  prizren: ["initiated", "partially_fulfilled", "fulfilled", "not_started", "partially_fulfilled", null],
};

/** The one sample that was corrected, and the one whose office replied. */
const corrected = { slug: "prishtina", slot: 2 };
const replied = { slug: "gjakova", slot: 6 };

const day = (value: string) => new Date(`${value}T00:00:00Z`);
const spring = day("2026-03-31");
const autumn = day("2026-09-30");
const daysAfter = (date: Date, days: number) => new Date(date.getTime() + days * 24 * 3600 * 1000);

const three = <Name extends string>(name: Name, words: Words) =>
  ({ [`${name}Sq`]: words.sq, [`${name}Sr`]: words.sr, [`${name}En`]: words.en }) as Record<
    `${Name}${"Sq" | "Sr" | "En"}`,
    string
  >;

/**
 * Seven sample mandates of offices without a name, six invented commitments each, with assessments by two editors,
 * a correction and a reply. Always the same. Needs the demonstration editors.
 */
export async function seedSamplePledges(tx: Tx): Promise<void> {
  const [author, reviewer] = await Promise.all([editor(tx, "editor.one"), editor(tx, "editor.two")]);
  for (const [index, [slug, statuses]] of Object.entries(standing).entries()) {
    for (const { id, slot } of await seedMandate(tx, slug, index)) {
      const status = statuses[slot - 1];
      if (status) await seedAssessments(tx, { pledgeId: id, slug, slot, status, turn: index + slot, author, reviewer });
    }
  }
}

async function editor(tx: Tx, name: string): Promise<string> {
  return (await tx.person.findUniqueOrThrow({ where: { email: demoAddress(name) } })).id;
}

/** A published sample mandate. @returns its six pledges */
async function seedMandate(tx: Tx, municipalityId: string, index: number) {
  const mandate = await tx.mandate.create({
    data: {
      municipalityId,
      key: "sample",
      fromDate: day("2025-10-12"),
      toDate: day("2029-10-12"),
      source: "Shembull: mandat i shpikur, pa burim",
      sample: true,
      publishedAt: day("2026-01-15"),
      pledges: { create: slots.map((slot) => pledgeRow(slot, index)) },
    },
    select: { pledges: { select: { id: true, slot: true } } },
  });
  return mandate.pledges;
}

function pledgeRow(slot: Slot, index: number) {
  const sample = samplePledges[(index * 3 + slot) % samplePledges.length];
  if (!sample) throw new Error("There are no sample pledges.");
  return {
    slot,
    ...three("text", sample.text),
    ...three("measure", sample.measure),
    sector: sample.sector,
    sourceQuote: `Shembull: „${sample.text.sq}.”`,
    sourceDate: day("2025-09-20"),
    deadline: sample.deadline ? day(sample.deadline) : null,
  };
}

type Seed = {
  pledgeId: string;
  slug: string;
  slot: number;
  status: Rated;
  /** Varies the history and the evidence. */
  turn: number;
  author: string;
  reviewer: string;
};

/** The assessments that lead to where a pledge stands. */
async function seedAssessments(tx: Tx, seed: Seed): Promise<void> {
  const { slug, slot, status, turn } = seed;
  if (status !== "not_started" && turn % 3 === 0) {
    const before = status === "initiated" || status === "broken" ? "not_started" : "initiated";
    await publish(tx, seed, before, spring);
  }
  if (slug === corrected.slug && slot === corrected.slot) {
    const wrong = await publish(tx, seed, "fulfilled", autumn, { finding: sampleMistake.wrong });
    await publish(tx, seed, status, autumn, { finding: sampleMistake.right, correctsId: wrong, later: 24 });
    return;
  }
  const id = await publish(tx, seed, status, autumn);
  if (slug === replied.slug && slot === replied.slot)
    await tx.mayorReply.create({
      data: { assessmentId: id, text: sampleReply, language: "sq", at: daysAfter(autumn, 30) },
    });
}

/** One assessment by two people, published about two weeks after the day of its facts. @returns its id */
async function publish(
  tx: Tx,
  { pledgeId, turn, author, reviewer }: Seed,
  status: Rated,
  asOf: Date,
  { finding = sampleFindings[status], correctsId = null as string | null, later = 0 } = {},
): Promise<string> {
  const submittedAt = daysAfter(asOf, 10 + later);
  const { id } = await tx.assessment.create({
    data: {
      pledgeId,
      status,
      asOf,
      ...three("finding", finding),
      authorId: author,
      correctsId,
      methodVersion: METHOD_VERSION,
      createdAt: daysAfter(asOf, 5 + later),
      submittedAt,
      evidence: { create: evidenceRows(status, asOf, turn) },
    },
  });
  await tx.assessment.update({
    where: { id },
    data: { reviewerId: reviewer, publishedAt: daysAfter(asOf, 14 + later) },
  });
  return id;
}

/** One to three pieces; `broken` has the dated source with a link that the rule asks for, in a domain that can't exist. */
function evidenceRows(status: Rated, asOf: Date, turn: number) {
  return Array.from({ length: 1 + (turn % 3) }, (_, position) => {
    const evidence =
      sampleEvidence[position === 0 ? 0 : 1 + ((turn + position) % (sampleEvidence.length - 1))] ?? sampleEvidence[0];
    return {
      ...evidence,
      publisher: "Shembull",
      date: daysAfter(asOf, -7 * (position + 2)),
      url: status === "broken" && position === 0 ? "https://shembull.example/vendim" : null,
      position,
    };
  });
}
