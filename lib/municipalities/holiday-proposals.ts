import { texts } from "../i18n/texts";
import { type Proposal, proposalsFor } from "./calendar";

/** A proposed holiday with its names in the three languages. */
export type NamedProposal = Proposal & { nameSq: string; nameSr: string; nameEn: string };

/**
 * What law and calculation propose for a year, as far as nothing of that name is kept: a day that was moved by hand isn't
 * proposed a second time.
 */
export function missingProposals(kept: readonly { nameEn: string }[], year: number): NamedProposal[] {
  const names = new Set(kept.map(({ nameEn }) => nameEn));
  return proposalsFor(year)
    .map((proposal) => ({
      ...proposal,
      nameSq: texts("sq").t(`clock.feasts.${proposal.feast}`),
      nameSr: texts("sr").t(`clock.feasts.${proposal.feast}`),
      nameEn: texts("en").t(`clock.feasts.${proposal.feast}`),
    }))
    .filter(({ nameEn }) => !names.has(nameEn));
}
