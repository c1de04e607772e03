/** Whether the rules propose exactly what the sender requested. */

import type { TriageProposal } from './events.ts';
import type { Referral } from './referral.ts';

/**
 * The proposal, if it is clear and agrees with the sender about urgency and capability. Such proposals can be accepted
 * together. Undefined for any other, which a person must look at.
 */
export function agreedProposal({ triage, facts }: Pick<Referral, 'triage' | 'facts'>): TriageProposal | undefined {
  if (triage.state !== 'proposed') return undefined;
  const { verdict, urgency, capability, countries } = triage.proposal;
  const isAgreed = verdict === 'clear' && urgency === facts.urgency && capability === facts.capability;
  return isAgreed && countries.length > 0 ? triage.proposal : undefined;
}
