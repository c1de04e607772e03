/** `liaise explain triage`: the proposal of the rules with its reasons, and what would change the proposed countries. */

import type { TriageProposal } from '../../domain/events.ts';
import type { Referral } from '../../domain/referral.ts';
import type { CountryChange } from '../../domain/routing/country-changes.ts';
import type { TriageWeights } from '../../domain/routing/weights.ts';
import { proposalChanges } from '../../domain/triage.ts';

/** The proposal; null before triage, and if the viewer may not see it. */
export interface TriageExplanation {
  proposal: TriageProposal | null;
  /** Null if an earlier version of the rules, or other weights, made the proposal. */
  changes: CountryChange[] | null;
}

/** The proposal of a referral as the viewer sees it. */
export function triageExplanation({ triage, facts }: Referral, weights: TriageWeights): TriageExplanation {
  const proposal = (triage.state === 'open' ? undefined : triage.proposal) ?? null;
  return { proposal, changes: (proposal && proposalChanges(facts, proposal, weights)) ?? null };
}

/** The explanation as text. */
export function triageText({ proposal, changes }: TriageExplanation): string {
  if (proposal === null) return 'The rules have not proposed anything, or you may not see their proposal.\n';
  const { urgency, urgencyReasons, countries, verdict, verdictReasons, capability, capabilityReasons } = proposal;
  return [
    `Rules: ${proposal.ruleVersion}`,
    `Urgency: ${urgency} (${urgencyReasons.join('; ')})`,
    `Capability: ${capability} (${capabilityReasons.join('; ')})`,
    `Countries: ${verdict} (${verdictReasons.join('; ')})`,
    ...countries.map(({ country, score, reasons }) => `  ${country} ${score}: ${reasons.join('; ')}`),
    ...changeLines(changes),
    '',
  ].join('\n');
}

function changeLines(changes: TriageExplanation['changes']): string[] {
  if (changes === null)
    return ['An earlier version of the rules, or other weights, made the proposal: what would change it is not known.'];
  if (changes.length === 0) return [];
  return ['What would change the proposed countries:', ...changes.map((change) => `  ${sentenceOf(change)}`)];
}

function sentenceOf({ change, basis, country, leading, verdict }: CountryChange): string {
  return `${CONDITIONS[change]} ${basis} (${country}): ${leading.length > 0 ? leading.join(', ') : 'no country'} (${verdict})`;
}

const CONDITIONS: Record<CountryChange['change'], string> = {
  verified: 'with a verified',
  'not-verified': 'with an unverified',
  'no-proxy': 'without a suspected proxy at',
  proxy: 'with a suspected proxy at',
  'of-suspect': 'with the place of the suspect at',
  'of-victim': 'with the place of the victim at',
  'of-unknown': 'with the place of an unknown person at',
  absent: 'without',
  added: 'with a further',
};
