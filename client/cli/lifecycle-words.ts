/** The lifecycle table in words. */

import type { Party, Row } from '../../domain/lifecycle/row.ts';

/** `liaison-officer of the sender, when received: closed`. */
export function whoMay(row: Row): string {
  return `${row.who.map(partyName).join('; ')}, when ${stands(row)}: ${row.effect}.`;
}

export function partyName(party: Party): string {
  if (party === 'engine') return 'the engine, by rule';
  const roles = party.roles.join(' or ');
  return party.relation === 'none' ? `${roles} of any agency` : `${roles} of the ${party.relation}`;
}

/** From which statuses of the referral and, where the act is about one, of the recipient. */
function stands({ from, recipient }: Row): string {
  const referral = from.length === 0 ? 'there is none yet' : from.join(', ');
  return recipient === undefined ? referral : `${referral}; recipient ${recipient.join(', ')}`;
}
