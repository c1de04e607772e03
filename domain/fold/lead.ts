/** Marks the recipient that coordinates the others. */

import type { Recipient, Referral } from '../referral.ts';

/** The referral with that recipient as its only lead. Recipients that do not change stay the same objects. */
export function withLead(referral: Referral, recipientId: string): Referral {
  return { ...referral, recipients: referral.recipients.map((each) => marked(each, each.id === recipientId)) };
}

function marked(recipient: Recipient, isLead: boolean): Recipient {
  const { lead = false, ...others } = recipient;
  if (lead === isLead) return recipient;
  return isLead ? { ...others, lead: true } : others;
}
