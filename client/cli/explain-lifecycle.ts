/** `liaise explain lifecycle`: the transition table, and its parts as text. */

import type { Party, Row } from '../../domain/lifecycle/row.ts';
import { LIFECYCLE, STATUS_AFTER } from '../../domain/lifecycle.ts';
import { table } from './table.ts';

/** The transition table as text. */
export function lifecycleText(columns: number): string {
  const rows = LIFECYCLE.map((row) => [
    row.act,
    // With spaces, so that the longest role can be wrapped.
    row.who.flatMap(eachRole).map(partyName).join('\n').replaceAll('data-protection-', 'data protection '),
    fromText(row),
    toText(row),
    row.effect,
  ]);
  return table(['act', 'who', 'from', 'to', 'effect'], rows, columns);
}

/** For programs: the table, and the status after each event. */
export function lifecycleJson() {
  return { acts: LIFECYCLE, statusAfter: STATUS_AFTER };
}

function fromText({ from, recipient }: Row): string {
  const referral = from.join(', ') || '–';
  return recipient === undefined ? referral : `${recipient.join(', ')}\n(while ${referral})`;
}

/** The statuses that the act can lead to. */
function toText({ events }: Row): string {
  const statuses = events.flatMap((event) => {
    const after = STATUS_AFTER[event];
    if (after === undefined) return [];
    return 'referral' in after ? [after.referral] : [`recipient ${after.recipient}`];
  });
  return statuses.join(', ') || 'unchanged';
}

/** `liaison-officer of the sender, when received: closed`. */
export function permissionText(row: Row): string {
  return `${row.who.map(partyName).join('; ')}, when ${statusText(row)}: ${row.effect}.`;
}

/** A line for each role, so that the table is narrow enough. */
function eachRole(party: Party): Party[] {
  return party === 'engine' ? [party] : party.roles.map((role) => ({ ...party, roles: [role] }));
}

function partyName(party: Party): string {
  if (party === 'engine') return 'the engine, by rule';
  const roles = party.roles.join(' or ');
  return party.relation === 'none' ? `${roles} of any agency` : `${roles} of the ${party.relation}`;
}

/** The statuses of the referral and, for an act about a recipient, of the recipient. */
function statusText({ from, recipient }: Row): string {
  const referral = from.length === 0 ? 'there is no referral yet' : from.join(', ');
  return recipient === undefined ? referral : `${referral}; recipient ${recipient.join(', ')}`;
}
