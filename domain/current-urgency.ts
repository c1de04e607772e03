/** The urgency with which a referral is handled now. */

import { isOpen, type Referral } from './referral.ts';
import { ruledUrgency } from './triage.ts';
import { URGENCIES, type Urgency } from './vocabulary.ts';

/**
 * The urgency that triage decided. Until then, the higher one of the sender and the rules. An emergency that only the rules
 * recognise thus does not wait as a standard referral. Recipients keep the decided urgency, also if triage is opened again.
 */
export function currentUrgency(referral: Referral): Urgency {
  const { triage, urgency, facts, recipients } = referral;
  if (triage.state === 'decided' || recipients.length > 0 || !isOpen(referral)) return urgency;
  const ruled = triage.state === 'proposed' ? triage.proposal.urgency : ruledUrgency(facts);
  return URGENCIES.find((each) => each === urgency || each === ruled) ?? urgency;
}

/** Whether the rules raised the urgency above that of the sender, and triage is not decided yet. */
export function isRaisedByRule(referral: Referral): boolean {
  return currentUrgency(referral) !== referral.urgency;
}
